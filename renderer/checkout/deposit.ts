import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What a deposit is asked for: a visit or a quote. */
export type DepositFor = Readonly<{ appointmentId: number } | { quoteId: number }>

/** The dialog that asks for a deposit, from wherever it is opened. */
export const useDeposit = defineStore('deposit', () => {
  const about = shallowRef<DepositFor | null>(null)
  return { about, ask: (wanted: DepositFor) => (about.value = wanted), close: () => (about.value = null) }
})
