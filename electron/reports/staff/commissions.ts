import type { CommissionRule } from '../../../shared/commissions/model.ts'
import { groupedBy } from '../../../shared/group.ts'
import { divideRounded, wholeInBasisPoints } from '../../../shared/money.ts'
import type { Link } from '../../../shared/reports/model.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import { averageOf, tableOf, type ColumnOf, type Line } from '../../../shared/reports/table.ts'
import { rateIn } from '../../texts.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { itemsOf, staffOf } from '../names.ts'
import { highestFirst } from '../ranking.ts'
import { earnedIn, type Earned } from './earned.ts'

/** `earned` is in ten thousandths of the smallest unit: it is rounded where it is shown, so that no sum is one of rounded parts. */
type Figure = 'base' | 'earned'

const columns: ColumnOf<Figure>[] = [
  { key: 'commissionBase', type: 'money', value: ({ base }) => base },
  { key: 'commissionRate', type: 'percent', value: ({ base, earned }) => averageOf(earned, base) },
  { key: 'commission', type: 'money', value: ({ earned }) => commissionOf(earned) },
]

export const commissionOf = (earned: number) => divideRounded(BigInt(earned), BigInt(wholeInBasisPoints))
export const earnedOf = ({ net, rule }: Earned) => net * rule.basisPoints

/** What staff have of the revenue that they bring: of what, and by which rule. */
export const commissions: Definition = {
  name: 'commissions',
  subject: 'staff',
  groups: ['staff', 'rule', 'item'],
  filters: ['staffId'],
  period: 'thisMonth',
  run,
}

async function run({ days, group, filters }: Asked, around: Around) {
  const { earned, hasRules } = await earnedIn(days, filters.staffId, around)
  const { keyOf, labelOf, linkOf } = await waysOf(group, days, around)
  const lines = [...groupedBy(earned, keyOf)].map(([key, theirs]): Line<Figure> => {
    const sum = (of: (one: Earned) => number) => theirs.reduce((total, one) => total + of(one), 0)
    return { key, label: labelOf(theirs[0]!), link: linkOf(theirs[0]!), figures: { base: sum(({ net }) => net), earned: sum(earnedOf) } }
  })
  const there = lines.filter(({ figures: { base, earned } }) => base !== 0 || earned !== 0)
  const chart = { kind: 'ranking' as const, columns: ['commission'] }
  const emptyBecause = hasRules ? null : around.say('remarks.noCommissionRules')
  const remarks = emptyBecause === null ? [] : [emptyBecause]
  return tableOf({ columns, lines: highestFirst(there, ({ earned }) => earned), chart, remarks, emptyBecause })
}

/** How rows are told apart and named; behind a member of staff is what it was for. */
async function waysOf(group: Asked['group'], days: Days, around: Around) {
  const [nameOf, items] = [await staffOf(around), await itemsOf(around)]
  const wordsOf = ruleWords(around, items.nameOf)
  if (group === 'rule')
    return {
      keyOf: ({ staffId, rule }: Earned) => `${staffId}.${rule.id}`,
      labelOf: ({ staffId, rule }: Earned) => `${nameOf(staffId)}: ${wordsOf(rule)}`,
      linkOf: () => null,
    }
  if (group === 'item')
    return {
      keyOf: ({ staffId, kind, itemId }: Earned) => `${staffId}.${kind}.${itemId}`,
      labelOf: (one: Earned) => `${nameOf(one.staffId)}: ${items.nameOf(one)}`,
      linkOf: () => null,
    }
  return {
    keyOf: ({ staffId }: Earned) => String(staffId),
    labelOf: ({ staffId }: Earned) => nameOf(staffId),
    linkOf: ({ staffId }: Earned) => commissionsOf(staffId, days),
  }
}

/** Behind a person: what their commission is of. */
export const commissionsOf = (staffId: number, { from, to }: Days): Link => ({
  ...{ page: 'report', id: null },
  query: { report: 'commissions', group: 'rule', staffId: String(staffId), from, to },
})

function ruleWords({ settings, say }: Around, nameOf: (item: { kind: 'service' | 'product'; itemId: number }) => string) {
  const rate = rateIn(settings.language)
  const nameIn = ({ scope }: CommissionRule) => {
    if (scope.kind === 'category') return scope.category
    if (scope.kind === 'service') return nameOf({ kind: 'service', itemId: scope.serviceId })
    return scope.kind === 'product' ? nameOf({ kind: 'product', itemId: scope.productId }) : ''
  }
  return (rule: CommissionRule) => say(`commissionRules.${rule.scope.kind}`, { rate: rate(rule.basisPoints), name: nameIn(rule) })
}
