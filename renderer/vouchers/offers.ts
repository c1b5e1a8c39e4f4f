import { defineStore } from 'pinia'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useArchivableList } from '../composables/known-list.ts'

/** What the shop sells beforehand: amounts of gift cards, and packages. */
export const useVoucherOffers = defineStore('voucherOffers', () => {
  const api = useApi()
  const { answer: settings, load } = useAnswer(() => api('vouchers.settings', {}), { changes: ['setting'] })
  void load()
  const { all: packages, current } = useArchivableList(() => api('vouchers.packages', {}), ['package', 'service'])

  return {
    settings,
    packages,
    current,
    change: (changes: Input<'vouchers.changeSettings'>) => api.noted('vouchers.changeSettings', changes),
    createPackage: (given: Input<'vouchers.createPackage'>) => api.noted('vouchers.createPackage', given),
    changePackage: (changes: Input<'vouchers.changePackage'>) => api.noted('vouchers.changePackage', changes),
    archivePackage: (id: number, archived: boolean) => api.noted('vouchers.archivePackage', { id, archived }),
  }
})
