import type { Discount } from '../../shared/invoices/line.ts'
import type { CountedLine, Pricing, TaxGroup } from '../../shared/invoices/totals.ts'

/** A rational number, for sums that are written down as a schoolbook would. */
export type Ratio = readonly [numerator: bigint, denominator: bigint]

export const ratio = (numerator: number, denominator = 1): Ratio => [BigInt(numerator), BigInt(denominator)]
export const times = (a: Ratio, b: Ratio): Ratio => [a[0] * b[0], a[1] * b[1]]
export const minus = (a: Ratio, b: Ratio): Ratio => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]]
const isLess = (a: Ratio, b: Ratio) => a[0] * b[1] < b[0] * a[1]
const size = ([numerator, denominator]: Ratio): Ratio => [numerator < 0n ? -numerator : numerator, denominator]

export const isWithin = (cents: number, a: Ratio, b: Ratio) => !isLess(ratio(cents), size(minus(a, b)))

/** To whole cents, digit by digit: half a cent and more is one, on both sides of nothing. */
export function cents([numerator, denominator]: Ratio) {
  const [whole, rest] = [size([numerator, 1n])[0] / denominator, size([numerator, 1n])[0] % denominator]
  const rounded = Number(rest * 2n >= denominator ? whole + 1n : whole)
  return numerator < 0n && rounded !== 0 ? -rounded : rounded
}

export function amountOf({ price, quantity, discount }: CountedLine) {
  const full = cents(ratio(price * quantity, 1000))
  return full - takenOff(full, discount)
}

export function takenOff(full: number, discount: Discount | null) {
  if (discount === null) return 0
  if (discount.kind === 'percent') return cents(ratio(full * discount.basisPoints, 10_000))
  if (full < 0) return Math.max(0 - discount.amount, full)
  return Math.min(discount.amount, full)
}

/** The net and the tax of what a group comes to. */
export function split(amount: number, pricing: Pricing, { basisPoints }: Pick<TaxGroup, 'basisPoints'>) {
  if (pricing === 'net') return { net: amount, tax: cents(ratio(amount * basisPoints, 10_000)) }
  const tax = cents(ratio(amount * basisPoints, 10_000 + basisPoints))
  return { net: amount - tax, tax }
}

export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
