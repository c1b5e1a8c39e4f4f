import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { isKnownLabel } from '../../../shared/contacts/labels.ts'
import { offeredLanguages } from '../../../shared/contacts/languages.ts'
import { useSettings } from '../../settings/store.ts'

/** Labels, languages and countries, which are stored by a code or as somebody wrote them. */
export function useWords() {
  const { t, locale } = useI18n()
  const settings = useSettings()
  const languages = computed(() => new Intl.DisplayNames(locale.value, { type: 'language' }))
  const countries = computed(() => new Intl.DisplayNames(locale.value, { type: 'region' }))
  const sinceFormat = computed(
    () => new Intl.DateTimeFormat(`${locale.value}-${settings.shop.country}`, { month: 'long', year: 'numeric' }),
  )

  const labelName = (label: string) => (isKnownLabel(label) ? t(`contacts.labels.${label}`) : label)
  const languageName = (language: string) => named(languages.value, language, /^[a-z]{2,3}([-_][\w-]+)?$/i)
  const countryName = (country: string) => named(countries.value, country, /^[A-Z]{2}$/)

  return {
    labelName,
    languageName,
    countryName,
    labelOptions: (labels: readonly string[]) => labels.map(label => ({ value: label, label: labelName(label) })),
    languageOptions: computed(() => offeredLanguages.map(code => ({ value: code, label: languageName(code) }))),
    /** March 2023 */
    month: (instant: string) => sinceFormat.value.format(new Date(instant)),
  }
}

function named(names: Intl.DisplayNames, code: string, form: RegExp) {
  if (!form.test(code)) return code
  try {
    return names.of(code.replace('_', '-')) ?? code
  } catch {
    // Looks like a code and is none: shown as it was written.
    return code
  }
}
