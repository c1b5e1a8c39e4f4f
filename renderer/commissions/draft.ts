import type { CommissionRule, CommissionScope, NewCommissionRule } from '../../shared/commissions/model.ts'

/** As the form has it: every scope at once, of which one counts. */
export type RuleDraft = {
  staffId: number | null
  kind: CommissionScope['kind']
  category: string
  itemId: number | null
  basisPoints: number | null
  validFrom: string
}

export const newRule = (today: string): RuleDraft => ({
  ...{ staffId: null, kind: 'services', category: '', itemId: null, basisPoints: null },
  validFrom: `${today.slice(0, 7)}-01`,
})

export const draftOf = ({ staffId, scope, basisPoints, validFrom }: CommissionRule): RuleDraft => ({
  ...{ staffId, kind: scope.kind, basisPoints, validFrom },
  category: scope.kind === 'category' ? scope.category : '',
  itemId: scope.kind === 'service' ? scope.serviceId : scope.kind === 'product' ? scope.productId : null,
})

export const ruleOf = ({ staffId, basisPoints, validFrom, ...draft }: RuleDraft): NewCommissionRule => ({
  ...{ staffId, validFrom, scope: scopeOf(draft) },
  basisPoints: basisPoints ?? -1,
})

function scopeOf({ kind, category, itemId }: Pick<RuleDraft, 'kind' | 'category' | 'itemId'>): CommissionScope {
  if (kind === 'category') return { kind, category }
  // Nothing chosen is refused with a word beside the field.
  if (kind === 'service') return { kind, serviceId: itemId ?? 0 }
  return kind === 'product' ? { kind, productId: itemId ?? 0 } : { kind }
}
