import { sql } from 'kysely'
import type { Build } from '../../../shared/reports/built/model.ts'
import { isTimeField, type TimeField } from '../../../shared/reports/built/subjects.ts'
import { coverOf } from '../../../shared/reports/periods.ts'
import { isCounted } from '../counted.ts'
import type { Around } from '../definition.ts'
import { figureNames } from './figures.ts'
import { keptSales } from './kept-sales.ts'
import { keptVisits } from './kept-visits.ts'
import type { AnySource, DateSource } from './source.ts'

/** The sums of days and months in the place of the rows that they are made of, where they know all that is asked; they know no clients. */
export async function keptFor(build: Build, around: Around): Promise<AnySource | null> {
  if (around.clients !== null) return null
  const kept = await sumsOf(build, around)
  return kept && knows(kept, build, around) ? kept : null
}

async function sumsOf(build: Build, { db }: Around) {
  const period = periodIn(build)
  if (build.subject === 'sales') return keptSales(build, period)
  return build.subject === 'visits' && (await isCounted(db)) ? keptVisits(period) : null
}

function knows({ dates, fields, figures }: AnySource, build: Build, around: Around) {
  const asked = [...build.rows.filter(field => !isTimeField(field)), ...build.filters.map(({ field }) => field)]
  const known = figures(build, around)
  const isDated = build.date !== null && build.date in dates
  return isDated && asked.every(field => field in fields) && figureNames(build).every(name => name in known)
}

/** What a sum of a whole month cannot say. */
const isOfDays = { day: true, week: true, weekday: true, month: false, quarter: false, year: false } satisfies Record<TimeField, boolean>

/** The column with the period of a sum: whole months where that is fine enough, and the days around them. */
function periodIn({ rows }: Build): DateSource {
  const column = sql.ref('period')
  const isByDay = rows.some(field => isTimeField(field) && isOfDays[field])
  return {
    day: sql`substr(${column} || '-01', 1, 10)`,
    within: days => {
      if (isByDay) return sql`${column} between ${days.from} and ${days.to} and length(${column}) = 10`
      return sql`${column} in (select value from json_each(${JSON.stringify([...coverOf(days)])}))`
    },
  }
}
