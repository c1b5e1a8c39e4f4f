import { sql } from 'kysely'
import { isTimeField, type TimeField } from '../../../shared/reports/built/subjects.ts'
import { bucketsOf, coverOf, mostBuckets, type Days, type Span } from '../../../shared/reports/periods.ts'
import type { Around } from '../definition.ts'
import type { DateSource, Shape, Truth, Value } from './source.ts'

/** The longest parts by which each of these can be told. */
const spanOf = { day: 'day', weekday: 'day', week: 'week', month: 'month', quarter: 'month', year: 'month' } satisfies Record<
  TimeField,
  Span
>

/** The longest parts by which all of them can be told: weeks do not keep to months. Null where no time is told apart. */
function longestFor(rows: readonly string[]): Span | null {
  const spans = new Set(rows.filter(isTimeField).map(field => spanOf[field]))
  if (spans.has('day') || (spans.has('week') && spans.has('month'))) return 'day'
  return [...spans][0] ?? null
}

/** What is already so that it lies in the period. */
export const always = () => sql<never>`true`

/** The column with the period of a sum: whole months where that is fine enough, and the days around them. */
export function periodOf({ rows, days }: Shape) {
  const column = sql.ref('period')
  const longest = longestFor(rows)
  return {
    day: sql`substr(${column} || '-01', 1, 10)`,
    within: (): Truth => {
      if (longest === 'day' || longest === 'week') return sql`${column} between ${days.from} and ${days.to} and length(${column}) = 10`
      return sql`${column} in (select value from json_each(${JSON.stringify([...coverOf(days)])}))`
    },
  } satisfies DateSource
}

const partsAtMost = 4000

/**
 * The parts of the period with their instants, `day`, `start` and `end`: what lies between those has the day of its part, and need not
 * be asked for the time on the wall. Null where there would be too many of them.
 */
export function stretchesOf({ rows, days }: Shape, around: Around): Value | null {
  const span = longestFor(rows)
  if (span !== null && mostBuckets(days, span) > partsAtMost) return null
  const parts: Iterable<Days> = span === null ? [days] : bucketsOf(days, span, around.weekStart)
  const rowOf = (part: Days) => {
    const { start, end } = around.clock.stretchOf(part)
    return [part.from, start, end]
  }
  const json = JSON.stringify(Array.from(parts, rowOf))
  return sql`(select value ->> 0 as day, value ->> 1 as start, value ->> 2 as "end" from json_each(${json}))`
}
