import type { TaxRate } from './model.ts'

/** The rate that holds on a day: that of the latest period which has begun; before the first, that one. */
export function rateOn({ periods }: Pick<TaxRate, 'periods'>, day: string) {
  const begun = periods.filter(({ from }) => from <= day)
  return (begun.at(-1) ?? periods[0]!).basisPoints
}
