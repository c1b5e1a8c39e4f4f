import { AppError } from '../errors.ts'
import { groupedBy } from '../group.ts'
import { priceFor } from '../money.ts'
import type { Line } from './line.ts'
import type { Document } from './model.ts'
import { discountFor } from './rules.ts'
import { amountOf, totalsOf, totalsWith, type Totals } from './totals.ts'

type Wanted = readonly Readonly<{ lineId: number; quantity: number }>[]
export type CreditedLine = Line & { creditsLineId: number }

/**
 * What a credit note takes back of an invoice, after the notes that there are; `wanted` left out, all the rest. The last one
 * takes exactly what the others have left, to the cent, of every line and of every tax.
 */
export function creditOf(invoice: Document, notes: readonly Document[], wanted?: Wanted) {
  const left = leftOf(invoice, notes)
  const chosen = wanted ? chosenOf(left, wanted) : left.map(({ line, left }) => partOf(line, left, left.quantity))
  const lines = chosen.filter(({ quantity }) => quantity !== 0)
  if (lines.length === 0) throw new AppError('conflict', 'allCredited')
  const discount = discountFor(invoice.discount, sum(lines), sum(invoice.lines))
  const totals = totalsOf(lines, invoice.pricing, discount)
  const isLast = left.every(
    ({ line, left }) => left.quantity === (lines.find(({ creditsLineId }) => creditsLineId === line.id)?.quantity ?? 0),
  )
  return { lines, discount, totals: isLast ? restOf(invoice, notes, totals, lines) : totals }
}

export type Left = Pick<Line, 'quantity' | 'amount'>

/** What the notes have left of each line. */
export function leftOf(invoice: Document, notes: readonly Document[]): { line: Line; left: Left }[] {
  const taken = notes.flatMap(({ lines }) => lines)
  return invoice.lines.map(line => ({ line, left: minus(line, taken) }))
}

function minus(line: Line, taken: readonly Line[]): Left {
  const own = taken.filter(({ creditsLineId }) => creditsLineId === line.id)
  return own.reduce((left, { quantity, amount }) => ({ quantity: left.quantity - quantity, amount: left.amount - amount }), {
    quantity: line.quantity,
    amount: line.amount,
  })
}

function chosenOf(all: readonly { line: Line; left: Left }[], wanted: Wanted) {
  return [...groupedBy(wanted, ({ lineId }) => lineId)].map(([lineId, parts]) => {
    const quantity = parts.reduce((total, part) => total + part.quantity, 0)
    const found = all.find(({ line }) => line.id === lineId)
    if (!found) throw new AppError('notFound', 'documentGone')
    const signed = found.line.quantity < 0 ? -quantity : quantity
    if (Math.abs(signed) > Math.abs(found.left.quantity)) throw new AppError('conflict', 'moreThanIsLeft', { name: found.line.name })
    return partOf(found.line, found.left, signed)
  })
}

/** So much of a line; all that is left of it comes to what is left of its amount. */
function partOf(line: Line, left: Left, quantity: number): CreditedLine {
  const discount = discountFor(line.discount, priceFor(line.price, quantity), priceFor(line.price, line.quantity))
  const part = { ...line, quantity, discount, creditsLineId: line.id }
  return quantity === left.quantity ? { ...part, amount: left.amount } : { ...part, amount: amountOf(part) }
}

/** What the notes have left of each group, so that all of them together come to the invoice. */
function restOf(invoice: Document, notes: readonly Document[], totals: Totals, lines: readonly CreditedLine[]): Totals {
  const groups = totals.groups.map(group => {
    const same = ({ groups }: Pick<Document, 'groups'>) =>
      groups.find(({ category, basisPoints }) => category === group.category && basisPoints === group.basisPoints)
    const rest = (part: 'linesNet' | 'net' | 'tax' | 'gross') =>
      notes.reduce((left, note) => left - (same(note)?.[part] ?? 0), same(invoice)?.[part] ?? 0)
    return { ...group, linesNet: rest('linesNet'), net: rest('net'), tax: rest('tax'), gross: rest('gross') }
  })
  const discount = notes.reduce((left, { discountAmount }) => left - discountAmount, invoice.discountAmount)
  return totalsWith(lines, invoice.pricing, groups, discount)
}

const sum = (lines: readonly Pick<Line, 'amount'>[]) => lines.reduce((total, { amount }) => total + amount, 0)
