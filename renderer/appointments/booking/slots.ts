import { shallowRef, watch } from 'vue'
import type { Slot } from '../../../shared/appointments/model.ts'
import type { Input } from '../../../shared/contract.ts'
import { useApi } from '../../api.ts'

/** The free times for a question, kept up to date; null while nothing can be asked. An answer that was overtaken is dropped. */
export function useSlots(question: () => Input<'appointments.freeSlots'> | null) {
  const api = useApi()
  const slots = shallowRef<readonly Slot[] | null>(null)
  const failure = shallowRef<unknown>(null)
  let latest = 0

  async function ask(input: Input<'appointments.freeSlots'> | null) {
    const turn = ++latest
    if (!input) {
      slots.value = null
      return
    }
    try {
      const found = await api('appointments.freeSlots', input)
      if (turn !== latest) return
      slots.value = found
      failure.value = null
    } catch (cause) {
      if (turn === latest) failure.value = cause
    }
  }

  watch(
    () => JSON.stringify(question()),
    () => void ask(question()),
    { immediate: true },
  )
  return { slots, failure }
}
