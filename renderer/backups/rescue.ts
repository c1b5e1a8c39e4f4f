import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Failure } from '../../shared/errors.ts'
import { isLocked } from '../../shared/vault/rules.ts'
import { useApi } from '../api.ts'

/** Why the shop's data could not be opened, damaged or locked; null where it was. */
export const useRescue = defineStore('rescue', () => {
  const api = useApi()
  const damage = shallowRef<Failure | null>(null)

  const isEncrypted = shallowRef(false)

  async function load() {
    const state = await api('database.state', {})
    damage.value = state.damage
    isEncrypted.value = state.isEncrypted
  }

  /** The page that stands in front of everything. */
  const page = computed(() => (damage.value === null ? null : isLocked(damage.value) ? 'locked' : 'rescue'))

  return { page, isEncrypted, load }
})
