import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { News, Subscription } from '../../shared/subscriptions/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

export const subscriptionTables = ['subscription', 'subscriptionPeriod']
const atOnce = 500

/** The recurring invoices, and what they have made lately. */
export const useSubscriptions = defineStore('subscriptions', () => {
  const api = useApi()
  const all = shallowRef<readonly Subscription[] | null>(null)
  const news = shallowRef<News | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load() {
    try {
      all.value = await api('subscriptions.list', { limit: atOnce })
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  // Without an answer nothing is said about it, until the next change.
  const tell = () =>
    void api('subscriptions.news', {})
      .then(told => (news.value = told))
      .catch(() => undefined)

  useChanges([...subscriptionTables, 'contact', 'taxRate'], () => all.value && void load())
  useChanges([...subscriptionTables, 'document'], tell)
  return { all, news, failure, load, tell }
})
