import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Product } from '../../shared/catalogue/product.ts'
import type { CommissionRule, NewCommissionRule } from '../../shared/commissions/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** The rules by which staff have a part of revenue, and the products that they can be about. */
export const useCommissions = defineStore('commissions', () => {
  const api = useApi()
  const rules = shallowRef<readonly CommissionRule[]>([])
  const products = shallowRef<readonly Product[]>([])
  const isLoaded = shallowRef(false)

  async function load() {
    ;[rules.value, products.value] = await Promise.all([api('commissions.rules', {}), api('catalogue.products', {})])
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['commissionRule', 'product'], () => void load().catch(() => undefined))

  return {
    rules,
    products,
    isLoaded,
    add: (rule: NewCommissionRule) => api.noted('commissions.addRule', rule),
    change: (rule: CommissionRule) => api.noted('commissions.changeRule', rule),
    remove: (id: number) => api.noted('commissions.removeRule', { id }),
  }
})
