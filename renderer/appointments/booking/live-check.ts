import { useDebounceFn } from '@vueuse/core'
import { shallowRef, watch } from 'vue'
import type { Input, Output } from '../../../shared/contract.ts'
import { useApi } from '../../api.ts'

type Question = Input<'appointments.check'>

/** What stands in the way of what would be booked now, at each of its starts. */
export function useLiveCheck(question: () => Question | null) {
  const api = useApi()
  const checked = shallowRef<Output<'appointments.check'>>([])
  const failure = shallowRef<unknown>(null)
  let latest = 0

  async function ask() {
    const input = question()
    const turn = ++latest
    try {
      const found = input ? await api('appointments.check', input) : []
      if (turn !== latest) return
      checked.value = found
      failure.value = null
    } catch (cause) {
      if (turn !== latest) return
      checked.value = []
      failure.value = cause
    }
  }

  const askSoon = useDebounceFn(ask, 120)
  watch(
    () => JSON.stringify(question()),
    () => void askSoon(),
    { immediate: true },
  )
  return { checked, failure }
}
