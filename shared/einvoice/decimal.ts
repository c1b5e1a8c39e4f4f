/** Decimals of any length in whole numbers of this many digits behind the point. */
const digits = 20
const one = 10n ** BigInt(digits)

/** `-12.5` in units of 10⁻²⁰; nothing is nought, and what stands behind the twentieth digit is let go. */
export function scaled(text: string): bigint {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match) return 0n
  const [, sign, whole = '', part = ''] = match
  const value = BigInt(whole || '0') * one + BigInt(part.slice(0, digits).padEnd(digits, '0'))
  return sign === '-' ? -value : value
}

export const sumOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + scaled(text), 0n)

/** The product of two such numbers, rounded to so many digits, half away from nought. */
export function timesRounded(a: bigint, b: bigint, decimals: number): bigint {
  const step = one * 10n ** BigInt(digits - decimals)
  const product = a * b
  const half = product < 0n ? -step / 2n : step / 2n
  return ((product + half) / step) * 10n ** BigInt(digits - decimals)
}

/** As XPath's round() does: half towards the greater. */
export const wholes = (value: bigint) => {
  const doubled = 2n * value + one
  const whole = doubled / (2n * one)
  return doubled % (2n * one) < 0n ? whole - 1n : whole
}

export const oneScaled = one
export const magnitude = (value: bigint) => (value < 0n ? -value : value)

export const isDecimal = (text: string) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)

export const decimalsIn = (text: string) => text.split('.')[1]?.length ?? 0

/** A number of the smallest units as it is written: 1250 and 2 are `12.50`. */
export function decimalText(units: number | bigint, decimals: number): string {
  const isNegative = units < 0
  const figures = String(isNegative ? -units : units).padStart(decimals + 1, '0')
  const whole = figures.slice(0, figures.length - decimals)
  const text = decimals === 0 ? whole : `${whole}.${figures.slice(-decimals)}`
  return isNegative ? `-${text}` : text
}

/** The same without noughts at the end: of quantities and rates. */
export const shortText = (units: number, decimals: number) => {
  let [short, places] = [units, decimals]
  for (; places > 0 && short % 10 === 0; places--) short /= 10
  return decimalText(short, places)
}
