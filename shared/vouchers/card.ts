import type { Seller } from '../invoices/model.ts'
import { homeOf } from '../paper/address.ts'
import { footOfCard, type CardPaper } from '../paper/card.ts'
import { formatsOf, localeOf } from '../paper/formats.ts'
import type { Say } from '../paper/model.ts'
import { writtenCode } from './code.ts'
import type { Voucher } from './model.ts'

/** What is printed on a gift card. `say` looks up the words below `vouchers.card`. */
export function cardOf(voucher: Voucher, seller: Seller, language: string, say: Say): CardPaper {
  const { kind, name, issued, currency, holder, code, expiresOn } = voucher
  const formats = formatsOf(localeOf(language, homeOf(seller)), currency)
  return {
    ...{ shop: seller.name, title: say(`titles.${kind}`), code: writtenCode(code), scanned: code },
    worth: kind === 'multiPurpose' ? formats.money(issued) : name,
    holder: holder && say('for', { name: holder }),
    notes: [expiresOn ? say('validUntil', { day: formats.day(expiresOn) }) : '', say(`notes.${kind}`)].filter(Boolean),
    foot: footOfCard(seller, language),
  }
}
