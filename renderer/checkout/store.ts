import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

type TopUp = Readonly<{ voucherId: number; amount: number; name: string }>

/**
 * A sale from a visit, for a client, or of whatever lies on the counter. `fee`: for a visit that was missed; `withVoucher` begins
 * with the choice of a gift card, `topUp` with more on one that somebody has.
 */
export type CheckoutRequest = Readonly<{ appointmentId?: number; contactId?: number; fee?: boolean; withVoucher?: boolean; topUp?: TopUp }>

/** The sale that somebody is at, if any: its panel lies over whatever page is open. */
export const useCheckout = defineStore('checkout', () => {
  const request = shallowRef<CheckoutRequest | null>(null)
  /** One sale after the other begins anew. */
  const edition = shallowRef(0)

  function begin(wanted: CheckoutRequest = {}) {
    request.value = wanted
    edition.value++
  }
  return { request, edition, begin, close: () => (request.value = null) }
})
