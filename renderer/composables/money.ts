import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSettings } from '../settings/store.ts'
import { localeOf } from './formats.ts'

/** Amounts of the shop's currency, from its smallest unit: 4500 is 45.00 €. */
export function useMoney() {
  const { locale } = useI18n()
  const settings = useSettings()
  const format = computed(
    () => new Intl.NumberFormat(localeOf(locale.value, settings.shop.country), { style: 'currency', currency: settings.shop.currency }),
  )
  const digits = computed(() => format.value.resolvedOptions().maximumFractionDigits ?? 2)

  return {
    money: (amount: number) => format.value.format(amount / 10 ** digits.value),
    /** As somebody would type it into a field: 45.00. */
    typed: (amount: number | null) => (amount === null ? '' : (amount / 10 ** digits.value).toFixed(digits.value)),
    /** What was typed, with a comma or a point; null where it is no amount. */
    amountOf(text: string) {
      const value = Number(text.trim().replace(',', '.'))
      return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : Math.round(value * 10 ** digits.value)
    },
  }
}
