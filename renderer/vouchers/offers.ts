import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Package, VoucherSettings } from '../../shared/vouchers/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What the shop sells beforehand: amounts of gift cards, and packages. */
export const useVoucherOffers = defineStore('voucherOffers', () => {
  const api = useApi()
  const settings = shallowRef<VoucherSettings | null>(null)
  const packages = shallowRef<readonly Package[]>([])
  const current = computed(() => packages.value.filter(({ archivedAt }) => archivedAt === null))

  async function load() {
    ;[settings.value, packages.value] = await Promise.all([api('vouchers.settings', {}), api('vouchers.packages', {})])
  }
  const loadQuietly = () => void load().catch(() => undefined)
  loadQuietly()
  useChanges(['setting', 'package', 'service'], loadQuietly)

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
