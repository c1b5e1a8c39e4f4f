import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { defaultPreferences, defaultSettings, type Preferences, type ShopSettings } from '../../shared/settings/model.ts'
import { useApi } from '../api.ts'

/** The shop, and how this PC shows it. */
export const useSettings = defineStore('settings', () => {
  const api = useApi()
  const shop = shallowRef<ShopSettings>(defaultSettings)
  const preferences = shallowRef<Preferences>(defaultPreferences)
  const isSetUp = computed(() => shop.value.businessName !== '')

  async function load() {
    ;[shop.value, preferences.value] = await Promise.all([api('settings.get', {}), api('preferences.get', {})])
  }

  async function changeShop(change: Partial<ShopSettings>) {
    shop.value = await api('settings.update', change)
  }

  /** As above, together with what it left in the history. */
  async function noteShop(change: Partial<ShopSettings>) {
    const noted = await api.noted('settings.update', change)
    shop.value = noted.value
    return noted
  }

  async function prefer(change: Partial<Preferences>) {
    preferences.value = await api('preferences.update', change)
  }

  return { shop, preferences, isSetUp, load, changeShop, noteShop, prefer }
})
