import type { Database } from 'better-sqlite3'
import { immediately } from '../db/immediately.ts'
import type { Connection } from '../db/open.ts'
import { conclude, withFollowing, type Author, type Concluded, type Description, type Follow } from './engine.ts'
import * as queries from './queries.ts'
import { setCurrentOperation } from './recording.ts'
import { rollBack } from './roll-back.ts'

/**
 * The operation of a job, which writes in many short transactions so that others can write in between. It stands in the
 * history once it has finished; until then it can be rolled back, also after a crash.
 */
export function jobOperation(connection: Connection, author: Author, follow?: Follow) {
  const { sqlite, db } = connection
  let id: number | null = null
  lasting(sqlite, false)

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
    async finish(description: Description | null, finishedAt: string): Promise<Concluded> {
      lasting(sqlite, true)
      if (id === null) return { operation: null, tables: [] }
      return immediately(connection, async () => {
        const done = await conclude(db, id!, finishedAt, description)
        return withFollowing(connection, { ...author, at: finishedAt }, done, follow)
      })
    },
    async rollBack() {
      lasting(sqlite, true)
      if (id !== null) await rollBack(connection, id)
    },
  }
}

/**
 * Until it has finished, nothing of a job needs to outlast a power cut: what is left of it is rolled back at the next start. So its
 * commits do not wait for the disk, only checkpoints do. The one that ends it makes all of them last, for they stand before it in the same log.
 */
const lasting = (sqlite: Database, isLasting: boolean) => void sqlite.pragma(`synchronous = ${isLasting ? 'full' : 'normal'}`)
