import type { Connection } from './open.ts'

/**
 * All that is asked meanwhile is told of one state, whatever others write: the rows of a report, their total, and what it is compared
 * with. On a connection for reading alone; others, which write in transactions of their own, tell of whatever is there.
 */
export async function ofOneMoment<T>({ sqlite }: Pick<Connection, 'sqlite'>, tell: () => T | Promise<T>): Promise<T> {
  if (!sqlite.readonly) return tell()
  sqlite.exec('begin')
  try {
    return await tell()
  } finally {
    if (sqlite.inTransaction) sqlite.exec('commit')
  }
}
