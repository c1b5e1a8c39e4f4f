import { computed } from 'vue'
import { useSettings } from '../settings/store.ts'

/** How high a row of a long list is, as this PC likes it. */
export function useRowHeight() {
  const settings = useSettings()
  return computed(() => (settings.preferences.density === 'compact' ? 36 : 46))
}
