import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { PriceList, PriceRule } from '../../shared/prices/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What makes things cheaper, and the lists that clients can have. */
export const usePrices = defineStore('prices', () => {
  const api = useApi()
  const rules = shallowRef<readonly PriceRule[]>([])
  const lists = shallowRef<readonly PriceList[]>([])
  const isLoaded = shallowRef(false)

  async function load() {
    ;[rules.value, lists.value] = await Promise.all([api('prices.rules', {}), api('prices.lists', {})])
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['priceRule', 'priceList', 'clientPriceList'], () => void load().catch(() => undefined))

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
