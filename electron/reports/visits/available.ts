import type { Interval } from '../../../shared/appointments/diary.ts'
import { common, firstEndingAfter, type Intervals } from '../../../shared/appointments/intervals.ts'
import { groupedBy } from '../../../shared/group.ts'
import { openHours, workingHours } from '../../../shared/hours/rules.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import { dayAfter } from '../../../shared/zone.ts'
import { closuresBetween } from '../../openings/service.ts'
import { absencesBetween } from '../../staff/absences.ts'
import { staffOf } from '../../staff/find.ts'
import type { Around } from '../definition.ts'

const minute = 60_000

/** When everybody who works here works while the shop is open: asked once for all days, and then for some of them in minutes. */
export async function availableIn({ from, to }: Days, { db, settings, clock }: Around) {
  const days = { first: from, last: to }
  const absences = groupedBy(await absencesBetween(db, from, to), ({ staffId }) => staffId)
  const open = openHours(settings.openingHours, await closuresBetween(db, from, to), days, clock)
  const staff = await staffOf(db)
  const hours = new Map(
    staff.map(({ id, hours, archivedAt }): [number, Intervals] => {
      const working = workingHours(hours, absences.get(id) ?? [], days, clock)
      return [id, common(common(working, open), [{ start: -Infinity, end: archivedAt === null ? Infinity : Date.parse(archivedAt) }])]
    }),
  )
  return {
    staff,
    /** How long one of them is there on these days. */
    minutesOf: (staffId: number, { from, to }: Days) => {
      const within = { start: clock.reaching(`${from}T00:00`), end: clock.reaching(`${dayAfter(to)}T00:00`) }
      return lengthOf(common(around(hours.get(staffId) ?? [], within), [within])) / minute
    },
  }
}

const lengthOf = (intervals: Intervals) => intervals.reduce((sum, { start, end }) => sum + end - start, 0)

/** Those of many that lie around some time: looked up, for there may be thousands of times. */
const around = (intervals: Intervals, { start, end }: Interval) =>
  intervals.slice(firstEndingAfter(intervals, start), firstEndingAfter(intervals, end) + 1)
