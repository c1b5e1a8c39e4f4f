import { guardText } from '../csv/guard.ts'
import { decimalText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import { writtenCode } from './code.ts'
import type { Voucher } from './model.ts'

type Words = Readonly<{ kind: (kind: Voucher['kind']) => string; state: (state: Voucher['state']) => string }>
/** `header` is a text under `vouchers.columns` in the locale files. */
type Column = Readonly<{ header: string; value(voucher: Voucher, words: Words): string }>

/** Of a package in pieces, of a card in its currency. */
const worth = (amount: number, { kind, currency }: Voucher) =>
  kind === 'package' ? String(amount / 1000) : decimalText(amount, decimalsOf(currency))

export const voucherColumns: readonly Column[] = [
  { header: 'code', value: ({ code }) => writtenCode(code) },
  { header: 'kind', value: ({ kind }, words) => words.kind(kind) },
  { header: 'name', value: ({ name }) => guardText(name) },
  { header: 'state', value: ({ state }, words) => words.state(state) },
  { header: 'owner', value: ({ contactName }) => guardText(contactName) },
  { header: 'holder', value: ({ holder }) => guardText(holder) },
  { header: 'issuedOn', value: ({ issuedOn }) => issuedOn },
  { header: 'number', value: ({ number }) => guardText(number) },
  { header: 'expiresOn', value: ({ expiresOn }) => expiresOn ?? '' },
  { header: 'price', value: ({ price, currency }) => decimalText(price, decimalsOf(currency)) },
  { header: 'issued', value: voucher => worth(voucher.issued, voucher) },
  { header: 'balance', value: voucher => worth(voucher.balance, voucher) },
  { header: 'currency', value: ({ currency }) => currency },
]
