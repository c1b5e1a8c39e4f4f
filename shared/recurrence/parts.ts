import { AppError } from '../errors.ts'
import { LocalDateTime } from '../time.ts'

/** The parts of a rule by their names: `FREQ` is among them. */
export type Parts = ReadonlyMap<string, string>

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const weekday = '(MO|TU|WE|TH|FR|SA|SU)'
const between = (least: number, most: number) => (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most
const counted = (most: number) => (text: string) => between(1, most)(text.replace(/^[+-]/, ''))
const isWeekday = (text: string) => new RegExp(`^([+-]?([1-9]|[1-4]\\d|5[0-3]))?${weekday}$`).test(text)
const each = (fits: (text: string) => boolean) => (text: string) => text.split(',').every(fits)

/** RFC 5545, 3.3.10. What the parser of the rules overlooks would change their meaning silently. */
const checks: Readonly<Record<string, (text: string) => boolean>> = {
  FREQ: text => frequencies.includes(text),
  UNTIL: text => untilIn(text) !== null,
  COUNT: between(1, 99_999),
  INTERVAL: between(1, 99_999),
  BYSECOND: each(between(0, 59)),
  BYMINUTE: each(between(0, 59)),
  BYHOUR: each(between(0, 23)),
  BYDAY: each(isWeekday),
  BYMONTHDAY: each(counted(31)),
  BYYEARDAY: each(counted(366)),
  BYWEEKNO: each(counted(53)),
  BYMONTH: each(between(1, 12)),
  BYSETPOS: each(counted(366)),
  WKST: text => new RegExp(`^${weekday}$`).test(text),
}

export function partsOf(rule: string): Parts {
  const text = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
  const pairs = text.split(';').map(part => /^([A-Z]+)=(.+)$/.exec(part)?.slice(1) as [string, string] | undefined)
  const parts = new Map(pairs.filter(pair => pair !== undefined))
  const isSound = parts.size === pairs.length && [...parts].every(([name, value]) => Object.hasOwn(checks, name) && checks[name]!(value))
  if (!isSound || !parts.has('FREQ') || (parts.has('COUNT') && parts.has('UNTIL'))) throw new AppError('invalid', 'ruleInvalid')
  return parts
}

export const isEndless = (parts: Parts) => !parts.has('COUNT') && !parts.has('UNTIL')

/** The last time that may come of a rule, to the second. A day lasts until its end. */
export function untilIn(text: string): { wall: string; isInGreenwich: boolean } | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)([0-5]\d)(Z?))?$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour = '23', minute = '59', second = '59', zulu = ''] = match
  const local = `${year}-${month}-${day}T${hour}:${minute}`
  return LocalDateTime.safeParse(local).success ? { wall: `${local}:${second}`, isInGreenwich: zulu === 'Z' } : null
}
