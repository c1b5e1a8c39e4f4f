import { sql } from 'kysely'
import { statusesOf, type VisitFate } from '../../../shared/reports/visits.ts'
import { hourIn, statusIn } from './fields.ts'
import { periodOf } from './periods.ts'
import { sum, sumIf, type AnySource, type Shape, type Value } from './source.ts'
import { isOfServices } from './visits.ts'

const among = (fate: VisitFate) => sql<never>`status in (${sql.join(statusesOf(fate).map(status => sql.lit(status)))})`

/** What became of those of a sum. */
export const fatesOf = (column: Value) => ({
  booked: sum(column),
  done: sumIf(column, among('done')),
  open: sumIf(column, among('open')),
  cancelled: sumIf(column, among('cancelled')),
  noShow: sumIf(column, among('noShow')),
})

/** Visits by the hours of the week, from their sums. A visit that leaves its sum leaves a sum of nothing. */
export const keptVisits = (shape: Shape): AnySource | null =>
  isOfServices(shape.build)
    ? null
    : {
        from: sql`visitShape`,
        where: () => sql`shape = 'hour' and visits <> 0`,
        dates: { startsOn: periodOf(shape) },
        // Counted from midnight on Monday.
        fields: { status: statusIn(sql`status`), hour: hourIn(sql`place % 24`) },
        figures: () => fatesOf(sql`visits`),
      }
