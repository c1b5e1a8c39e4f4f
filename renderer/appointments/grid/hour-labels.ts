import { computed, type Ref } from 'vue'
import { minutesOf } from '../../../shared/zone.ts'
import { useWallFormats } from '../../composables/wall-formats.ts'
import { useSettings } from '../../settings/store.ts'
import { useCalendarPlace } from '../place.ts'
import { dayOf } from '../walls.ts'

/** Pixels: how far the sign of now lies over an hour that stands close to it, and how far below its line an hour is written. */
const reach = 20
const drop = 6

/** What stands beside the lines of the day: the hour that the sign of now would lie on is left out. */
export function useHourLabels(now: Ref<string>) {
  const settings = useSettings()
  const place = useCalendarPlace()
  const { time } = useWallFormats()
  const clockOf = (local: string) => minutesOf(local.slice(11, 16))

  const hidden = computed(() => {
    if (place.view !== 'day' || place.day !== dayOf(now.value)) return null
    const minutes = clockOf(now.value)
    const hour = Math.round(minutes / 60) * 60
    const pixels = (Math.abs(minutes - hour) * settings.preferences.calendarHourHeight) / 60
    return pixels < reach + (minutes > hour ? drop : -drop) ? hour : null
  })

  return computed(() => {
    const hour = hidden.value
    return (local: string) => (hour !== null && clockOf(local) === hour ? '' : time(local))
  })
}
