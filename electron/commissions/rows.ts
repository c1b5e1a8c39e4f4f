import type { Selectable } from 'kysely'
import { CommissionScope, type CommissionRule } from '../../shared/commissions/model.ts'
import type { CommissionRuleTable } from '../db/schema-reports.ts'

/** One column for each thing that a scope can name, so that nothing is deleted that a rule points at. */
export const toRow = ({ staffId, scope, basisPoints, validFrom }: Omit<CommissionRule, 'id'>) => ({
  ...{ staffId, basisPoints, validFrom, kind: scope.kind },
  category: scope.kind === 'category' ? scope.category : null,
  serviceId: scope.kind === 'service' ? scope.serviceId : null,
  productId: scope.kind === 'product' ? scope.productId : null,
})

export const toRule = ({ id, staffId, basisPoints, validFrom, ...row }: Selectable<CommissionRuleTable>): CommissionRule => ({
  ...{ id, staffId, basisPoints, validFrom },
  scope: scopeOf(row),
})

function scopeOf({ kind, category, serviceId, productId }: Pick<CommissionRuleTable, 'kind' | 'category' | 'serviceId' | 'productId'>) {
  const named = {
    ...(kind === 'category' && { category }),
    ...(kind === 'service' && { serviceId }),
    ...(kind === 'product' && { productId }),
  }
  return CommissionScope.parse({ kind, ...named })
}
