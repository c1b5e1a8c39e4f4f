import { sql } from 'kysely'
import { statusesOf } from '../../../shared/reports/visits.ts'
import { serviceCategoryOf, serviceIn, staffIn, statusIn } from './fields.ts'
import { isOfOnePerson } from './one-person.ts'
import { fatesOf } from './kept-visits.ts'
import { always, periodOf } from './periods.ts'
import { sumIf, type AnySource, type Shape } from './source.ts'
import { isOfServices } from './visits.ts'

const busy = [...statusesOf('done'), ...statusesOf('open')]
const isBusy = sql<never>`staffId <> 0 and status in (${sql.join(busy.map(status => sql.lit(status)))})`

/** Services where those are told apart, else visits, or those of one person each; those of several together are not known, for one may have two people in it. */
function countedIn({ build, rows }: Shape) {
  if (isOfServices(build)) return 'services'
  if (isOfOnePerson({ build, rows })) return 'ofStaff'
  return build.filters.some(({ field }) => field === 'staff') ? null : 'visits'
}

/**
 * Visits by who serves them and by what, from the sums of their parts, each visit on the day on which it begins. Time is kept of
 * groups for itself, and there not by what became of each.
 */
export function keptParts(shape: Shape): AnySource {
  const { build, rows, days } = shape
  const asked = [...rows, ...build.filters.map(({ field }) => field)]
  const isTimeKnown = !asked.includes('status')
  const period = periodOf(shape)
  const counted = countedIn(shape)
  const services = isOfServices({ rows, filters: build.filters }) ? sql`serviceId >= 0` : sql`serviceId = -1`
  const within = sql`${period.within()} and ${services}`
  return {
    from: sql`(select period, serviceId, staffId, status, visits, ofStaff, services, minutes from visitSum where ${within} and status <> 'block'
      union all select period, serviceId, staffId, status, 0, ofStaff, services, minutes from visitMoved where ${within}
      union all select day, serviceId, staffId, 'done', 0, 0, 0, minutes * busy from groupTime
        where ${sql.lit(isTimeKnown ? 1 : 0)} and day between ${days.from} and ${days.to})`,
    where: always,
    dates: { startsOn: { day: period.day, within: always } },
    fields: {
      status: statusIn(sql`status`),
      staff: staffIn('staffId'),
      service: serviceIn('serviceId'),
      category: serviceCategoryOf('serviceId'),
    },
    isThere: sql`sum(services) <> 0`,
    figures: () => ({
      ...(counted && fatesOf(sql.ref(counted))),
      ...(isTimeKnown && { visitTime: sumIf(sql`minutes`, isBusy) }),
    }),
  }
}
