import type { Payment, PaymentMethod, WayBack } from '../../shared/payments/model.ts'

/** Money that goes back: what is left of a payment, or what a credit note owes. */
export type Refund = Readonly<{ documentId: number | null; ways: readonly WayBack[] }>
/** What somebody makes of one of its ways. */
export type Going = Readonly<{ method: PaymentMethod; amount: number | null }>

/** What is left of a payment goes back as it came. No gift card pays more than was open, so none is left with anything. */
export const refundOfLeft = ({ id, method, amount, left, day }: Payment): Refund => ({
  documentId: null,
  ways: [
    { paymentId: id, method, amount: left, paid: amount, day, left, voucherId: null, voucherCode: null, expiredOn: null, isBlocked: false },
  ],
})

/** As it came; of a card that nobody could use any more, in cash, until somebody says otherwise. */
export const proposed = ({ method, amount, expiredOn, isBlocked }: WayBack): Going => ({
  method: expiredOn !== null || isBlocked ? 'cash' : method,
  amount,
})

/** Of no payment goes back more than is left of it, also where that comes to no more in all. */
export const isTooMuch = ({ left }: WayBack, { amount }: Going) => amount !== null && (amount < 0 || (left !== null && amount > left))

/** Each way with what of it goes back; a card gets it back only where it goes back onto a card. */
export const partsOf = (ways: readonly WayBack[], going: readonly Going[]) =>
  ways.flatMap(({ paymentId, voucherId }, place) => {
    const { method, amount } = going[place]!
    return amount ? [{ paymentId, method, amount, voucherId: method === 'voucher' ? voucherId : null }] : []
  })
