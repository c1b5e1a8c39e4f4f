import type { Document } from '../invoices/model.ts'
import type { Formats } from './formats.ts'
import type { Fact, Say } from './model.ts'

/** What stands beside the address. */
export function factsOf(document: Document, { day }: Formats, say: Say): Fact[] {
  const { kind, number, issuedOn, dueOn, validUntil, contactId, buyer } = document
  const facts: [string, string | null][] = [
    [`numbers.${kind}`, number],
    ['date', issuedOn && day(issuedOn)],
    ['delivered', deliveredOf(document, day)],
    ['due', dueOn && asksForMoney(document) ? day(dueOn) : null],
    ['validUntil', kind === 'quote' && validUntil ? day(validUntil) : null],
    ['clientNumber', contactId === null ? null : String(contactId)],
    ['buyerReference', buyer.reference],
    ['buyerVatId', buyer.vatId],
  ]
  return facts.flatMap(([key, value]) => (value ? [{ label: say(`facts.${key}`), value }] : []))
}

export const asksForMoney = ({ kind, open }: Pick<Document, 'kind' | 'open'>) => (kind === 'invoice' || kind === 'deposit') && open > 0

/** An invoice has to say when it was done, also where that was the day of the paper. */
function deliveredOf({ kind, deliveredFrom, deliveredTo, issuedOn }: Document, day: Formats['day']) {
  const from = deliveredFrom ?? deliveredTo ?? (kind === 'invoice' ? issuedOn : null)
  if (from === null) return null
  const to = deliveredTo ?? from
  return from === to ? day(from) : `${day(from)} –\n${day(to)}`
}
