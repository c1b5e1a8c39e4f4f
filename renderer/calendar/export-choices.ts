import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { Temporal } from 'temporal-polyfill'
import { dayAfter } from '../../shared/zone.ts'
import { useCalendarPlace } from '../appointments/place.ts'
import type { CalendarView, Days } from '../appointments/range.ts'
import { useStaff } from '../staff/store.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import { icsName } from './export.ts'

/** First and last day of what a view is about: of a month, without the days of its neighbours. */
export function shownDays(view: CalendarView, day: string, { from, to }: Days) {
  if (view !== 'month') return { from, to: dayAfter(to, -1) }
  const first = Temporal.PlainDate.from(day).with({ day: 1 })
  return { from: first.toString(), to: first.add({ months: 1 }).subtract({ days: 1 }).toString() }
}

/** Whose appointments of which days a calendar file can hold, beginning with what is shown. */
export function useCalendarChoices() {
  const { t } = useI18n()
  const { longDay, month, span } = useWallFormats()
  const { today } = useShopClock()
  const place = useCalendarPlace()
  const staff = useStaff()
  const days = shallowRef<'shown' | 'ahead'>('shown')
  /** Empty for everybody's. */
  const whose = shallowRef('')

  const shown = computed(() => shownDays(place.view, place.day, place.days))
  const shownText = computed(() => {
    const { from, to } = shown.value
    if (place.view === 'day') return `${longDay(from)} ${from.slice(0, 4)}`
    return place.view === 'month' ? month(from) : span(from, to)
  })
  const dayChoices = computed(() => [
    { value: 'shown' as const, label: shownText.value },
    { value: 'ahead' as const, label: t('calendarFiles.export.ahead') },
  ])
  const ignoresFilters = computed(() => place.filters.services.length + place.filters.statuses.length > 0)

  /** One person's where it is asked for, or where nobody else is shown. */
  function begin(staffId: number | null) {
    const [only, ...others] = place.filters.staff
    days.value = staffId === null ? 'shown' : 'ahead'
    const id = staffId ?? (others.length === 0 ? only : undefined)
    whose.value = id === undefined ? '' : String(id)
  }

  const range = () => (days.value === 'shown' ? shown.value : { from: today.value, to: dayAfter(today.value, 365) })
  const wanted = () => ({ ...range(), staffId: whose.value === '' ? null : Number(whose.value) })

  function fileName() {
    const { from, to, staffId } = wanted()
    const name = staff.all.find(({ id }) => id === staffId)?.name ?? ''
    return icsName(t('calendarFiles.export.fileName'), name, from, ...(from === to ? [] : [to]))
  }

  return { days, whose, dayChoices, staff: computed(() => staff.current), ignoresFilters, begin, wanted, fileName }
}
