import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useKnownList } from '../composables/known-list.ts'

/** What makes things cheaper, and the lists that clients can have. */
export const usePrices = defineStore('prices', () => {
  const api = useApi()
  const { all: rules, isLoaded: knowsRules } = useKnownList(() => api('prices.rules', {}), ['priceRule', 'priceList'])
  const { all: lists, isLoaded: knowsLists } = useKnownList(() => api('prices.lists', {}), ['priceList', 'clientPriceList'])
  const isLoaded = computed(() => knowsRules.value && knowsLists.value)

  return {
    rules,
    lists,
    isLoaded,
    createRule: (rule: Input<'prices.createRule'>) => api.noted('prices.createRule', rule),
    changeRule: (rule: Input<'prices.changeRule'>) => api.noted('prices.changeRule', rule),
    removeRule: (id: number) => api.noted('prices.removeRule', { id }),
    createList: (name: string) => api.noted('prices.createList', { name }),
    renameList: (id: number, name: string) => api.noted('prices.renameList', { id, name }),
    removeList: (id: number) => api.noted('prices.removeList', { id }),
    listOf: (contactId: number) => api('prices.listOf', { contactId }),
    giveList: (contactId: number, priceListId: number | null) => api.noted('prices.giveList', { contactId, priceListId }),
  }
})
