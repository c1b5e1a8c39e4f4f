import { immediately } from '../db/immediately.ts'
import type { Connection } from '../db/open.ts'
import { conclude, type Author, type Concluded, type Description } from './engine.ts'
import * as queries from './queries.ts'
import { setCurrentOperation } from './recording.ts'
import { rollBack } from './roll-back.ts'

/**
 * The operation of a job, which writes in many short transactions so that others can write in between. It stands in the
 * history once it has finished; until then it can be rolled back, also after a crash.
 */
export function jobOperation(connection: Connection, author: Author) {
  const { sqlite, db } = connection
  let id: number | null = null

  const begin = async () => (await queries.begin(db, author).executeTakeFirstOrThrow()).id

  async function transaction<T>(work: (operation: number) => T | Promise<T>): Promise<T> {
    return immediately(connection, async () => {
      const operation = id ?? (await begin())
      setCurrentOperation(sqlite, operation)
      try {
        const value = await work(operation)
        id = operation
        return value
      } finally {
        setCurrentOperation(sqlite, null)
      }
    })
  }

  return {
    transaction,
    finish: async (description: Description | null, finishedAt: string): Promise<Concluded> =>
      id === null ? { operation: null, tables: [] } : immediately(connection, () => conclude(db, id!, finishedAt, description)),
    rollBack: async () => void (id !== null && (await rollBack(connection, id))),
  }
}
