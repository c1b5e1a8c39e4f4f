import { defineStore } from 'pinia'
import type { CommissionRule, NewCommissionRule } from '../../shared/commissions/model.ts'
import { useApi } from '../api.ts'
import { useKnownList } from '../composables/known-list.ts'

/** The rules by which staff have a part of revenue. */
export const useCommissions = defineStore('commissions', () => {
  const api = useApi()
  const { all: rules, isLoaded } = useKnownList(() => api('commissions.rules', {}), ['commissionRule', 'product'])

  return {
    rules,
    isLoaded,
    add: (rule: NewCommissionRule) => api.noted('commissions.addRule', rule),
    change: (rule: CommissionRule) => api.noted('commissions.changeRule', rule),
    remove: (id: number) => api.noted('commissions.removeRule', { id }),
  }
})
