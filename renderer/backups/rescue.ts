import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Failure } from '../../shared/errors.ts'
import { useApi } from '../api.ts'

/** Why the shop's data could not be opened; null where it was. */
export const useRescue = defineStore('rescue', () => {
  const api = useApi()
  const damage = shallowRef<Failure | null>(null)

  async function load() {
    damage.value = (await api('database.state', {})).damage
  }

  return { damage, load }
})
