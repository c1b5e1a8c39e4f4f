import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { TaxRate } from '../../shared/taxes/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What the shop charges its customers for the state. */
export const useTaxes = defineStore('taxes', () => {
  const api = useApi()
  const all = shallowRef<readonly TaxRate[]>([])
  const isLoaded = shallowRef(false)
  const current = computed(() => all.value.filter(({ archivedAt }) => archivedAt === null))
  const archived = computed(() => all.value.filter(({ archivedAt }) => archivedAt !== null))

  async function load() {
    all.value = await api('taxes.rates', {})
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['taxRate'], () => void load())

  return {
    all,
    current,
    archived,
    isLoaded,
    load,
    create: (rate: Input<'taxes.createRate'>) => api.noted('taxes.createRate', rate),
    change: (change: Input<'taxes.changeRate'>) => api.noted('taxes.changeRate', change),
    archive: (id: number, archived: boolean) => api.noted('taxes.archiveRate', { id, archived }),
    adopt: (country: string) => api.noted('taxes.adopt', { country }),
    presets: (country: string) => api('taxes.presets', { country }),
  }
})
