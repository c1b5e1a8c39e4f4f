import { sql } from 'kysely'
import { spanIn } from '../../../shared/reports/built/subjects.ts'
import { bucketsOf } from '../../../shared/reports/periods.ts'
import * as clientQueries from '../client-queries.ts'
import { countedIn } from '../clients/days.ts'
import type { Around } from '../definition.ts'
import { fatesOf, keptVisits } from './kept-visits.ts'
import { figureNames } from './figures.ts'
import { always, periodOf } from './periods.ts'
import { sum, type AnySource, type Shape } from './source.ts'

/**
 * How many clients came in each part of a period or in all of it, from the days that are kept of each client, beside the sums of visits.
 * Of parts that are told apart by anything else they cannot be added up.
 */
export async function keptSeen(shape: Shape, around: Around): Promise<AnySource | null> {
  const { build, rows, days } = shape
  const sums = keptVisits(shape)
  const span = rows.length === 1 ? spanIn(rows[0]!) : null
  if (!sums || build.filters.length > 0 || !figureNames(build).includes('seen') || (rows.length > 0 && span === null)) return null
  const parts = span === null ? [days] : [...bucketsOf(days, span, around.weekStart)]
  const counts = countedIn(
    parts,
    (await clientQueries.daysOfClients(around.db).execute()).map(({ days }) => days!),
  )
  const seen = JSON.stringify(parts.map(({ from }, place) => [from, counts[place]]))
  const period = periodOf(shape)
  return {
    from: sql`(select period, status, visits, 0 as seen from visitShape where shape = 'hour' and visits <> 0 and ${period.within()}
      union all select value ->> 0, '', 0, value ->> 1 from json_each(${seen}))`,
    where: always,
    dates: { startsOn: { day: period.day, within: always } },
    fields: {},
    isThere: sql`sum(visits) <> 0`,
    figures: () => ({ ...fatesOf(sql`visits`), seen: sum(sql`seen`) }),
  }
}
