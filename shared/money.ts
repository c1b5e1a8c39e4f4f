import { z } from 'zod'

/** In the smallest unit of the shop's currency: cents. */
export const Amount = z.int().min(0).max(1_000_000_000)

/** How many digits follow the point: two for most, none for the yen, three for the dinar of Kuwait. */
export const decimalsOf = (currency: string) =>
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
