import { shallowRef, watch } from 'vue'
import type { Rhythm } from '../../shared/appointments/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** How often a client comes and what they like; null until it is known. */
export function useRhythm(contactId: () => number | null) {
  const api = useApi()
  const rhythm = shallowRef<Rhythm | null>(null)

  async function load() {
    const id = contactId()
    const found = id === null ? null : await api('appointments.rhythm', { contactId: id })
    if (id === contactId()) rhythm.value = found
  }
  // Without an answer nothing is said about it, until the next change.
  const reload = () => void load().catch(() => undefined)

  watch(
    contactId,
    () => {
      rhythm.value = null
      reload()
    },
    { immediate: true },
  )
  useChanges(['appointment'], reload)
  return rhythm
}
