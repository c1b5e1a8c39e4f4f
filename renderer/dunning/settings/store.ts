import { defineStore } from 'pinia'
import type { DunningSettings } from '../../../shared/dunning/model.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

/** How the shop reminds. */
export const useDunningSettings = defineStore('dunningSettings', () => {
  const api = useApi()
  const { answer: settings, load, put } = useAnswer(() => api('dunning.settings', {}), { changes: ['setting'] })
  void load()

  async function change(changes: Partial<DunningSettings>) {
    const noted = await api.noted('dunning.changeSettings', changes)
    put(noted.value)
    return noted
  }
  return { settings, change }
})
