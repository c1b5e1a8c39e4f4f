import { divideRounded, priceFor, proportion, share, wholeInBasisPoints } from '../money.ts'
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
  return Math.sign(full) * Math.min(discount.amount, Math.abs(full))
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
  return totalsWith(lines, counted, off)
}

/** The same where the sums of the groups are known already; `discount` as the document counts. */
export function totalsWith(lines: readonly CountedLine[], groups: readonly TaxGroup[], discount: number): Totals {
  const amounts = amountsOf(lines)
  const parts = amounts.map(amount => ({ amount, net: 0, netOfAll: 0, tax: 0 }))
  for (const group of groups) {
    const places = [...lines.keys()].filter(place => keyOf(lines[place]!) === `${group.category} ${group.basisPoints}`)
    const weights = places.map(place => amounts[place]!)
    const [nets, netsOfAll, taxes] = ([group.linesNet, group.net, group.tax] as const).map(total => share(total, weights))
    places.forEach((place, index) => {
      parts[place] = { ...parts[place]!, net: nets![index]!, netOfAll: netsOfAll![index]!, tax: taxes![index]! }
    })
  }
  const [linesNet, net, tax] = (['linesNet', 'net', 'tax'] as const).map(part => sum(groups.map(group => group[part]))) as [
    number,
    number,
    number,
  ]
  return { lines: parts, groups, discount, discountNet: linesNet - net, net, tax, gross: net + tax }
}

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
