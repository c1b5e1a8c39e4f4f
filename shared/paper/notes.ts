import { openByDay } from '../invoices/instalments.ts'
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
  const { kind, open, gross, validUntil, issuedOn } = document
  if (kind === 'quote') return validUntil ? say('terms.quote', { day: day(validUntil) }) : ''
  if (kind === 'creditNote') return open > 0 && open < gross ? say('terms.giveBack', { amount: money(open) }) : ''
  if (!asksForMoney(document)) return gross > 0 && issuedOn !== null ? say('terms.paid') : ''
  const when = nextPayment(document, { day, money }, say)
  return [when, when && !hasSlip && transfer(document, say)].filter(Boolean).join(' ')
}

/** Of what is paid in parts, the next one. */
function nextPayment(document: Document, { day, money }: Pick<Formats, 'day' | 'money'>, say: Say) {
  const [next, ...more] = openByDay(document)
  if (!next) return ''
  const words = { amount: money(next.amount), day: day(next.dueOn) }
  const isNow = next.dueOn === document.issuedOn
  if (more.length > 0) return say(isNow ? 'terms.nextPartAtOnce' : 'terms.nextPart', words)
  if (document.instalments) return say('terms.lastPart', words)
  return say(isNow ? 'terms.atOnce' : 'terms.by', words)
}

function transfer({ seller, number }: Document, say: Say) {
  const { iban } = seller.bank
  return isIban(iban) && number ? say('terms.transfer', { iban: groupedIban(iban), number }) : ''
}
