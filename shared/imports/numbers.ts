import { readValue } from './cells.ts'

/** What stands before the decimals. */
export const decimalMarks = ['comma', 'point'] as const
export type DecimalMark = (typeof decimalMarks)[number]
/** Why: a value that can be read in one way only, or what the shop's country does. */
export type NumberEvidence = { mark: DecimalMark; because: 'value' | 'country' | 'choice'; value: string }

const written = /^[+-]?(?:[\d.,]*\d)$/
const scientific = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,3}$/i
const currency = /^(?:[€$£₺]|EUR|USD|GBP|CHF)\s*|\s*(?:[€$£₺%]|EUR|USD|GBP|CHF)$/gi

/** Without what it is counted in; spaces and apostrophes between groups of three mean nothing. */
const bare = (text: string) =>
  readValue(text)
    .replace(currency, '')
    .replace('−', '-')
    .replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '')

/** Decided by the values that can be read in one way only. */
export function weighDecimals(values: readonly string[], country: string): NumberEvidence {
  const votes: Record<DecimalMark, string[]> = { comma: [], point: [] }
  for (const value of values) {
    const number = bare(value)
    const mark = written.test(number) ? onlyReading(number) : null
    if (mark) votes[mark].push(value.trim())
  }
  const usual = pointCountries.has(country) ? 'point' : 'comma'
  const mark = votes.comma.length === votes.point.length ? usual : votes.comma.length > votes.point.length ? 'comma' : 'point'
  const [value] = votes[mark]
  return value === undefined ? { mark, because: 'country', value: '' } : { mark, because: 'value', value }
}

const pointCountries = new Set(
  'US GB IE CA AU NZ IN PK BD LK CN HK TW JP KR SG MY PH TH IL MX GT HN NI PA DO PR CH LI MT NG KE GH ZW'.split(' '),
)

/** What can be read in one way only is read that way, whatever the rest of the column does; null where it is no number. */
export function readNumber(text: string, usual: DecimalMark): number | null {
  const number = bare(text)
  if (scientific.test(number)) return Number(number)
  if (!written.test(number)) return null
  const [decimal, group] = (onlyReading(number) ?? usual) === 'comma' ? [',', '.'] : ['.', ',']
  const [whole = '', decimals = '', ...more] = number.replace(/^\+/, '').split(decimal)
  const isGrouped = whole.includes(group)
  if (more.length > 0 || decimals.includes(group) || (isGrouped && !/^-?\d{1,3}(?:[.,]\d{3})+$/.test(whole))) return null
  const read = Number(`${whole.replaceAll(group, '') || '0'}.${decimals || '0'}`)
  return Number.isFinite(read) ? read : null
}

/** `1.234,5` and `12,5` have a comma before the decimals, `1,234,567` and `0.5` a point; `1.234` can be both. */
function onlyReading(number: string): DecimalMark | null {
  const [comma, point] = [number.lastIndexOf(','), number.lastIndexOf('.')]
  if (comma >= 0 && point >= 0) return comma > point ? 'comma' : 'point'
  if (comma < 0 && point < 0) return null
  const [own, other] = comma >= 0 ? (['comma', 'point'] as const) : (['point', 'comma'] as const)
  const [whole = '', decimals = '', ...more] = number.replace(/^[+-]/, '').split(/[.,]/)
  if (more.length > 0) return other
  return decimals.length !== 3 || whole === '' || whole === '0' || whole.length > 3 ? own : null
}
