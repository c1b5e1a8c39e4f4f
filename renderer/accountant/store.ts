import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { AccountantChange } from '../../shared/accountant/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

/** How the accountant keeps the books. */
export const useAccountant = defineStore('accountant', () => {
  const api = useApi()
  const { answer: settings, load, put } = useAnswer(() => api('accountant.settings', {}), { changes: ['setting'] })
  void load()

  async function change(changes: AccountantChange) {
    const noted = await api.noted('accountant.changeSettings', changes)
    put(noted.value)
    return noted
  }

  /** Whether DATEV knows whose bookings they are. */
  const isKnown = computed(() => settings.value !== null && settings.value.consultant !== null && settings.value.client !== null)

  return { settings, isKnown, load, change }
})
