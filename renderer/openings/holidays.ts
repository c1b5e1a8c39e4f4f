import { computed, shallowRef, watch } from 'vue'
import { today } from '../composables/today.ts'
import { useSettings } from '../settings/store.ts'
import { useOpenings, type Holidays } from './store.ts'

/** The public holidays of a year that no closure covers yet, still to come. */
export function useHolidays() {
  const settings = useSettings()
  const openings = useOpenings()
  const thisYear = Number(today().slice(0, 4))
  const years = [thisYear, thisYear + 1, thisYear + 2].map(String)
  // After Christmas, it is the next one that is planned.
  const year = shallowRef(today().slice(5) < '12-27' ? years[0]! : years[1]!)
  const region = shallowRef('')
  const answer = shallowRef<Holidays | null>(null)
  const error = shallowRef<unknown>(null)

  const asked = computed(() => ({
    year: Number(year.value),
    region: region.value,
    country: settings.shop.country,
    closures: openings.closures,
  }))
  watch(
    asked,
    async ({ year, region }, _before, onCleanup) => {
      let isStale = false
      onCleanup(() => (isStale = true))
      try {
        const holidays = await openings.holidays(year, region)
        if (!isStale) [answer.value, error.value] = [holidays, null]
      } catch (cause) {
        if (!isStale) error.value = cause
      }
    },
    { immediate: true },
  )
  watch(
    () => settings.shop.country,
    () => (region.value = ''),
  )

  const found = computed(() => answer.value && { ...answer.value, holidays: answer.value.holidays.filter(({ day }) => day >= today()) })
  return { year, years, region, found, error }
}
