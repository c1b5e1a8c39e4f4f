import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { daysOf, periodOf, type Period } from '../../shared/invoices/periods.ts'
import { useApi } from '../api.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useWrittenFile } from '../composables/written-file.ts'
import { useSettings } from '../settings/store.ts'

export const usualPeriods = ['lastMonth', 'thisMonth', 'lastQuarter', 'thisQuarter', 'lastYear', 'thisYear'] as const satisfies Period[]

const whats = ['all', 'papers', 'bookings', 'taxes', 'cashbook'] as const
export type What = (typeof whats)[number]

const endings = { all: 'zip', papers: 'zip', bookings: 'csv', taxes: 'csv', cashbook: 'csv' } as const satisfies Record<What, string>

/** Which days, what of them, and the file that it becomes. */
export function useHandingOver() {
  const { t } = useI18n()
  const api = useApi()
  const shop = useSettings()
  const { number } = useFormatters()
  const { today } = useShopClock()
  const { write, ...state } = useWrittenFile()
  const what = shallowRef<What>('all')
  const from = shallowRef('')
  const to = shallowRef('')

  const period = computed<Period | 'own'>({
    get: () => usualPeriods.find(one => one === periodOf({ from: from.value, to: to.value }, today.value)) ?? 'own',
    set: chosen => chosen !== 'own' && begin(chosen),
  })
  function begin(chosen: Period) {
    const days = daysOf(chosen, today.value)
    from.value = days.from
    to.value = days.to
  }
  watch(today, () => begin('lastMonth'), { immediate: true })

  const isGerman = computed(() => shop.shop.country === 'DE')
  const choices = computed(() =>
    whats
      .filter(value => value !== 'bookings' || isGerman.value)
      .map(value => ({ value, label: t(`accountant.what.${value}`), hint: t(`accountant.what.${value}Hint`) })),
  )
  const isReady = computed(() => from.value !== '' && to.value !== '' && from.value <= to.value)

  /** 2026-10 where it is a whole month. DATEV wants its own beginning of a name. */
  function nameOfFile() {
    const month = from.value.slice(0, 7)
    const days = period.value === 'lastMonth' || period.value === 'thisMonth' ? month : `${from.value}_${to.value}`
    return `${what.value === 'bookings' ? 'EXTF_Buchungsstapel' : t(`accountant.fileNames.${what.value}`)}_${days}.${endings[what.value]}`
  }

  const save = () =>
    write(nameOfFile(), async (out, options) => {
      const wanted = { from: from.value, to: to.value, out }
      const rows = (count: number) => t('accountant.saved.rows', { count: number(count) }, count)
      const papers = (count: number) => t('accountant.saved.papers', { count: number(count) }, count)
      const works = {
        all: async () => papers((await api.run('exports.monthEnd', wanted, options)).documents),
        papers: async () => papers((await api.run('invoices.pdfs', wanted, options)).documents),
        bookings: async () => rows((await api.run('exports.datev', wanted, options)).rows),
        taxes: async () => rows((await api.run('exports.taxes', wanted, options)).rows),
        cashbook: async () => rows((await api.run('exports.cashbook', wanted, options)).rows),
      } satisfies Record<What, () => Promise<string>>
      return works[what.value]()
    })

  return { ...state, what, choices, period, from, to, isReady, isGerman, save }
}
