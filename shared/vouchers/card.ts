import type { Seller } from '../invoices/model.ts'
import { addressLines, homeOf } from '../paper/address.ts'
import { formatsOf, localeOf } from '../paper/formats.ts'
import type { Say } from '../paper/model.ts'
import { writtenCode } from './code.ts'
import type { Voucher } from './model.ts'

/** What is printed on a card, in words and figures of the shop's language. */
export type Card = Readonly<{
  shop: string
  title: string
  /** The amount, or what it is good for. */
  worth: string
  holder: string
  code: string
  /** What a scanner reads. */
  scanned: string
  notes: readonly string[]
  foot: string
}>

/** `say` looks up the words below `vouchers.card`. */
export function cardOf(voucher: Voucher, seller: Seller, language: string, say: Say): Card {
  const { kind, name, issued, currency, holder, code, expiresOn } = voucher
  const home = homeOf(seller)
  const formats = formatsOf(localeOf(language, home), currency)
  const reach = [seller.phone, seller.website || seller.email]
  return {
    ...{ shop: seller.name, title: say(`titles.${kind}`), code: writtenCode(code), scanned: code },
    worth: kind === 'multiPurpose' ? formats.money(issued) : name,
    holder: holder && say('for', { name: holder }),
    notes: [expiresOn ? say('validUntil', { day: formats.day(expiresOn) }) : '', say(`notes.${kind}`)].filter(Boolean),
    foot: [...addressLines(seller.address, home, language), ...reach].filter(Boolean).join(' · '),
  }
}
