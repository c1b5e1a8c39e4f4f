import type { Connection } from './open.ts'

/**
 * All that is asked meanwhile is told of one state, whatever others write: the rows of a report, their total, and what it is compared
 * with. On a connection on which nobody writes meanwhile: one for reading alone, or a worker's, which does one thing after the other. The
 * main one, where others begin transactions of their own, tells of whatever is there. Nobody else is kept from writing.
 */
export async function ofOneMoment<T>(
  { sqlite }: Pick<Connection, 'sqlite'>,
  tell: () => T | Promise<T>,
  isAlone = sqlite.readonly,
): Promise<T> {
  if (!isAlone) return tell()
  sqlite.exec('begin')
  try {
    return await tell()
  } finally {
    if (sqlite.inTransaction) sqlite.exec('commit')
  }
}
