import type { InputProblem } from '../errors.ts'
import { needsReason, type NewTaxRate, type TaxRate } from './model.ts'

/** The rate that holds on a day: that of the latest period which has begun; before the first, that one. */
export function rateOn({ periods }: Pick<TaxRate, 'periods'>, day: string) {
  const begun = periods.filter(({ from }) => from <= day)
  return (begun.at(-1) ?? periods[0]!).basisPoints
}

export const inOrderOfDays = (periods: TaxRate['periods']) => periods.toSorted((a, b) => a.from.localeCompare(b.from))

/** What EN 16931 does not let pass (BR-S-5, BR-Z-5, BR-E-5 ..., BR-Z-10, BR-E-10 ...), and days that stand twice. */
export const problemsOf = (rate: Omit<NewTaxRate, 'name'>): InputProblem[] => [...problemsOfPeriods(rate), ...problemsOfReason(rate)]

const problemsOfPeriods = ({ category, periods }: Omit<NewTaxRate, 'name'>) =>
  periods.flatMap(({ from, basisPoints }, place) => {
    const problems: InputProblem[] = []
    const path = ['periods', place]
    if (category === 'S' && basisPoints === 0) problems.push({ path: [...path, 'basisPoints'], reason: 'taxWithoutRate' })
    if (category !== 'S' && basisPoints !== 0) problems.push({ path: [...path, 'basisPoints'], reason: 'untaxedWithRate' })
    if (periods.findIndex(other => other.from === from) < place) problems.push({ path: [...path, 'from'], reason: 'periodTwice' })
    return problems
  })

function problemsOfReason({ category, reason, reasonCode }: Omit<NewTaxRate, 'name'>): InputProblem[] {
  const hasReason = reason !== '' || reasonCode !== ''
  if (needsReason.includes(category) === hasReason) return []
  return [{ path: ['reason'], reason: hasReason ? 'taxReasonUnfit' : 'taxReasonWanted' }]
}
