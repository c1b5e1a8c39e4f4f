import { guardText } from '../csv/guard.ts'
import { decimalText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import type { Payment, PaymentMethod } from './model.ts'

type Around = Readonly<{ currency: string; methodName(method: PaymentMethod): string }>
/** `header` is a text under `payments.export.columns` in the locale files. */
type Column = Readonly<{ header: string; value(payment: Payment, around: Around): string }>

const money = (amount: number, { currency }: Around) => decimalText(amount, decimalsOf(currency))

/** What went back is negative; a tip is not the shop's, and so stands apart. */
export const paymentColumns: readonly Column[] = [
  { header: 'day', value: ({ day }) => day },
  { header: 'id', value: ({ id }) => String(id) },
  { header: 'method', value: ({ method }, { methodName }) => methodName(method) },
  { header: 'client', value: ({ contactName }) => guardText(contactName) },
  { header: 'documents', value: ({ settlements }) => guardText(settlements.map(({ number }) => number).join(', ')) },
  { header: 'amount', value: ({ amount }, around) => money(amount, around) },
  { header: 'tip', value: ({ tip }, around) => money(tip, around) },
  { header: 'left', value: ({ left }, around) => money(left, around) },
  { header: 'reference', value: ({ reference }) => guardText(reference) },
  { header: 'note', value: ({ note }) => guardText(note) },
  { header: 'currency', value: (_payment, { currency }) => currency },
]
