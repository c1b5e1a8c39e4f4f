import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Product } from '../../shared/catalogue/product.ts'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What is sold over the counter, and how much of it is there. */
export const useProducts = defineStore('products', () => {
  const api = useApi()
  const all = shallowRef<readonly Product[]>([])
  const isLoaded = shallowRef(false)
  const categories = computed(() => [...new Set(all.value.map(({ category }) => category))].filter(Boolean))

  async function load() {
    all.value = await api('catalogue.products', {})
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['product', 'stockMovement'], () => void load())

  return {
    all,
    categories,
    isLoaded,
    load,
    create: (product: Input<'catalogue.createProduct'>) => api.noted('catalogue.createProduct', product),
    change: (change: Input<'catalogue.changeProduct'>) => api.noted('catalogue.changeProduct', change),
    archive: (id: number, archived: boolean) => api.noted('catalogue.archiveProduct', { id, archived }),
    move: (movement: Input<'catalogue.moveStock'>) => api.noted('catalogue.moveStock', movement),
    movements: (productId: number, before: number | null) => api('catalogue.stockMovements', { productId, before }),
  }
})
