import { defineStore } from 'pinia'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

export const subscriptionTables = ['subscription', 'subscriptionPeriod']
const atOnce = 500

/** The recurring invoices, and what they have made lately. */
export const useSubscriptions = defineStore('subscriptions', () => {
  const api = useApi()
  const {
    answer: all,
    failure,
    load,
  } = useAnswer(() => api('subscriptions.list', { limit: atOnce }), { changes: [...subscriptionTables, 'contact', 'taxRate'] })
  // Without an answer nothing is said about it, until the next change.
  const { answer: news, load: tell } = useAnswer(() => api('subscriptions.news', {}), { changes: [...subscriptionTables, 'document'] })
  return { all, news, failure, load, tell }
})
