import { useI18n } from 'vue-i18n'
import type { CommissionRule } from '../../shared/commissions/model.ts'
import { useProducts } from '../catalogue/product-store.ts'
import { useCatalogue } from '../catalogue/store.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import { useStaff } from '../staff/store.ts'

/** Rules in plain words. */
export function useRuleWords() {
  const { t } = useI18n()
  const { rate } = useFormatters()
  const { date } = useWallFormats()
  const [staff, catalogue, products] = [useStaff(), useCatalogue(), useProducts()] as const

  function whatOf({ scope }: CommissionRule) {
    if (scope.kind === 'category') return scope.category
    if (scope.kind === 'service') return catalogue.all.find(({ id }) => id === scope.serviceId)?.name ?? ''
    if (scope.kind === 'product') return products.all.find(({ id }) => id === scope.productId)?.name ?? ''
    return t(`commissions.scopes.${scope.kind}`)
  }
  const nameOf = (rule: CommissionRule) => t('commissions.name', { rate: rate(rule.basisPoints), what: whatOf(rule) })
  function aboutOf({ staffId, validFrom }: CommissionRule) {
    const who = staffId === null ? t('commissions.everybody') : (staff.all.find(({ id }) => id === staffId)?.name ?? '')
    return `${who} · ${t('commissions.from', { day: date(validFrom) })}`
  }
  return { nameOf, aboutOf }
}
