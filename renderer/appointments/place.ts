import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Status } from '../../shared/appointments/model.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useSettings } from '../settings/store.ts'
import { daysOf, stepped, type CalendarView } from './range.ts'

export type Filters = Readonly<{ staff: readonly number[]; services: readonly number[]; statuses: readonly Status[] }>
export const noFilters: Filters = { staff: [], services: [], statuses: [] }

/** What of the calendar is looked at: found again by whoever comes back to the page. */
export const useCalendarPlace = defineStore('calendarPlace', () => {
  const settings = useSettings()
  const { today } = useShopClock()
  const chosen = shallowRef<string | null>(null)
  const filters = shallowRef<Filters>(noFilters)
  /** The visit whose details are open. */
  const open = shallowRef<number | null>(null)

  /** Whoever stays on today is there tomorrow too. */
  const day = computed(() => chosen.value ?? today.value)
  const view = computed<CalendarView>({
    get: () => settings.preferences.calendarView,
    set: calendarView => void settings.prefer({ calendarView }),
  })
  const days = computed(() => daysOf(view.value, day.value))

  const goTo = (to: string) => (chosen.value = to === today.value ? null : to)
  const step = (by: 1 | -1) => goTo(stepped(view.value, day.value, by))
  const goToToday = () => (chosen.value = null)
  function show(to: string, as: CalendarView) {
    goTo(to)
    view.value = as
  }

  return { day, view, days, filters, open, goTo, goToToday, step, show }
})
