import { sql } from 'kysely'
import { coverOf, type Days } from '../../shared/reports/periods.ts'

/** Days that belong together under a name: a part of a period, or the whole. */
export type Named = Days & Readonly<{ key: string }>

/** The periods under which sums are kept, as few as there can be, each with the name (`bucket`) that it goes under. */
export function part(named: readonly Named[]) {
  const cover = named.flatMap(({ key, ...days }) => [...coverOf(days)].map(period => [period, key]))
  const rows = sql<{
    period: string
    bucket: string
  }>`(select value ->> 0 as period, value ->> 1 as bucket from json_each(${JSON.stringify(cover)}))`
  return rows.as('part')
}

export const whole = (days: Days): Named[] => [{ ...days, key: '' }]
