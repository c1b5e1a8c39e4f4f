import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AccountantChange, AccountantSettings } from '../../shared/accountant/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** How the accountant keeps the books. */
export const useAccountant = defineStore('accountant', () => {
  const api = useApi()
  const settings = shallowRef<AccountantSettings | null>(null)

  async function load() {
    settings.value = await api('accountant.settings', {})
  }
  const loadQuietly = () => void load().catch(() => undefined)
  loadQuietly()
  useChanges(['setting'], loadQuietly)

  async function change(changes: AccountantChange) {
    const noted = await api.noted('accountant.changeSettings', changes)
    settings.value = noted.value
    return noted
  }

  /** Whether DATEV knows whose bookings they are. */
  const isKnown = computed(() => settings.value !== null && settings.value.consultant !== null && settings.value.client !== null)

  return { settings, isKnown, load, change }
})
