import { setImmediate } from 'node:timers/promises'
import type { Connection } from './open.ts'
import { rhythmBetween } from './rhythm.ts'
import { beginCounting, countMonth, endCounting, isStillCounting, monthsOfVisits } from './visit-sums.ts'

const clientsAtOnce = 2000
type WithDatabase = Pick<Connection, 'sqlite'>

/**
 * Counts the sums of the diary and the rhythms of clients anew, month by month and some clients at a time: each step is a short
 * transaction, so that the window can write in between. Where it is cut short, the next start begins again. Returns whether it came to its end.
 */
export async function recount({ sqlite }: WithDatabase, isCancelled: () => boolean): Promise<boolean> {
  const inOne = (statements: string) => sqlite.transaction(() => sqlite.exec(statements)).immediate()
  inOne(beginCounting)
  for (const step of stepsOf({ sqlite })) {
    if (isCancelled()) return false
    if (!isStillCounting(sqlite)) return recount({ sqlite }, isCancelled)
    inOne(step)
    await setImmediate()
  }
  return sqlite
    .transaction(() => {
      if (!isStillCounting(sqlite)) return false
      sqlite.exec(endCounting)
      return true
    })
    .immediate()
}

function* stepsOf({ sqlite }: WithDatabase) {
  yield* sqlite.prepare<[], string>(monthsOfVisits).pluck().all().map(countMonth)
  const last = sqlite.prepare<[], number | null>('select max(contactId) from appointment').pluck().get() ?? 0
  for (let first = 1; first <= last; first += clientsAtOnce) yield rhythmBetween(first, first + clientsAtOnce - 1)
}
