import type { Connection } from '../db/open.ts'
import * as queries from './queries.ts'
import { setCurrentOperation } from './recording.ts'
import type { Db } from '../db/schema.ts'
import type { Summary } from '../../shared/operations/model.ts'

export type Author = { at: string; user: string; call: string; undoes?: number; follows?: number }
export type Description = { text: string; params: Summary['params']; contactId: number | null }

/** What an operation came to: null where it changed nothing. */
export type Concluded = { operation: number | null; tables: readonly string[] }
export type Finished<T> = Concluded & { value: T }

type Work<T> = (db: Db, describe: (description: Description) => void) => Promise<T> | T

/**
 * What follows from an operation: done in its transaction, and an operation of its own, for it may add to books that are only ever
 * added to, and what it follows can be taken back all the same. null where nothing does.
 */
export type Follow = (db: Db, done: Readonly<{ operation: number; tables: readonly string[] }>) => Promise<Work<void> | null>

/** Runs a command as one transaction and one operation. One that changes nothing leaves no trace in the history. */
export function asOperation<T>(connection: Connection, author: Author, work: Work<T>, follow?: Follow): Promise<Finished<T>> {
  return connection.db.transaction().execute(async db => {
    const done = await perform({ ...connection, db }, author, work)
    return { ...done, ...(await withFollowing({ ...connection, db }, author, done, follow)) }
  })
}

/** In the caller's transaction. */
async function perform<T>({ sqlite, db }: Pick<Connection, 'sqlite' | 'db'>, author: Author, work: Work<T>): Promise<Finished<T>> {
  const { id } = await queries.begin(db, author).executeTakeFirstOrThrow()
  let description: Description | null = null
  setCurrentOperation(sqlite, id)
  try {
    const value = await work(db, given => (description = given))
    return { value, ...(await conclude(db, id, author.at, description)) }
  } finally {
    setCurrentOperation(sqlite, null)
  }
}

/** What an operation came to together with what follows from it, in the transaction in which it ended. */
export async function withFollowing(
  connection: Pick<Connection, 'sqlite' | 'db'>,
  author: Author,
  { operation, tables }: Concluded,
  follow?: Follow,
): Promise<Concluded> {
  if (!follow || operation === null) return { operation, tables }
  const work = await follow(connection.db, { operation, tables })
  if (!work) return { operation, tables }
  const following = await perform(connection, { ...author, follows: operation }, work)
  return { operation, tables: [...new Set([...tables, ...following.tables])] }
}

/** Ends an operation: describes it, or forgets it where nothing was changed. */
export async function conclude(db: Db, id: number, finishedAt: string, description: Description | null): Promise<Concluded> {
  const tables = (await queries.changedTables(db, id).execute()).map(({ tableName }) => tableName)
  if (tables.length === 0) {
    await queries.forget(db, id).execute()
    return { operation: null, tables }
  }
  if (description) await queries.describe(db, id, description.text, JSON.stringify(description.params), description.contactId).execute()
  await queries.finish(db, id, finishedAt).execute()
  return { operation: id, tables }
}
