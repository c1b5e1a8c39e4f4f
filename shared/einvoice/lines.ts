import type { Document } from '../invoices/model.ts'
import { taxWithin } from '../invoices/totals.ts'
import { priceFor, wholeInBasisPoints } from '../money.ts'
import { decimalText, shortText } from './decimal.ts'
import type { Allowance, InvoiceLine, LineAllowance } from './model.ts'
import { cleanLine, cleanText } from './text.ts'
import { vatIn } from './vat.ts'

/** UNCL 5189: a discount. */
const discountCode = '95'

/** BG-25. The net amounts are before the document's discount, and add up to each group's `linesNet`. */
export function linesOf(document: Document, decimals: number, discount: string): InvoiceLine[] {
  const nets = netAmounts(document)
  const vatOf = vatIn(document)
  return document.lines.map((line, index) => {
    const net = nets[index]!
    const off = line.discount ? netOf(priceFor(line.price, line.quantity) - line.amount, document.pricing, line.basisPoints) : 0
    return {
      ...vatOf({ category: line.taxCategory, basisPoints: line.basisPoints }),
      id: String(index + 1),
      ...priced(line, net + off, document.pricing, decimals),
      unit: line.unit,
      net: decimalText(net, decimals),
      period: { from: '', to: '' },
      allowances: off === 0 ? [] : [allowanceOf(off, decimals, cleanText(line.discount?.reason ?? discount))],
      priceQuantity: '',
      name: cleanLine(line.name),
      description: cleanText(line.description),
    }
  })
}

/** BG-20 and BG-21: the document's discount falls on each category and rate. */
export function allowancesOf(document: Document, decimals: number, discount: string): Allowance[] {
  const vatOf = vatIn(document)
  return document.groups
    .filter(({ linesNet, net }) => linesNet !== net)
    .map(group => ({ ...vatOf(group), ...allowanceOf(group.linesNet - group.net, decimals, discount) }))
}

/** Less is taken back where something is taken back at a discount: that is a charge, for no amount may be negative. */
const allowanceOf = (off: number, decimals: number, reason: string): LineAllowance => ({
  isCharge: off < 0,
  amount: decimalText(Math.abs(off), decimals),
  reason,
  reasonCode: off < 0 ? '' : discountCode,
})

/**
 * No price may be negative (BR-27): what is taken off, a deposit that was paid, is a negative quantity. The price is the one that was
 * agreed, unless it has tax in it, or does not come to the amount: of the last part of a line that is taken back in parts, or where
 * a currency without decimals is rounded by more than Peppol allows (R120).
 */
function priced({ price, quantity }: Document['lines'][number], total: number, pricing: Document['pricing'], decimals: number) {
  const size = BigInt(Math.abs(quantity))
  const [sum, agreed] = [BigInt(Math.abs(total)), BigInt(Math.abs(price))]
  const isAgreed = pricing === 'net' && comesTo(sum, agreed * size, 1000n, decimals)
  return {
    quantity: shortText(total === 0 ? quantity : Math.sign(total) * Math.abs(quantity), 3),
    price: isAgreed ? decimalText(agreed, decimals) : unitPrice(sum, size, decimals),
  }
}

const moreDecimalsAtMost = 12

/** With as many decimals as it takes to come to the total again. */
function unitPrice(total: bigint, quantity: bigint, decimals: number) {
  if (quantity === 0n) return decimalText(0, decimals)
  for (let more = 0; ; more++) {
    const units = 1000n * 10n ** BigInt(more)
    const price = rounded(total * units, quantity)
    if (comesTo(total, price * quantity, units, decimals) || more === moreDecimalsAtMost) return decimalText(price, decimals + more)
  }
}

/** To the cent, of a yen too. */
function comesTo(total: bigint, product: bigint, units: bigint, decimals: number) {
  const cents = 10n ** BigInt(Math.max(0, 2 - decimals))
  return rounded(product * cents, units) === total * cents
}

const rounded = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)

const netOf = (amount: number, pricing: Document['pricing'], basisPoints: number) =>
  pricing === 'net' ? amount : amount - taxWithin(amount, basisPoints)

/** Each line without its tax, to the cent; the cents that rounding leaves to a group go to those lines that lost most. */
function netAmounts({ pricing, lines, groups }: Document): number[] {
  const nets = lines.map(({ amount }) => amount)
  if (pricing === 'net') return nets
  for (const { category, basisPoints, linesNet } of groups) {
    const isOf = (line: Document['lines'][number]) => line.taxCategory === category && line.basisPoints === basisPoints
    const parts = lines.flatMap((line, place) => (isOf(line) ? [{ place, ...withoutTax(line.amount, basisPoints) }] : []))
    for (const { place, whole } of parts) nets[place] = whole
    const left = linesNet - parts.reduce((sum, { whole }) => sum + whole, 0)
    const places = neediest(parts, Math.sign(left))
    for (let turn = 0; turn < Math.abs(left); turn++) nets[places[turn % places.length]!]! += Math.sign(left)
  }
  return nets
}

type Part = Readonly<{ place: number; whole: number; rest: number }>

/** Nothing is taken for what costs nothing, as long as something else costs something. */
function neediest(parts: readonly Part[], step: number) {
  const costing = parts.filter(({ whole, rest }) => whole !== 0 || rest !== 0)
  const asked = costing.length > 0 ? costing : parts
  return asked.toSorted((a, b) => step * (b.rest - a.rest) || a.place - b.place).map(({ place }) => place)
}

/** Whole cents downwards, and what is left of the last one. */
function withoutTax(amount: number, basisPoints: number) {
  const denominator = BigInt(wholeInBasisPoints + basisPoints)
  const numerator = BigInt(amount) * BigInt(wholeInBasisPoints)
  const rest = ((numerator % denominator) + denominator) % denominator
  return { whole: Number((numerator - rest) / denominator), rest: Number(rest) }
}
