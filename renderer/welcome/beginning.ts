import { computed, nextTick, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { AppError } from '../../shared/errors.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { languages, type Language } from '../../shared/settings/model.ts'
import { useApi } from '../api.ts'
import { suggestedCurrency, systemCountry } from '../settings/choices.ts'
import { useSettings } from '../settings/store.ts'
import { useConfirm } from '../ui/confirm.ts'

export type WayOn = 'import' | 'demo' | 'empty'
const demoContacts = 2000

/** What the first run asks for, and what happens then. */
export function useBeginning() {
  const { locale, t } = useI18n()
  const confirm = useConfirm()
  const api = useApi()
  const router = useRouter()
  const settings = useSettings()

  const language = computed<Language>({
    get: () => languages.find(known => known === locale.value) ?? 'en',
    set: chosen => (locale.value = chosen),
  })
  const businessName = shallowRef('')
  const country = shallowRef(systemCountry())
  const currency = shallowRef(suggestedCurrency(country.value))
  watch(country, chosen => (currency.value = suggestedCurrency(chosen)))

  const tried = shallowRef(false)
  const nameIsMissing = computed(() => tried.value && businessName.value.trim() === '')
  const progress = shallowRef<Progress | null>(null)
  const filling = shallowRef<AbortController | null>(null)
  /** Books are written as a whole: no way back. */
  const isWriting = shallowRef(false)
  const error = shallowRef<unknown>(null)

  const save = () =>
    settings.changeShop({ businessName: businessName.value, country: country.value, currency: currency.value, language: language.value })

  /** Its people and their visits, then its name, without which nothing can be issued, then its books. */
  async function fill() {
    // The demo's notes are written in the shop's language.
    await settings.changeShop({ language: language.value })
    filling.value = new AbortController()
    try {
      const { signal } = filling.value
      await api.run('demo.fill', { contacts: demoContacts }, { signal, onProgress: told => (progress.value = told) })
      progress.value = null
      isWriting.value = true
      await save()
      await api.run('demo.fillBooks', {})
    } finally {
      filling.value = null
      progress.value = null
      isWriting.value = false
    }
  }

  /** Issued invoices are final, also those of a demo: this folder is then one for good. */
  const agreesToDemo = () => confirm.ask({ title: t('welcome.demo.sure'), text: t('welcome.demo.stays'), action: t('welcome.demo.title') })

  async function begin(way: WayOn) {
    tried.value = true
    if (nameIsMissing.value) return void nextTick(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
    try {
      error.value = null
      if (way === 'demo' && !(await agreesToDemo())) return
      await (way === 'demo' ? fill() : save())
      await router.push(way === 'import' ? '/import' : '/today')
    } catch (cause) {
      error.value = cause instanceof AppError && cause.code === 'cancelled' ? null : cause
    }
  }

  return {
    language,
    businessName,
    nameIsMissing,
    country,
    currency,
    filling,
    progress,
    isWriting,
    error,
    begin,
    cancel: () => filling.value?.abort(),
  }
}
