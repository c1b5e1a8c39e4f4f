import { readValue } from '../../imports/cells.ts'
import { readNumber, weighDecimals, type DecimalMark } from '../../imports/numbers.ts'

/** Signs and codes of currencies, and what stands for no cents at all: `12,-`, `12.–`. */
const around = /\p{Sc}|\b[A-Z]{3}\b|\b(?:kr|Fr|TL|zł|Kč|lei)\b\.?/gu
const noCents = /[.,]\s*[-–—]+$/

const bareAmount = (cell: string) => readValue(readValue(cell).replace(around, ' ')).replace(noCents, '').trim()

const oneMark = /^[+-]?\d{1,3}([.,])\d{3}$/

/** What stands before the decimals in a column of amounts: a currency with three of them, or with none, decides what else would be open. */
export function markOf(cells: readonly string[], country: string, decimals: number): DecimalMark {
  const values = cells.map(bareAmount).filter(Boolean)
  const { mark, because } = weighDecimals(values, country)
  const single = values.flatMap(value => oneMark.exec(value)?.[1] ?? [])
  if (decimals === 2 || because === 'value' || single.length === 0) return mark
  const isComma = single.every(sign => sign === ',')
  if (decimals === 3) return isComma ? 'comma' : 'point'
  return isComma ? 'point' : 'comma'
}

/** In the smallest unit; null for nothing, undefined where it is no amount or has more decimals than there are. */
export function amountIn(cell: string, mark: DecimalMark, decimals: number): number | null | undefined {
  const text = bareAmount(cell)
  if (text === '') return null
  const number = readNumber(text, mark)
  if (number === null) return undefined
  const exact = number * 10 ** decimals
  const amount = Math.round(exact)
  // Binary fractions are off by far less than a thousandth of a cent.
  return Math.abs(exact - amount) > 1e-3 ? undefined : amount + 0
}
