import { createSharedComposable, useIntervalFn, useNow } from '@vueuse/core'
import { computed } from 'vue'
import { clockIn } from '../../shared/zone.ts'
import { useSettings } from '../settings/store.ts'

const useClock = createSharedComposable(() => useNow({ scheduler: tick => useIntervalFn(tick, 15_000) }))

/** What the clock on the shop's wall shows, wherever this PC is. */
export function useShopClock() {
  const settings = useSettings()
  const instant = useClock()
  const clock = computed(() => clockIn(settings.shop.zone))
  /** 2026-11-24T09:30 */
  const now = computed(() => clock.value.localOf(instant.value.getTime()))
  /** 2026-11-24 */
  const today = computed(() => now.value.slice(0, 10))
  /** As the calendar wants it: +01:00. */
  const offset = computed(() => offsetText(Date.parse(`${now.value}:00Z`) - Math.floor(instant.value.getTime() / 60_000) * 60_000))
  return { now, today, offset }
}

function offsetText(milliseconds: number) {
  const minutes = Math.abs(Math.round(milliseconds / 60_000))
  const two = (number: number) => String(number).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
