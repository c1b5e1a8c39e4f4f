import type { Connection } from '../db/open.ts'
import * as queries from './queries.ts'
import { setCurrentOperation } from './recording.ts'
import type { Db } from '../db/schema.ts'
import type { Summary } from '../../shared/operations/model.ts'

export type Author = { at: string; user: string; call: string; undoes?: number }
export type Description = { text: string; params: Summary['params']; contactId: number | null }

/** What an operation came to: null where it changed nothing. */
export type Concluded = { operation: number | null; tables: readonly string[] }
export type Finished<T> = Concluded & { value: T }

/** Runs a command as one transaction and one operation. One that changes nothing leaves no trace in the history. */
export function asOperation<T>(
  { sqlite, db }: Connection,
  author: Author,
  work: (db: Db, describe: (description: Description) => void) => Promise<T> | T,
): Promise<Finished<T>> {
  return db.transaction().execute(async db => {
    const { id } = await queries.begin(db, author).executeTakeFirstOrThrow()
    let description: Description | null = null
    setCurrentOperation(sqlite, id)
    try {
      const value = await work(db, given => (description = given))
      return { value, ...(await conclude(db, id, author.at, description)) }
    } finally {
      setCurrentOperation(sqlite, null)
    }
  })
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
