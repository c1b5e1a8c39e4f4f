import type { Buyer, Seller } from '../invoices/model.ts'
import { homeOf, recipientOf, senderOf } from '../paper/address.ts'
import { footOf } from '../paper/foot.ts'
import { formatsOf, localeOf } from '../paper/formats.ts'
import { pointsColumnKeys, type Paper, type Say } from '../paper/model.ts'
import type { Language } from '../settings/model.ts'
import type { lapsingNext } from './ledger.ts'
import type { LedgerLine } from './model.ts'

export type Statement = Readonly<{
  programme: string
  unit: string
  contactId: number
  seller: Seller
  buyer: Buyer
  language: Language
  currency: string
  today: string
  points: number
  lapsing: ReturnType<typeof lapsingNext>
  /** The oldest first, with what they are called. */
  lines: readonly (LedgerLine & { text: string })[]
}>

/** A client's points on paper: what was booked, what they had after it, and what they have. */
export function statementPaper(statement: Statement, say: Say): Paper {
  const { programme, unit, contactId, seller, buyer, language, currency, today, points, lapsing, lines } = statement
  const locale = localeOf(language, homeOf(seller))
  const { day } = formatsOf(locale, currency)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return {
    recipient: recipientOf(buyer, homeOf(seller), language),
    sender: senderOf(seller, language),
    letterhead: seller.name,
    facts: [
      { label: say('facts.date'), value: day(today) },
      { label: say('facts.clientNumber'), value: String(contactId) },
    ],
    ...{ title: say('points.statement', { name: programme }), subtitles: [], header: '' },
    columns: pointsColumnKeys.map(key => ({ key, label: say(`points.columns.${key}`, { unit }) })),
    rows: lines.map(line => ({
      ...{ name: line.text, description: line.note },
      cells: { day: day(line.day), points: number.format(line.points), balance: number.format(line.balance) },
      sumSoFar: number.format(line.balance),
    })),
    carried: { subtotal: say('carried.subtotal'), carriedOver: say('carried.carriedOver') },
    sums: [{ kind: 'total', label: say('points.total'), value: `${number.format(points)} ${unit}` }],
    notes: lapsing ? [say('points.lapsing', { points: number.format(lapsing.points), day: day(lapsing.on) })] : [],
    footer: '',
    ...{ payment: null, slip: null, foot: footOf(seller, language, say), legal: seller.legal, watermark: null },
  }
}
