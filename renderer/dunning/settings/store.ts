import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { DunningSettings } from '../../../shared/dunning/model.ts'
import { useApi } from '../../api.ts'
import { useChanges } from '../../composables/events.ts'

/** How the shop reminds. */
export const useDunningSettings = defineStore('dunningSettings', () => {
  const api = useApi()
  const settings = shallowRef<DunningSettings | null>(null)

  async function load() {
    settings.value = await api('dunning.settings', {})
  }
  const loadQuietly = () => void load().catch(() => undefined)
  loadQuietly()
  useChanges(['setting'], loadQuietly)

  async function change(changes: Partial<DunningSettings>) {
    const noted = await api.noted('dunning.changeSettings', changes)
    settings.value = noted.value
    return noted
  }
  return { settings, change }
})
