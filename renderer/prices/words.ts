import { useI18n } from 'vue-i18n'
import { formatsOf, localeOf } from '../../shared/paper/formats.ts'
import type { PriceRule } from '../../shared/prices/model.ts'
import { effectText, whenText } from '../../shared/prices/words.ts'
import { useCatalogue } from '../catalogue/store.ts'
import { useProducts } from '../catalogue/product-store.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useSettings } from '../settings/store.ts'
import { useTags } from '../tags/store.ts'
import { usePrices } from './store.ts'

/** Rules in plain words. */
export function useRuleWords() {
  const { t, locale } = useI18n()
  const { list, weekdays } = useFormatters()
  const settings = useSettings()
  const [prices, tags, services, products] = [usePrices(), useTags(), useCatalogue(), useProducts()]

  const ways = {
    say: (key: string, params: Record<string, string> = {}) => t(`prices.${key}`, params),
    list,
    weekday: (day: number) => weekdays()[day - 1] ?? '',
  }
  const formats = () => formatsOf(localeOf(locale.value, settings.shop.country), settings.shop.currency)

  function scopeText({ scope }: PriceRule) {
    if (scope.kind === 'all') return t('prices.scopes.all')
    if (scope.kind === 'category') return list(scope.categories)
    const names = [
      ...services.all.filter(({ id }) => scope.serviceIds.includes(id)),
      ...products.all.filter(({ id }) => scope.productIds.includes(id)),
    ].map(({ name }) => name)
    return names.length > 3 ? t('prices.items', { count: names.length }, names.length) : list(names)
  }

  function audienceText({ audience }: PriceRule) {
    if (audience.kind === 'everybody') return ''
    if (audience.kind === 'tag') return t('prices.forTag', { name: tags.all.find(({ id }) => id === audience.tagId)?.name ?? '' })
    return t('prices.forList', { name: prices.lists.find(({ id }) => id === audience.priceListId)?.name ?? '' })
  }

  /** 10 % off, Hair, for VIP, Monday and Tuesday, until 31 March 2027 */
  function aboutRule(rule: PriceRule) {
    const exclusive = rule.isExclusive ? t('prices.alone') : ''
    return [effectText(rule, formats(), ways), scopeText(rule), audienceText(rule), whenText(rule, formats(), ways), exclusive]
      .filter(Boolean)
      .join(' · ')
  }

  return { aboutRule }
}
