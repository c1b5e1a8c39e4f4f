import { groupedBy } from '../../../shared/group.ts'
import { minutesAtWork } from '../../../shared/hours/rules.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import { dayAfter, daysBetween } from '../../../shared/zone.ts'
import { closuresBetween } from '../../openings/service.ts'
import { absencesBetween } from '../../staff/absences.ts'
import { staffOf } from '../../staff/find.ts'
import type { Around } from '../definition.ts'

/** When everybody who works here works while the shop is open: worked out once for all days, and then asked for some of them in minutes. */
export async function availableIn({ from, to }: Days, { db, settings, clock }: Around) {
  const absences = groupedBy(await absencesBetween(db, from, to), ({ staffId }) => staffId)
  const openings = { week: settings.openingHours, closures: await closuresBetween(db, from, to) }
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, later) => dayAfter(from, later))
  const staff = await staffOf(db)
  const sums = new Map(
    staff.map(({ id, hours, archivedAt }) => {
      const left = archivedAt === null ? null : clock.dayOf(Date.parse(archivedAt))
      const person = { hours, absences: absences.get(id) ?? [] }
      return [id, runningSums(days.map(day => (left !== null && left < day ? 0 : minutesAtWork(day, person, openings))))]
    }),
  )
  const placeOf = (day: string) => daysBetween(from, day)
  return {
    staff,
    /** How long one of them is there on some of these days. */
    minutesOf: (staffId: number, some: Days) => {
      const ofPerson = sums.get(staffId)!
      return ofPerson[placeOf(some.to) + 1]! - ofPerson[placeOf(some.from)]!
    },
  }
}

/** What all before a place come to: what lies between two places is one subtraction. */
function runningSums(values: readonly number[]) {
  const sums = [0]
  for (const value of values) sums.push(sums.at(-1)! + value)
  return sums
}
