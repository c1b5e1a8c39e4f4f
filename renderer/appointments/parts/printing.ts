import { useEventListener } from '@vueuse/core'
import { nextTick, shallowRef } from 'vue'
import type { CalendarEntry } from '../../../shared/appointments/model.ts'

/** What goes to the printer: one visit while it is printed, else the days that are shown. */
export function usePrinting() {
  const slip = shallowRef<CalendarEntry | null>(null)
  useEventListener(window, 'afterprint', () => (slip.value = null))

  async function print(visit: CalendarEntry | null = null) {
    slip.value = visit
    await nextTick()
    window.print()
  }
  return { slip, print }
}
