import { beginningOf, bucketsOf, type Bucket, type Days, type Span } from '../../shared/reports/periods.ts'
import { isSpan } from '../../shared/reports/model.ts'
import type { Figures, Line } from '../../shared/reports/table.ts'
import type { Around, Asked } from './definition.ts'
import { periodNames } from './period-names.ts'

type InTime<F extends string> = Line<F> & Readonly<{ days: Days }>

/** A line for each part of the period in order of time, also for those in which nothing was. */
export async function overTime<F extends string>(
  { days, group }: Pick<Asked, 'days' | 'group'>,
  { settings, weekStart }: Around,
  figures: readonly F[],
  ask: (buckets: readonly Bucket[]) => Promise<readonly (Figures<F> & { key: string })[]>,
): Promise<{ lines: InTime<F>[]; span: Span }> {
  const span = isSpan(group) ? group : 'month'
  const buckets = [...bucketsOf(days, span, weekStart)]
  const found = new Map((await ask(buckets)).map(row => [row.key, row]))
  const names = periodNames(settings.language, span)
  const lines = buckets.map(({ key, from, to }) => {
    const row = found.get(key)
    return {
      key,
      label: names.long(key),
      short: names.short(key),
      days: { from, to },
      figures: figuresOf(figures, name => row?.[name] ?? 0),
    }
  })
  return { lines, span }
}

/** The same for what is known day by day. */
export async function dailyOverTime<F extends string>(
  asked: Pick<Asked, 'days' | 'group'>,
  around: Around,
  names: readonly F[],
  rows: readonly (Figures<F> & { day: string })[],
) {
  const span = isSpan(asked.group) ? asked.group : 'month'
  const sums = new Map<string, Record<F, number> & { key: string }>()
  for (const row of rows) {
    const key = beginningOf(span, row.day, around.weekStart)
    const sum = sums.get(key) ?? { key, ...figuresOf(names, () => 0) }
    sums.set(key, { ...sum, ...figuresOf(names, name => sum[name] + row[name]) })
  }
  return overTime(asked, around, names, () => Promise.resolve([...sums.values()]))
}

/** Each of the names with its figure. */
export const figuresOf = <F extends string>(names: readonly F[], valueOf: (name: F) => number) =>
  // The names are the keys.
  Object.fromEntries(names.map(name => [name, valueOf(name)])) as Figures<F>
