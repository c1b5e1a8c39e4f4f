import { dayAfter } from '../../zone.ts'
import {
  afterSpan,
  at,
  clockTime,
  dateOf,
  firstOfNextMonth,
  inNextWeek,
  lastOfMonth,
  nextWeekday,
  on,
  spokenTime,
  type Unit,
} from './days.ts'
import { every, everyWeekday, type Pace } from './repeats.ts'
import { anyOf, phrase, type Rule } from './rule.ts'

const numbers: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
}
const weekdays: Readonly<Record<string, number>> = {
  ...{ monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 },
  ...{ mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thurs: 4, fri: 5, sat: 6, sun: 7 },
}
const months: Readonly<Record<string, number>> = {
  ...{ january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10, november: 11 },
  ...{ december: 12, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 },
}
const paces: Readonly<Record<string, Pace>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }
const adverbs: Readonly<Record<string, Pace>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  yearly: 'YEARLY',
  annually: 'YEARLY',
}
const partsOfDay: Readonly<Record<string, string>> = { morning: '09:00', afternoon: '15:00', evening: '18:00', night: '20:00' }

const number = `\\d{1,3}|${anyOf(numbers)}`
const numberOf = (text: string | undefined) => numbers[text!.toLowerCase()] ?? Number(text)
const weekday = anyOf(weekdays)
const weekdayNumber = (text: string | undefined) => weekdays[text!.toLowerCase()]!
const month = anyOf(months)
const monthNumber = (text: string | undefined) => months[text!.toLowerCase()]!
const yearOf = (text: string | undefined) => (text === undefined ? null : Number(text))
const lead = '(?:on |by |until )?(?:the )?'

const repeats: readonly Rule[] = [
  { pattern: phrase('every (?:weekday|working day)'), read: (_, now) => everyWeekday([1, 2, 3, 4, 5], 1, now) },
  {
    pattern: phrase(`every (?<other>other |second )?(?<list>(?:${weekday})s?(?:(?:, ?| and |, and )(?:${weekday})s?)*)`),
    read: ({ other, list }, now) =>
      everyWeekday(
        list!.split(/, and |, ?| and /i).map(day => weekdayNumber(day) ?? weekdayNumber(day.replace(/s$/, ''))),
        other ? 2 : 1,
        now,
      ),
  },
  {
    pattern: phrase(`every (?:(?<count>${number}) |(?<other>other |second ))?(?<unit>day|week|month|year)s?`),
    read: ({ count, other, unit }, now) => every(other ? 2 : count ? numberOf(count) : 1, paces[unit!.toLowerCase()]!, now),
  },
  { pattern: phrase(anyOf(adverbs).replace(/^/, '(?<pace>') + ')'), read: ({ pace }, now) => every(1, adverbs[pace!.toLowerCase()]!, now) },
]

const days: readonly Rule[] = [
  { pattern: phrase(`${lead}day after tomorrow`), read: (_, { today }) => on(dayAfter(today, 2)) },
  { pattern: phrase('(?:by |until )?tomorrow'), read: (_, { today }) => on(dayAfter(today)) },
  { pattern: phrase('tonight'), read: (_, { today }) => ({ day: today, time: '20:00' }) },
  { pattern: phrase('(?:by )?today|this(?= (?:morning|afternoon|evening))'), read: (_, { today }) => on(today) },
  {
    pattern: phrase('(?<year>2\\d{3})-(?<month>\\d{2})-(?<date>\\d{2})'),
    read: ({ date, month, year }, { today }) => on(dateOf(Number(date), Number(month), Number(year), today)),
  },
  {
    pattern: phrase(`in (?<count>${number}) (?<unit>minute|hour|day|week|month|year)s?`),
    read: ({ count, unit }, now) => afterSpan(numberOf(count), unit!.toLowerCase() as Unit, now),
  },
  {
    pattern: phrase(`${lead}(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${month})\\.?(?:,? (?<year>2\\d{3}))?`),
    read: ({ date, month, year }, { today }) => on(dateOf(Number(date), monthNumber(month), yearOf(year), today)),
  },
  {
    pattern: phrase(`${lead}(?<month>${month})\\.? (?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>2\\d{3}))?`),
    read: ({ date, month, year }, { today }) => on(dateOf(Number(date), monthNumber(month), yearOf(year), today)),
  },
  {
    pattern: phrase(`(?:on )?(?:next week(?: on)? (?<after>${weekday})|(?<before>${weekday}) next week)`),
    read: ({ after, before }, { today }) => on(inNextWeek(today, weekdayNumber(after ?? before))),
  },
  { pattern: phrase('(?:by )?next week'), read: (_, { today }) => on(inNextWeek(today, 1)) },
  { pattern: phrase('next month'), read: (_, { today }) => on(firstOfNextMonth(today)) },
  { pattern: phrase('(?:by |at )?(?:the )?end of (?:the |this )?month'), read: (_, { today }) => on(lastOfMonth(today)) },
  {
    pattern: phrase(`(?:on |by )?this (?<day>${weekday})`),
    read: ({ day }, { today }) => on(nextWeekday(today, weekdayNumber(day), true)),
  },
  {
    pattern: phrase(`(?:on |by |until )?(?:next )?(?<day>${weekday})`),
    read: ({ day }, { today }) => on(nextWeekday(today, weekdayNumber(day))),
  },
]

/** At two, in a shop, is after noon. */
const inShop = (hour: number) => (hour >= 1 && hour <= 6 ? hour + 12 : hour)
const halfDay = (hour: number, half: string) => (hour > 12 || hour === 0 ? 99 : (hour % 12) + (/^p/i.test(half) ? 12 : 0))

const times: readonly Rule[] = [
  {
    pattern: phrase('(?:at |by )?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))? ?(?<half>a\\.?m\\.?|p\\.?m\\.?)'),
    read: ({ hour, minute, half }) => at(clockTime(halfDay(Number(hour), half!), Number(minute ?? 0))),
  },
  {
    pattern: phrase('(?:at |by )?(?<hour>\\d{1,2}):(?<minute>\\d{2})'),
    read: ({ hour, minute }) => at(clockTime(Number(hour), Number(minute))),
  },
  { pattern: phrase(`(?:at )?half past (?<hour>${number})`), read: ({ hour }) => at(spokenTime(numberOf(hour), 30)) },
  { pattern: phrase(`(?:at )?(?:a )?quarter past (?<hour>${number})`), read: ({ hour }) => at(spokenTime(numberOf(hour), 15)) },
  { pattern: phrase(`(?:at )?(?:a )?quarter to (?<hour>${number})`), read: ({ hour }) => at(spokenTime(numberOf(hour), -15)) },
  { pattern: phrase('at (?<hour>\\d{1,2})(?: o.clock)?'), read: ({ hour }) => at(clockTime(inShop(Number(hour)))) },
  { pattern: phrase('(?:at )?(?:noon|midday)'), read: () => at('12:00') },
  { pattern: phrase(`(?:in the )?(?<part>${anyOf(partsOfDay)})`), read: ({ part }, _now) => at(partsOfDay[part!.toLowerCase()]!) },
]

const kinds: readonly Rule[] = [
  { pattern: /^\s*(?:call|phone|ring)(?: back)?(?![\p{L}\p{N}])/iu, keeps: true, read: () => ({ kind: 'call' }) },
  { pattern: /^\s*(?:e-?mail|mail|write to)(?![\p{L}\p{N}])/iu, keeps: true, read: () => ({ kind: 'email' }) },
  { pattern: /^\s*(?:meet|meeting)(?![\p{L}\p{N}])/iu, keeps: true, read: () => ({ kind: 'meeting' }) },
]

export const english = {
  rules: [...repeats, ...days, ...times, ...kinds],
  /** What no name begins with, and what comes after the person it is about. */
  about: ['about', 'regarding', 'because', 're', 'to', 'and', 'if', 'that', 'whether', 'on', 'at', 'from'],
  verbs: [
    'call',
    'phone',
    'ring',
    'back',
    'email',
    'e-mail',
    'mail',
    'write',
    'meet',
    'meeting',
    'visit',
    'ask',
    'remind',
    'the',
    'a',
    'an',
    'mr',
    'mrs',
    'ms',
    'dr',
  ],
  toPerson: ['with', 'for', 'to', 'from'],
}
