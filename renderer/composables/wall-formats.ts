import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { localeOf } from '../../shared/paper/formats.ts'
import { useSettings } from '../settings/store.ts'

const known = new Map<string, ReturnType<typeof createFormats>>()

/** Wall times and days of the shop, as text (`2026-11-24T09:30`, `2026-11-24`), in the locale's form. No zone is ever asked. */
export function useWallFormats() {
  const { locale } = useI18n()
  const settings = useSettings()
  const formats = computed(() => formatsFor(localeOf(locale.value, settings.shop.country)))
  const write = (name: keyof ReturnType<typeof createFormats>) => (local: string) => formats.value[name].format(asUtc(local))

  return {
    /** 09:30 */
    time: write('time'),
    /** Saturday, 21 November */
    longDay: write('longDay'),
    /** Sat 21 Nov */
    shortDay: write('shortDay'),
    /** 21 Nov 2026 */
    date: write('date'),
    /** Saturday */
    weekday: write('weekday'),
    /** Sat */
    shortWeekday: write('shortWeekday'),
    /** 21 */
    dayOfMonth: write('dayOfMonth'),
    /** November 2026 */
    month: write('month'),
    /** Nov 26 */
    shortMonth: write('shortMonth'),
    /** 16 – 22 November 2026 */
    span: (from: string, to: string) => formats.value.span.formatRange(asUtc(from), asUtc(to)),
    /** 16 – 22 Nov */
    shortSpan: (from: string, to: string) => formats.value.shortSpan.formatRange(asUtc(from), asUtc(to)),
    /** 09:30 – 10:15 */
    times: (from: string, to: string) => `${write('time')(from)} – ${write('time')(to)}`,
    /** Sat 21 Nov, 09:30 */
    moment: (local: string) => `${write('shortDay')(local)}, ${write('time')(local)}`,
  }
}

const asUtc = (local: string) => new Date(local.length === 10 ? `${local}T00:00:00Z` : `${local}:00Z`)

function formatsFor(locale: string) {
  const formats = known.get(locale) ?? createFormats(locale)
  known.set(locale, formats)
  return formats
}

function createFormats(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return {
    time: format({ hour: 'numeric', minute: '2-digit' }),
    longDay: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    date: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: format({ weekday: 'long' }),
    shortWeekday: format({ weekday: 'short' }),
    dayOfMonth: format({ day: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
    shortMonth: format({ month: 'short', year: '2-digit' }),
    span: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortSpan: format({ day: 'numeric', month: 'short' }),
  }
}
