import { sql } from 'kysely'
import { coverOf, type Days } from '../../shared/reports/periods.ts'
import type { Figures } from '../../shared/reports/table.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Around } from './definition.ts'
import { figuresOf } from './over-time.ts'

/** The sums of the shop; of some clients the rows that stand in their place (`narrowed.ts`), which are all of the days that are asked for. */
export type Books = Pick<Around, 'db' | 'clients'>

/** Days that belong together under a name: a part of a period, or the whole. */
export type Named = Days & Readonly<{ key: string }>

/**
 * The periods under which sums are kept, as few as there can be, each with the name (`bucket`) that it goes under. Rows of some clients
 * are not looked up by their periods: each has its day, and `inParts` puts them together afterwards.
 */
export function part(named: readonly Named[], { clients }: Books) {
  const cover = clients ? [[]] : named.flatMap(({ key, ...days }) => [...coverOf(days)].map(period => [period, key]))
  const rows = sql<{
    period: string
    bucket: string
  }>`(select value ->> 0 as period, value ->> 1 as bucket from json_each(${JSON.stringify(cover)}))`
  return rows.as('part')
}

export const whole = (days: Days): Named[] => [{ ...days, key: '' }]

/**
 * What is known day by day, told of the parts that these days lie in. `names` say what tells rows of the same part apart; the figures
 * of those that are alike are added up.
 */
export function inParts<F extends string, R extends Figures<F> & { key: string }>(
  rows: readonly R[],
  named: readonly Named[],
  figures: readonly F[],
  names: readonly (keyof R)[] = [],
): R[] {
  const partOf = new Map(named.flatMap(({ key, ...days }) => [...daysIn(days)].map(day => [day, key])))
  const sums = new Map<string, R>()
  for (const row of rows) {
    const key = partOf.get(row.key)
    if (key === undefined) continue
    const alike = JSON.stringify([key, ...names.map(name => row[name])])
    const sum = sums.get(alike)
    sums.set(alike, { ...row, key, ...figuresOf(figures, name => row[name] + (sum?.[name] ?? 0)) })
  }
  return [...sums.values()]
}

function* daysIn({ from, to }: Days) {
  for (let day = from; day <= to; day = dayAfter(day)) yield day
}
