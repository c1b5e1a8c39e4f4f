import type { Database, Statement } from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Db, Schema } from './schema.ts'

/** Transactions begin immediate: a command that has to wait for another writer waits before it has read anything. */
export function kyselyOver(sqlite: Database): Db {
  const driver = new SqliteDriver({ database: { prepare: rememberingPrepare(sqlite), close: () => void sqlite.close() } })
  driver.beginTransaction = async connection => void (await connection.executeQuery(CompiledQuery.raw('begin immediate')))
  // A full disk makes SQLite roll back by itself. That there is nothing left to do must not stand in front of why.
  driver.rollbackTransaction = async connection => {
    if (sqlite.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

const rememberedStatements = 100

/** The window asks the same few questions again and again: each is prepared once, and those that were asked longest ago make room. */
function rememberingPrepare(sqlite: Database) {
  const prepared = new Map<string, Statement<unknown[]>>()
  return (sql: string) => {
    const statement = prepared.get(sql) ?? sqlite.prepare(sql)
    prepared.delete(sql)
    prepared.set(sql, statement)
    if (prepared.size > rememberedStatements) prepared.delete(prepared.keys().next().value!)
    return statement
  }
}
