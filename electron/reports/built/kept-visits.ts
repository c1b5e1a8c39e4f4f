import { sql } from 'kysely'
import { statusesOf, type VisitFate } from '../../../shared/reports/visits.ts'
import { hourIn, statusIn } from './fields.ts'
import { sum, sumIf, type AnySource, type DateSource } from './source.ts'

const among = (fate: VisitFate) => sql<never>`status in (${sql.join(statusesOf(fate).map(status => sql.lit(status)))})`

/** Visits by the hours of the week, from their sums. A visit that leaves its sum leaves a sum of nothing. */
export const keptVisits = (period: DateSource): AnySource => ({
  from: sql`visitShape`,
  where: () => sql`shape = 'hour' and visits <> 0`,
  dates: { startsOn: period },
  // Counted from midnight on Monday.
  fields: { status: statusIn(sql`status`), hour: hourIn(sql`place % 24`) },
  figures: () => ({
    booked: sum(sql`visits`),
    done: sumIf(sql`visits`, among('done')),
    open: sumIf(sql`visits`, among('open')),
    cancelled: sumIf(sql`visits`, among('cancelled')),
    noShow: sumIf(sql`visits`, among('noShow')),
  }),
})
