import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { InvoicingSettings } from '../../shared/invoices/model.ts'
import { missingIn } from '../../shared/invoices/rules.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useSettings } from '../settings/store.ts'
import { useTaxes } from '../taxes/store.ts'

const blank = { name: '', person: '', email: '', vatId: '', reference: '' }
const nowhere = { street: '', postalCode: '', locality: '', region: '', country: '' }

/** What the shop has settled about its invoices, and the taxes that it knows. */
export const useInvoicing = defineStore('invoicing', () => {
  const { t } = useI18n()
  const api = useApi()
  const shop = useSettings()
  const { today } = useShopClock()
  const taxes = useTaxes()
  const { answer: settings, failure, load: ask, put } = useAnswer(() => api('invoices.settings', {}), { changes: ['setting'] })
  void ask()

  /** Fails with the reason where they cannot be had. */
  async function load() {
    await Promise.all([ask(), taxes.load()])
    const cause = failure.value ?? taxes.failure
    if (cause) throw cause
  }

  const rates = computed(() => taxes.all)
  const currentRates = computed(() => taxes.current)
  /** What a new line is taxed with: what the shop has chosen, else the first that charges anything. */
  const usualRate = computed(
    () =>
      [
        currentRates.value.find(({ id }) => id === settings.value?.defaultTaxRateId),
        currentRates.value.find(({ category }) => category === 'S'),
        ...currentRates.value,
      ].find(Boolean) ?? null,
  )
  const percentOf = (rateId: number) => {
    const rate = rates.value.find(({ id }) => id === rateId)
    return rate ? rateOn(rate, today.value) : 0
  }

  /** What the law wants on every invoice and the settings do not say yet. */
  const lacks = computed(() =>
    settings.value === null
      ? []
      : missingIn({
          kind: 'invoice',
          lines: [],
          groups: [],
          ...{ instalments: null, gross: 0 },
          buyer: { ...blank, address: nowhere },
          seller: { ...settings.value.seller, name: shop.shop.businessName },
        }).filter(missing => missing !== 'lines'),
  )
  const lacksText = computed(() => lacks.value.map(missing => t(`invoices.missing.${missing}`)).join(', '))
  async function change(changes: Partial<Omit<InvoicingSettings, 'logo'>>) {
    const noted = await api.noted('invoices.changeSettings', changes)
    put(noted.value)
    return noted
  }

  /** The picture at the head of papers; asked for again where another was chosen. */
  const logo = shallowRef<string | null>(null)
  watch(
    () => settings.value?.logo?.hash ?? null,
    async hash => (logo.value = hash === null ? null : (await api('invoices.logo', {}).catch(() => ({ source: null }))).source),
  )
  const isReady = computed(() => settings.value !== null && taxes.isLoaded)
  /** A shop from before taxes were known, or one whose country is not: no line can be written yet. */
  const lacksRates = computed(() => isReady.value && currentRates.value.length === 0)

  return {
    settings,
    rates,
    currentRates,
    usualRate,
    percentOf,
    lacks,
    lacksText,
    isReady,
    lacksRates,
    logo,
    load,
    change,
  }
})
