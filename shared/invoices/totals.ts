import { divideRounded, priceFor, proportion, roundTogether, share, wholeInBasisPoints, type Fraction } from '../money.ts'
import type { TaxCategory } from '../taxes/model.ts'
import type { Discount } from './line.ts'

/** Whether the prices on a document have the tax in them. */
export type Pricing = 'gross' | 'net'

export type CountedLine = Readonly<{
  quantity: number
  price: number
  discount: Discount | null
  taxCategory: TaxCategory
  basisPoints: number
  /** Where it does not follow from the price: the last part of a line that is taken back in parts. */
  amount?: number
}>

export type TaxGroup = Readonly<{
  category: TaxCategory
  basisPoints: number
  /** What the lines come to before the document's discount, without tax: EN 16931 wants it apart. */
  linesNet: number
  net: number
  tax: number
  gross: number
}>

export type Totals = Readonly<{
  /** In the order of the lines. `net` is before the document's discount, `netOfAll` and `tax` are after it. */
  lines: readonly Readonly<{ amount: number; net: number; netOfAll: number; tax: number }>[]
  groups: readonly TaxGroup[]
  /** The document's discount, as the document counts; and without tax. */
  discount: number
  discountNet: number
  net: number
  tax: number
  gross: number
}>

/** What a line comes to, its own discount taken off. */
export function amountOf({ quantity, price, discount }: Pick<CountedLine, 'quantity' | 'price' | 'discount'>) {
  const full = priceFor(price, quantity)
  return full - discountOn(full, discount)
}

/** Never more than what it is taken off from. */
export function discountOn(full: number, discount: Discount | null) {
  if (discount === null) return 0
  if (discount.kind === 'percent') return proportion(full, discount.basisPoints, wholeInBasisPoints)
  return full < 0 ? Math.max(0 - discount.amount, full) : Math.min(discount.amount, full)
}

/**
 * The totals as EN 16931 wants them: each line is rounded, then the tax of each category and rate (BR-CO-10 to BR-CO-17).
 *
 * With prices that have the tax in them, the sum that the customer saw stands, and the tax is taken out of each group's sum: the
 * net is what is left. Where some net and its tax come to that sum at all, these are the ones; elsewhere BR-CO-17 is missed by
 * a cent, which its published test lets pass.
 */
export function totalsOf(lines: readonly CountedLine[], pricing: Pricing, discount: Discount | null): Totals {
  const amounts = amountsOf(lines)
  const off = discountOn(sum(amounts), discount)
  const groups = groupsOf(lines)
  const sums = groups.map(places => sum(places.map(place => amounts[place]!)))
  const offEach = share(off, sums)
  const counted = groups.map((places, index) => {
    const { taxCategory: category, basisPoints } = lines[places[0]!]!
    const before = sums[index]!
    const linesNet = pricing === 'net' ? before : before - taxWithin(before, basisPoints)
    return { category, basisPoints, linesNet, ...splitOf(before - offEach[index]!, pricing, basisPoints) }
  })
  return totalsWith(lines, pricing, counted, off)
}

/** The same where the sums of the groups are known already; `discount` as the document counts. */
export function totalsWith(lines: readonly CountedLine[], pricing: Pricing, groups: readonly TaxGroup[], discount: number): Totals {
  const parts = amountsOf(lines).map(amount => ({ amount, net: 0, netOfAll: 0, tax: 0 }))
  for (const group of groups) {
    const ofGroup = parts.filter((_part, place) => keyOf(lines[place]!) === `${group.category} ${group.basisPoints}`)
    spread(group, pricing, ofGroup)
  }
  const total = (part: 'linesNet' | 'net' | 'tax') => sum(groups.map(group => group[part]))
  const [net, tax] = [total('net'), total('tax')]
  return { lines: parts, groups, discount, discountNet: total('linesNet') - net, net, tax, gross: net + tax }
}

/** Says of each line what its part of the group is: what it would be alone, but for the cents that rounding takes or leaves. */
function spread(group: TaxGroup, pricing: Pricing, lines: Part[]) {
  const amounts = lines.map(({ amount }) => amount)
  const before = sum(amounts)
  // Where a deposit pays for all, nothing is left to be in proportion to, and nothing is taken off it either.
  const kept = before === 0 ? fraction(1, 1) : fraction(group[pricing], before)
  const amountsOfAll = roundTogether(group[pricing], amounts, kept)
  const withTax = wholeInBasisPoints + group.basisPoints
  const netOf = (total: number, amounts: readonly number[]) =>
    pricing === 'net' ? amounts : roundTogether(total, amounts, fraction(wholeInBasisPoints, withTax))
  const [nets, netsOfAll] = [netOf(group.linesNet, amounts), netOf(group.net, amountsOfAll)]
  const grosses = pricing === 'gross' ? amountsOfAll : roundTogether(group.gross, netsOfAll, fraction(withTax, wholeInBasisPoints))
  for (const [place, line] of lines.entries()) {
    line.net = nets[place]!
    line.netOfAll = netsOfAll[place]!
    line.tax = grosses[place]! - netsOfAll[place]!
  }
}

const fraction = (numerator: number, denominator: number): Fraction => ({ numerator: BigInt(numerator), denominator: BigInt(denominator) })

type Part = { -readonly [Key in keyof Totals['lines'][number]]: number }

const amountsOf = (lines: readonly CountedLine[]) => lines.map(line => line.amount ?? amountOf(line))

/** The tax that is in a sum: so much of each (100 % + rate). */
export const taxWithin = (gross: number, basisPoints: number) =>
  divideRounded(BigInt(gross) * BigInt(basisPoints), BigInt(wholeInBasisPoints + basisPoints))

export const taxOn = (net: number, basisPoints: number) => proportion(net, basisPoints, wholeInBasisPoints)

/** A price that has the tax in it, or has not, as the document wants it. */
export function priceIn(wanted: Pricing, price: number, has: Pricing, basisPoints: number) {
  if (wanted === has) return price
  return wanted === 'gross' ? price + taxOn(price, basisPoints) : price - taxWithin(price, basisPoints)
}

function splitOf(amount: number, pricing: Pricing, basisPoints: number) {
  const tax = pricing === 'net' ? taxOn(amount, basisPoints) : taxWithin(amount, basisPoints)
  const net = pricing === 'net' ? amount : amount - tax
  return { net, tax, gross: net + tax }
}

/** The places of the lines of each category and rate, the highest rate first. */
function groupsOf(lines: readonly CountedLine[]) {
  const groups = new Map<string, number[]>()
  lines.forEach((line, place) => {
    const key = keyOf(line)
    groups.set(key, [...(groups.get(key) ?? []), place])
  })
  return [...groups.values()].sort((a, b) => lines[b[0]!]!.basisPoints - lines[a[0]!]!.basisPoints)
}

const keyOf = ({ taxCategory, basisPoints }: Pick<CountedLine, 'taxCategory' | 'basisPoints'>) => `${taxCategory} ${basisPoints}`

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
