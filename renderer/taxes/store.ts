import { defineStore } from 'pinia'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useArchivableList } from '../composables/known-list.ts'

/** What the shop charges its customers for the state. */
export const useTaxes = defineStore('taxes', () => {
  const api = useApi()
  const known = useArchivableList(() => api('taxes.rates', {}), ['taxRate'])

  return {
    ...known,
    create: (rate: Input<'taxes.createRate'>) => api.noted('taxes.createRate', rate),
    change: (change: Input<'taxes.changeRate'>) => api.noted('taxes.changeRate', change),
    archive: (id: number, archived: boolean) => api.noted('taxes.archiveRate', { id, archived }),
    adopt: (country: string) => api.noted('taxes.adopt', { country }),
    presets: (country: string) => api('taxes.presets', { country }),
  }
})
