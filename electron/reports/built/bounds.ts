import { sql, type SqlBool } from 'kysely'
import type { BuiltBound } from '../../../shared/reports/built/bounds.ts'
import type { Measure } from '../../../shared/reports/built/measure.ts'
import type { Truth, Value } from './source.ts'

/** What a figure comes to in all rows, whether they are shown or not. */
export const ofWhole = (name: string) => `whole ${name}`

/** What can be told and lies within: the cell as its column shows it is compared, so that nobody sees 5 % and is told that it is less. */
export function isWithin({ measure, is, value, to }: Omit<BuiltBound, 'measure'> & { measure: Measure }): Truth {
  const cell = cellOf(measure)
  if (is === 'between') return sql<SqlBool>`${cell} between ${value} and ${to}`
  return is === 'atLeast' ? sql<SqlBool>`${cell} >= ${value}` : sql<SqlBool>`${cell} <= ${value}`
}

/** As `columnOf` makes it of the same figures. */
function cellOf(measure: Measure): Value {
  if ('sum' in measure) return sql.ref(measure.sum)
  if ('shareOf' in measure) return share(sql.ref(measure.shareOf), sql.ref(ofWhole(measure.shareOf)), 10_000)
  const [part, whole] = [sql.ref(measure.part), wholeOf(measure.whole)]
  return divided[measure.type](part, whole)
}

export const wholeOf = (names: readonly string[]): Value =>
  sql`(${sql.join(
    names.map(name => sql.ref(name)),
    sql` + `,
  )})`

/** To the nearest whole, halves up as `Math.round` has it. */
const share = (part: Value, whole: Value, units: number) =>
  sql`floor(${part} * ${sql.lit(units)} / cast(nullif(${whole}, 0) as real) + 0.5)`
/** Halves away from zero. */
const average = (sum: Value, count: Value) => sql`round(cast(${sum} as real) / nullif(${count}, 0))`

const divided = {
  percent: (part, whole) => share(part, whole, 10_000),
  decimal: (part, whole) => share(part, whole, 1000),
  ...{ money: average, number: average, minutes: average },
} satisfies Record<Measure['type'], (part: Value, whole: Value) => Value>
