import { AppError } from '../errors.ts'
import { partsOf } from '../recurrence/parts.ts'
import { occurrencesBetween } from '../recurrence/rules.ts'
import { clockIn, dayAfter } from '../zone.ts'
import type { Charging, Period } from './model.ts'

/** Days have no hours: on the wall of Greenwich none is skipped or comes twice. */
const clock = clockIn('UTC')
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const meaningless = ['COUNT', 'UNTIL', 'BYHOUR', 'BYMINUTE', 'BYSECOND']
/** In days: most rules go on within two months, and none that anybody means waits for longer than forty years. */
const horizons = [62, 800, 14_700]

type Schedule = Readonly<{ rule: string; startsOn: string; nextFrom: string; charging: Charging }>
type Limits = Readonly<{ endsOn: string | null; periods: number | null }>

/** A rule in whole days, without an end of its own. */
export function refuseUnfitRule(rule: string, startsOn: string) {
  const parts = partsOf(rule)
  if (!frequencies.includes(parts.get('FREQ')!) || meaningless.some(name => parts.has(name))) throw new AppError('invalid', 'ruleInvalid')
  if (nextDay(rule, startsOn, startsOn) === null) throw new AppError('invalid', 'ruleEmpty')
}

/** The first day of the rule after another; null where none follows. */
export function nextDay(rule: string, startsOn: string, after: string): string | null {
  const from = instantOf(dayAfter(after))
  for (const days of horizons) {
    const { occurrences } = occurrencesBetween(rule, `${startsOn}T00:00`, clock, { from, to: instantOf(dayAfter(after, days)), limit: 1 })
    if (occurrences[0]) return occurrences[0].wall.slice(0, 10)
  }
  return null
}

const instantOf = (day: string) => Date.parse(`${day}T00:00:00.000Z`)

/** The period that begins on `nextFrom`, until the day before the next one; null where nothing follows, or it is over. */
export function periodOf({ rule, startsOn, nextFrom, charging }: Schedule, { endsOn, periods }: Limits, made: number): Period | null {
  if ((endsOn !== null && nextFrom > endsOn) || (periods !== null && made >= periods)) return null
  const following = nextDay(rule, startsOn, nextFrom)
  if (following === null) return null
  return { firstDay: nextFrom, lastDay: dayAfter(following, -1), dueOn: charging === 'advance' ? nextFrom : following }
}

/** The next ones, `count` at most. */
export function periodsToCome(schedule: Schedule, limits: Limits, made: number, count: number): Period[] {
  const found: Period[] = []
  let nextFrom = schedule.nextFrom
  while (found.length < count) {
    const period = periodOf({ ...schedule, nextFrom }, limits, made + found.length)
    if (!period) break
    found.push(period)
    nextFrom = dayAfter(period.lastDay)
  }
  return found
}

/** Where it goes on after a pause: with the first period that is not due before today. */
export function resumedFrom(schedule: Schedule, today: string): string {
  let nextFrom = schedule.nextFrom
  for (;;) {
    const period = periodOf({ ...schedule, nextFrom }, { endsOn: null, periods: null }, 0)
    if (!period || period.dueOn >= today) return nextFrom
    nextFrom = dayAfter(period.lastDay)
  }
}
