import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { Connection } from './open.ts'
import { rhythmBetween } from './rhythm.ts'
import { shopTime } from './shop-time.ts'
import { countedForZone, emptySums, enterMoved, enterVisits } from './visit-sums.ts'

/** Nothing stands before the first step. `counting` goes where the reason for it comes up again meanwhile. */
const beginCounting = `${emptySums} delete from figureBasis; insert into figureBasis (name, value) values ('counting', '');`
const isStillCounting = (sqlite: Database) => sqlite.prepare("select 1 from figureBasis where name = 'counting'").get() !== undefined
const endCounting = `${countedForZone} delete from figureBasis where name = 'counting';`

/** The months in which there are visits, and those beside them: on the shop's wall some are in another one. */
const monthsOfVisits = `
  with recursive month (first) as (
    select date(min(startsAt), 'start of month', '-1 month') from appointment
    union all select date(first, '+1 month') from month where first <= (select date(max(startsAt), '+1 month') from appointment))
  select substr(first, 1, 7) from month where first is not null`

/**
 * All that is kept of one month, from the diary as it is. What happens in the diary before the turn of a month may leave anything in
 * its sums, for they are thrown away; what happens after it is kept as ever. Nothing of a visit is more than a day after its beginning.
 */
const countMonth = (month: string) => `
  delete from visitSum where period = '${month}' or period between '${month}-01' and '${month}-31';
  delete from visitShape where period = '${month}' or period between '${month}-01' and '${month}-31';
  delete from visitMoved where period = '${month}' or period between '${month}-01' and '${month}-31';
  delete from groupTime where day between '${month}-01' and '${month}-31';
  ${enterVisits(`${beginsAround(month)} and substr(${shopTime('part.startsAt')}, 1, 7) = '${month}'`, 1)}
  ${enterMoved(beginsAround(month), 1, `substr(period, 1, 7) = '${month}'`)}`

const beginsAround = (month: string) =>
  `visit.startsAt >= date('${month}-01', '-3 days') and visit.startsAt < date('${month}-01', '+1 month', '+2 days')`

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
  const isDone = sqlite.transaction(() => isStillCounting(sqlite) && Boolean(sqlite.exec(endCounting))).immediate()
  return isDone || recount({ sqlite }, isCancelled)
}

function* stepsOf({ sqlite }: WithDatabase) {
  yield* sqlite.prepare<[], string>(monthsOfVisits).pluck().all().map(countMonth)
  const last = sqlite.prepare<[], number | null>('select max(contactId) from appointment').pluck().get() ?? 0
  for (let first = 1; first <= last; first += clientsAtOnce) yield rhythmBetween(first, first + clientsAtOnce - 1)
}
