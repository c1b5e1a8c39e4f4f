/** What somebody types for a number with at most so many digits after the comma or point, in the smallest unit; null for nothing, undefined where it is none. */
export function readDecimal(text: string, decimals: number): number | null | undefined {
  const typed = text.replace(/\s/g, '')
  if (typed === '') return null
  const match = /^(\d{1,6})?(?:[.,](\d*))?$/.exec(typed)
  if (!match || typed === ',' || typed === '.') return undefined
  const [, whole = '0', part = ''] = match
  return part.length > decimals ? undefined : Number(whole + part.padEnd(decimals, '0'))
}

/** The same written out, without zeros that say nothing. */
export const writtenDecimal = (value: number, decimals: number, comma: string) => String(value / 10 ** decimals).replace('.', comma)
