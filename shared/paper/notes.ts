import type { Document } from '../invoices/model.ts'
import { asksForMoney } from './facts.ts'
import type { Formats } from './formats.ts'
import { groupedIban, isIban } from './iban.ts'
import type { Say } from './model.ts'
import { reasonMark, withReason } from './rows.ts'

/** Why something is not taxed, and how it is paid; a slip says itself where to. */
export const notesOf = (document: Document, hasSlip: boolean, formats: Formats, say: Say) =>
  [...reasonNotes(document), terms(document, hasSlip, formats, say)].filter(Boolean)

const reasonNotes = ({ groups }: Document) =>
  withReason(groups).map(group => [reasonMark(group, groups), group.reason].filter(Boolean).join('  '))

function terms(document: Document, hasSlip: boolean, { day, money }: Formats, say: Say) {
  const { kind, open, gross, dueOn, issuedOn, validUntil, number, seller } = document
  if (kind === 'quote') return validUntil ? say('terms.quote', { day: day(validUntil) }) : ''
  if (kind === 'creditNote') return open > 0 && open < gross ? say('terms.giveBack', { amount: money(open) }) : ''
  if (!asksForMoney(document)) return gross > 0 && issuedOn !== null ? say('terms.paid') : ''
  if (dueOn === null) return ''
  const when = dueOn === issuedOn ? say('terms.atOnce', { amount: money(open) }) : say('terms.by', { amount: money(open), day: day(dueOn) })
  const { iban } = seller.bank
  return isIban(iban) && number && !hasSlip ? `${when} ${say('terms.transfer', { iban: groupedIban(iban), number })}` : when
}
