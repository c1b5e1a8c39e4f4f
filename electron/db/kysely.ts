import type { Database } from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Db, Schema } from './schema.ts'

/** Transactions begin immediate: a command that has to wait for another writer waits before it has read anything. */
export function kyselyOver(sqlite: Database): Db {
  const driver = new SqliteDriver({ database: sqlite })
  driver.beginTransaction = async connection => void (await connection.executeQuery(CompiledQuery.raw('begin immediate')))
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}
