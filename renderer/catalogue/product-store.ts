import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useKnownList } from '../composables/known-list.ts'

/** What is sold over the counter, and how much of it is there. */
export const useProducts = defineStore('products', () => {
  const api = useApi()
  const known = useKnownList(() => api('catalogue.products', {}), ['product', 'stockMovement'])
  const categories = computed(() => [...new Set(known.all.value.map(({ category }) => category))].filter(Boolean))

  return {
    ...known,
    categories,
    create: (product: Input<'catalogue.createProduct'>) => api.noted('catalogue.createProduct', product),
    change: (change: Input<'catalogue.changeProduct'>) => api.noted('catalogue.changeProduct', change),
    archive: (id: number, archived: boolean) => api.noted('catalogue.archiveProduct', { id, archived }),
    move: (movement: Input<'catalogue.moveStock'>) => api.noted('catalogue.moveStock', movement),
    movements: (productId: number, before: number | null, limit: number) => api('catalogue.stockMovements', { productId, before, limit }),
  }
})
