import codes from 'i18n-iso-countries/codes.json'
import toCurrency from 'country-to-currency'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormatters } from '../composables/formatters.ts'

/** The countries and currencies of the world by their names in the user's language. */
export function useChoices() {
  const { locale } = useI18n()
  const { country, currency } = useFormatters()

  const sorted = <T extends { label: string }>(choices: T[]) => {
    const collator = new Intl.Collator(locale.value)
    return choices.sort((a, b) => collator.compare(a.label, b.label))
  }
  const countries = computed(() => sorted(codes.map(([code = '']) => ({ value: code, label: country(code), hint: code }))))
  const currencies = computed(() =>
    sorted(Intl.supportedValuesOf('currency').map(code => ({ value: code, label: currency(code), hint: code }))),
  )
  return { countries, currencies }
}

const currencyOf: Readonly<Record<string, string>> = toCurrency

export const suggestedCurrency = (country: string) => currencyOf[country] ?? 'EUR'

/** `de-AT` is Austria, and `de` most likely Germany. */
export const systemCountry = (language: string = navigator.language) => new Intl.Locale(language).maximize().region ?? 'DE'
