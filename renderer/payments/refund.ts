import type { Payment, PaymentMethod, WayBack } from '../../shared/payments/model.ts'

/** Money that goes back: what is left of a payment, or what a credit note owes. */
export type Refund = Readonly<{ documentId: number | null; ways: readonly WayBack[] }>
/** What somebody makes of one of its ways. */
export type Going = Readonly<{ method: PaymentMethod; amount: number | null }>

/** What is left of a payment goes back as it came. No gift card pays more than was open, so none is left with anything. */
export const leftOf = ({ id, method, amount, left, day }: Payment): Refund => ({
  documentId: null,
  ways: [{ paymentId: id, method, amount: left, paid: amount, day, voucherId: null, voucherCode: null }],
})

/** Each way with what of it goes back; a card gets it back only where it goes back onto a card. */
export const partsOf = (ways: readonly WayBack[], going: readonly Going[]) =>
  ways.flatMap(({ paymentId, voucherId }, place) => {
    const { method, amount } = going[place]!
    return amount ? [{ paymentId, method, amount, voucherId: method === 'voucher' ? voucherId : null }] : []
  })
