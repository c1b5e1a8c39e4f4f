import type { CommissionRule, CommissionScope } from './model.ts'

/** What somebody sold on a day: who has a part of it is told by the rule that held then. */
export type Sold = Readonly<{ staffId: number; kind: 'service' | 'product'; itemId: number; category: string; day: string }>

const narrowness = { service: 3, product: 3, category: 2, services: 1, products: 1 } satisfies Record<CommissionScope['kind'], number>

/** What was agreed with somebody goes before what holds for all, a thing before its category, that before all, and what began later before what it replaces. */
export const inPrecedence = (rules: readonly CommissionRule[]) =>
  rules.toSorted(
    (a, b) =>
      Number(a.staffId === null) - Number(b.staffId === null) ||
      narrowness[b.scope.kind] - narrowness[a.scope.kind] ||
      b.validFrom.localeCompare(a.validFrom) ||
      b.id - a.id,
  )

/** The one rule that holds, of those in the order of precedence. */
export const ruleFor = (rules: readonly CommissionRule[], sold: Sold) =>
  rules.find(
    ({ staffId, scope, validFrom }) => (staffId === null || staffId === sold.staffId) && validFrom <= sold.day && isMeant(scope, sold),
  ) ?? null

function isMeant(scope: CommissionScope, { kind, itemId, category }: Sold) {
  if (scope.kind === 'services' || scope.kind === 'products') return scope.kind === `${kind}s`
  if (scope.kind === 'category') return scope.category === category
  return scope.kind === 'service' ? kind === 'service' && scope.serviceId === itemId : kind === 'product' && scope.productId === itemId
}

/** Two of them would leave it to chance which one holds. */
export const isForTheSame = (one: Omit<CommissionRule, 'id'>, other: Omit<CommissionRule, 'id'>) =>
  one.staffId === other.staffId && one.validFrom === other.validFrom && JSON.stringify(one.scope) === JSON.stringify(other.scope)
