import { z } from 'zod'

/** In the smallest unit of the shop's currency: cents. */
export const Amount = z.int().min(0).max(1_000_000_000)

/** The same, also of what is given back. */
export const SignedAmount = z.int().min(-100_000_000_000).max(100_000_000_000)

/** Thousandths: 1,500 is one and a half. Negative for what is taken back. */
export const Quantity = z.int().min(-1_000_000_000).max(1_000_000_000)
export const oneUnit = 1000

/** Hundredths of a percent: 1,900 is 19 %. */
export const BasisPoints = z.int().min(0).max(10_000)
export const wholeInBasisPoints = 10_000

/** Half away from zero, as tills and EN 16931 round. In whole numbers throughout, so that no cent is lost to a fraction. */
export function divideRounded(numerator: bigint, denominator: bigint): number {
  const isNegative = numerator < 0n !== denominator < 0n
  const [upper, lower] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const rounded = Number((2n * upper + lower) / (2n * lower))
  return isNegative && rounded !== 0 ? -rounded : rounded
}

/** `amount` times `numerator` over `denominator`, to the nearest cent. */
export const proportion = (amount: number, numerator: number, denominator: number) =>
  divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator))

/** What a price comes to for a quantity in thousandths. */
export const priceFor = (price: number, quantity: number) => proportion(price, quantity, oneUnit)

export type Fraction = Readonly<{ numerator: bigint; denominator: bigint }>

/** Parts of `total` in proportion to the weights, which add up to it to the cent. Where the weights come to nothing, the first has it all. */
export function share(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_weight, index) => (index === 0 ? total : 0))
  return roundTogether(total, weights, { numerator: BigInt(total), denominator: BigInt(whole) })
}

/**
 * Each of the weights times a fraction, rounded so that they add up to `total`, which is what they come to but for rounding: what
 * that leaves goes to those that lost most.
 */
export function roundTogether(total: number, weights: readonly number[], fraction: Fraction): number[] {
  const sign = fraction.denominator < 0n ? -1n : 1n
  const [numerator, denominator] = [sign * fraction.numerator, sign * fraction.denominator]
  const parts = weights.map(weight => divideRounded(BigInt(weight) * numerator, denominator))
  const lost = parts.map((part, index) => BigInt(weights[index]!) * numerator - BigInt(part) * denominator)
  let left = total - parts.reduce((sum, part) => sum + part, 0)
  const step = Math.sign(left)
  const byNeed = (a: number, b: number) => step * (Number(lost[b]! > lost[a]!) - Number(lost[b]! < lost[a]!)) || a - b
  const weighty = [...parts.keys()].filter(index => weights[index] !== 0)
  const neediest = (weighty.length > 0 ? weighty : [...parts.keys()]).sort(byNeed)
  for (let turn = 0; left !== 0; turn++, left -= step) parts[neediest[turn % neediest.length]!]! += step
  return parts
}

/** How many digits follow the point: two for most, none for the yen, three for the dinar of Kuwait. */
export function decimalsOf(currency: string) {
  if (!known.has(currency)) known.set(currency, decimalsIn(currency))
  return known.get(currency)!
}

/** Asking the system takes longer than writing the line of a file, and each has several amounts. */
const known = new Map<string, number>()

const decimalsIn = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** What somebody types for an amount, with a comma or a point: null for nothing, undefined where it is no amount. */
export function readAmount(text: string, decimals: number): number | null | undefined {
  const typed = text.replace(/\s/g, '')
  if (typed === '') return null
  const match = /^(\d{1,9})(?:[.,](\d*))?$/.exec(typed)
  if (!match) return undefined
  const [, whole, part = ''] = match
  return part.length > decimals ? undefined : Number(whole! + part.padEnd(decimals, '0'))
}
