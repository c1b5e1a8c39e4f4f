import type { Input } from '../../shared/contract.ts'
import type { PriceAudience, PriceEffect, PriceRule, PriceScope } from '../../shared/prices/model.ts'

/** A rule in its form: what belongs to another kind waits for whoever changes their mind. */
export type RuleDraft = {
  name: string
  scope: PriceScope['kind']
  categories: string[]
  serviceIds: number[]
  productIds: number[]
  effect: PriceEffect['kind']
  basisPoints: number | null
  amount: number | null
  audience: PriceAudience['kind']
  tagId: number | null
  priceListId: number | null
  /** Empty: without an end. */
  from: string
  to: string
  weekdays: number[]
  fromTime: string
  toTime: string
  isExclusive: boolean
}

/** What of it says what it is about. */
export type ScopeDraft = Pick<RuleDraft, 'scope' | 'categories' | 'serviceIds' | 'productIds'>

export const newRule = (): RuleDraft => ({
  ...{ name: '', scope: 'all', categories: [], serviceIds: [], productIds: [] },
  ...{ effect: 'percent', basisPoints: null, amount: null, audience: 'everybody', tagId: null, priceListId: null },
  ...{ from: '', to: '', weekdays: [], fromTime: '', toTime: '', isExclusive: false },
})

export const draftOf = ({ name, scope, effect, audience, from, to, weekdays, fromTime, toTime, isExclusive }: PriceRule): RuleDraft => ({
  ...{ ...newRule(), name, isExclusive, weekdays: [...weekdays] },
  ...{ effect: effect.kind, audience: audience.kind },
  ...scopeParts(scope),
  basisPoints: effect.kind === 'percent' ? effect.basisPoints : null,
  amount: effect.kind === 'amount' ? effect.amount : effect.kind === 'fixed' ? effect.price : null,
  tagId: audience.kind === 'tag' ? audience.tagId : null,
  priceListId: audience.kind === 'list' ? audience.priceListId : null,
  ...{ from: from ?? '', to: to ?? '', fromTime: fromTime ?? '', toTime: toTime ?? '' },
})

export const scopeParts = (scope: PriceScope): ScopeDraft => ({
  scope: scope.kind,
  categories: scope.kind === 'category' ? [...scope.categories] : [],
  serviceIds: scope.kind === 'items' ? [...scope.serviceIds] : [],
  productIds: scope.kind === 'items' ? [...scope.productIds] : [],
})

/** As it is sent: what was left empty is nothing, which the rules refuse where something is wanted. */
export const ruleOf = (draft: RuleDraft): Input<'prices.createRule'> => ({
  ...{ name: draft.name, isExclusive: draft.isExclusive, weekdays: [...draft.weekdays] },
  ...{ scope: scopeOf(draft), effect: effectOf(draft), audience: audienceOf(draft) },
  ...{ from: draft.from || null, to: draft.to || null, fromTime: draft.fromTime || null, toTime: draft.toTime || null },
})

export function scopeOf({ scope, categories, serviceIds, productIds }: ScopeDraft): PriceScope {
  if (scope === 'category') return { kind: scope, categories: [...categories] }
  return scope === 'items' ? { kind: scope, serviceIds: [...serviceIds], productIds: [...productIds] } : { kind: scope }
}

function effectOf({ effect, basisPoints, amount }: RuleDraft): PriceEffect {
  if (effect === 'percent') return { kind: effect, basisPoints: basisPoints ?? 0 }
  return effect === 'amount' ? { kind: effect, amount: amount ?? 0 } : { kind: effect, price: amount ?? 0 }
}

function audienceOf({ audience, tagId, priceListId }: RuleDraft): PriceAudience {
  if (audience === 'tag') return { kind: audience, tagId: tagId ?? 0 }
  return audience === 'list' ? { kind: audience, priceListId: priceListId ?? 0 } : { kind: audience }
}
