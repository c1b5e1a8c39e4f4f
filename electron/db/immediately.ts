import type { Connection } from './open.ts'

/** A transaction around asynchronous work on a connection that nobody else uses meanwhile. */
export async function immediately<T>({ sqlite }: Pick<Connection, 'sqlite'>, work: () => T | Promise<T>): Promise<T> {
  sqlite.exec('begin immediate')
  try {
    const value = await work()
    sqlite.exec('commit')
    return value
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback')
    throw error
  }
}
