import { createSharedComposable, useIntervalFn, useNow } from '@vueuse/core'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { formatPhone } from '../../shared/phone.ts'
import { useSettings } from '../settings/store.ts'
import { formattersFor } from './formats.ts'

const useClock = createSharedComposable(() => useNow({ scheduler: tick => useIntervalFn(tick, 30_000) }))

/** Numbers, dates and times in the user's language and the shop's country. */
export function useFormatters() {
  const { locale, t } = useI18n()
  const settings = useSettings()
  const now = useClock()
  const formats = computed(() => formattersFor(locale.value, settings.shop.country))

  return {
    number: (value: number) => formats.value.number.format(value),
    percent: (share: number) => formats.value.percent.format(share),
    /** 7.7 %, from basis points */
    rate: (basisPoints: number) => formats.value.rate.format(basisPoints / 10_000),
    /** 1.5, from thousandths */
    quantity: (thousandths: number) => formats.value.number.format(thousandths / 1000),
    /** 14 May 2026 */
    date: (instant: string) => formats.value.date.format(new Date(instant)),
    /** 14:02 */
    time: (instant: string) => formats.value.time.format(new Date(instant)),
    /** 14 May 2026, 14:02 */
    dateTime: (instant: string) => formats.value.dateTime.format(new Date(instant)),
    /** Today, Yesterday, then Saturday, 21 November. */
    day: (instant: string) => formats.value.day(new Date(instant), now.value),
    /** 3 weeks ago */
    relative: (instant: string) => formats.value.relative(new Date(instant), now.value, t('ui.justNow')),
    /** 14 May 1984, or 14 May where the year is unknown. */
    longDate: (day: string) => formats.value.longDate(day),
    /** 1.4 MB */
    bytes: (size: number) => formats.value.bytes(size),
    /** 2 min */
    duration: (seconds: number) => formats.value.duration(seconds),
    /** 1 hr 30 min, from minutes */
    length: (minutes: number) => formats.value.length(minutes),
    /** €35.00, from cents */
    money: (amount: number) => formats.value.money(amount, settings.shop.currency),
    /** €35, and €35.50 where there are cents */
    roundMoney: (amount: number) => formats.value.roundMoney(amount, settings.shop.currency),
    /** Mon, 21 Dec 2026, of a day on the calendar */
    calendarDay: (day: string) => formats.value.calendarDay.format(new Date(day)),
    /** Monday to Sunday */
    weekdays: () => formats.value.weekdays,
    list: (items: readonly string[]) => formats.value.list.format(items),
    country: (code: string) => formats.value.country(code),
    currency: (code: string) => formats.value.currency(code),
    phone: (phone: { number: string; e164: string | null }) => formatPhone(phone.number, phone.e164, settings.shop.country),
  }
}
