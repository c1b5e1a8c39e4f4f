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
  ...{ ein: 1, eins: 1, eine: 1, einer: 1, einem: 1, einen: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8 },
  ...{ neun: 9, zehn: 10, elf: 11, zwölf: 12 },
}
const weekdays: Readonly<Record<string, number>> = {
  ...{ montag: 1, dienstag: 2, mittwoch: 3, donnerstag: 4, freitag: 5, samstag: 6, sonnabend: 6, sonntag: 7 },
  ...{ mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7 },
}
/** Short forms are words of their own: `so` and `do` count only where they are led in. */
const fullWeekdays = Object.fromEntries(Object.entries(weekdays).filter(([name]) => name.length > 2))
const months: Readonly<Record<string, number>> = {
  ...{ januar: 1, jänner: 1, februar: 2, märz: 3, april: 4, mai: 5, juni: 6, juli: 7, august: 8, september: 9, oktober: 10, november: 11 },
  ...{ dezember: 12, jan: 1, feb: 2, apr: 4, jun: 6, jul: 7, aug: 8, sept: 9, sep: 9, okt: 10, nov: 11, dez: 12 },
}
const units: Readonly<Record<string, Unit>> = {
  ...{ minute: 'minute', minuten: 'minute', stunde: 'hour', stunden: 'hour', tag: 'day', tage: 'day', tagen: 'day', woche: 'week' },
  ...{ wochen: 'week', monat: 'month', monate: 'month', monaten: 'month', jahr: 'year', jahre: 'year', jahren: 'year' },
}
const paces: Readonly<Partial<Record<Unit, Pace>>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }
const adverbs: Readonly<Record<string, Pace>> = { täglich: 'DAILY', wöchentlich: 'WEEKLY', monatlich: 'MONTHLY', jährlich: 'YEARLY' }
const partsOfDay: Readonly<Record<string, string>> = {
  ...{ früh: '09:00', morgens: '09:00', vormittag: '10:00', vormittags: '10:00', mittag: '12:00', mittags: '12:00' },
  ...{ nachmittag: '15:00', nachmittags: '15:00', abend: '18:00', abends: '18:00' },
}

const number = `\\d{1,3}|${anyOf(numbers)}`
const numberOf = (text: string | undefined) => numbers[text!.toLowerCase()] ?? Number(text)
const weekday = anyOf(fullWeekdays)
const weekdayNumber = (text: string | undefined) => weekdays[text!.toLowerCase()]!
const unit = anyOf(units)
const unitOf = (text: string | undefined) => units[text!.toLowerCase()]!
const yearOf = (text: string | undefined) => (text === undefined ? null : Number(text))
const until = '(?:bis |vor )?'

const repeats: readonly Rule[] = [
  { pattern: phrase('werktags|jeden Werktag'), read: (_, now) => everyWeekday([1, 2, 3, 4, 5], 1, now) },
  {
    pattern: phrase(`jeden (?<second>zweiten )?(?<list>(?:${weekday})(?:(?:, ?| und )(?:${weekday}))*)`),
    read: ({ second, list }, now) => everyWeekday(list!.split(/, ?| und /i).map(weekdayNumber), second ? 2 : 1, now),
  },
  {
    pattern: phrase(`(?<list>(?:${weekday})s(?:(?:, ?| und )(?:${weekday})s)*)`),
    read: ({ list }, now) =>
      everyWeekday(
        list!.split(/, ?| und /i).map(day => weekdayNumber(day.replace(/s$/i, ''))),
        1,
        now,
      ),
  },
  {
    pattern: phrase(`jede[nsr]? (?<second>zweiten? |zweites )?(?<unit>Tag|Woche|Monat|Jahr)`),
    read: ({ second, unit }, now) => every(second ? 2 : 1, paces[unitOf(unit)]!, now),
  },
  {
    pattern: phrase(`alle (?<count>${number}) (?<unit>Tage|Wochen|Monate|Jahre)`),
    read: ({ count, unit }, now) => every(numberOf(count), paces[unitOf(unit)]!, now),
  },
  { pattern: phrase(`(?<pace>${anyOf(adverbs)})`), read: ({ pace }, now) => every(1, adverbs[pace!.toLowerCase()]!, now) },
]

const days: readonly Rule[] = [
  { pattern: phrase(`${until}übermorgen`), read: (_, { today }) => on(dayAfter(today, 2)) },
  { pattern: phrase('heute (?:Morgen|früh)'), read: (_, { today }) => ({ day: today, time: '09:00' }) },
  { pattern: phrase(`${until}morgen`), read: (_, { today }) => on(dayAfter(today)) },
  { pattern: phrase(`${until}heute`), read: (_, { today }) => on(today) },
  {
    pattern: phrase('(?<year>2\\d{3})-(?<month>\\d{2})-(?<date>\\d{2})'),
    read: ({ date, month, year }, { today }) => on(dateOf(Number(date), Number(month), Number(year), today)),
  },
  {
    pattern: phrase(`in (?<count>${number}) (?<unit>${unit})`),
    read: ({ count, unit }, now) => afterSpan(numberOf(count), unitOf(unit), now),
  },
  {
    pattern: phrase(`${until}(?:am |den |zum )?(?<date>\\d{1,2})\\. ?(?<month>${anyOf(months)})\\.?(?: (?<year>2\\d{3}))?`),
    read: ({ date, month, year }, { today }) => on(dateOf(Number(date), months[month!.toLowerCase()]!, yearOf(year), today)),
  },
  {
    pattern: phrase(`${until}(?:am |den |zum )?(?<date>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>2\\d{3}|\\d{2})?`),
    read: ({ date, month, year }, { today }) => on(dateOf(Number(date), Number(month), yearOf(year), today)),
  },
  {
    pattern: phrase(`(?:am )?(?:nächste Woche(?: am)? (?<after>${weekday})|(?<before>${weekday}) nächster? Woche)`),
    read: ({ after, before }, { today }) => on(inNextWeek(today, weekdayNumber(after ?? before))),
  },
  { pattern: phrase(`${until}(?:nächste|kommende) Woche`), read: (_, { today }) => on(inNextWeek(today, 1)) },
  { pattern: phrase('(?:nächsten|kommenden) Monat'), read: (_, { today }) => on(firstOfNextMonth(today)) },
  { pattern: phrase('(?:bis |zum |am )*(?:Monatsende|Ende des Monats)'), read: (_, { today }) => on(lastOfMonth(today)) },
  { pattern: phrase(`diesen (?<day>${weekday})`), read: ({ day }, { today }) => on(nextWeekday(today, weekdayNumber(day), true)) },
  {
    pattern: phrase(`${until}(?:am |zum )?(?:nächsten |kommenden )?(?<day>${weekday})`),
    read: ({ day }, { today }) => on(nextWeekday(today, weekdayNumber(day))),
  },
  {
    pattern: phrase(`(?:am|bis) (?<day>${anyOf(weekdays)})\\.?`),
    read: ({ day }, { today }) => on(nextWeekday(today, weekdayNumber(day))),
  },
]

const times: readonly Rule[] = [
  {
    pattern: phrase(
      '(?:um |gegen |ab |bis )?(?<hour>\\d{1,2})[:.](?<minute>\\d{2}) ?Uhr|(?:um |gegen |ab |bis )?(?<hour2>\\d{1,2}):(?<minute2>\\d{2})',
    ),
    read: ({ hour, minute, hour2, minute2 }) => at(clockTime(Number(hour ?? hour2), Number(minute ?? minute2))),
  },
  { pattern: phrase('(?:um |gegen |ab |bis )?(?<hour>\\d{1,2}) ?(?:Uhr|h)'), read: ({ hour }) => at(clockTime(Number(hour))) },
  { pattern: phrase('(?:um|gegen) (?<hour>\\d{1,2})'), read: ({ hour }) => at(clockTime(Number(hour))) },
  { pattern: phrase(`(?:um )?halb (?<hour>${number})`), read: ({ hour }) => at(spokenTime(numberOf(hour), -30)) },
  { pattern: phrase(`(?:um )?viertel nach (?<hour>${number})`), read: ({ hour }) => at(spokenTime(numberOf(hour), 15)) },
  { pattern: phrase(`(?:um )?(?:viertel vor|dreiviertel) (?<hour>${number})`), read: ({ hour }) => at(spokenTime(numberOf(hour), -15)) },
  { pattern: phrase(`(?:am )?(?<part>${anyOf(partsOfDay)})`), read: ({ part }) => at(partsOfDay[part!.toLowerCase()]!) },
]

const kinds: readonly Rule[] = [
  { pattern: phrase('anrufen|zurückrufen|telefonieren|Rückruf|Anruf'), keeps: true, read: () => ({ kind: 'call' }) },
  { pattern: phrase('mailen|anmailen|e-?mail|schreiben'), keeps: true, read: () => ({ kind: 'email' }) },
  { pattern: phrase('treffen|Treffen|Besprechung'), keeps: true, read: () => ({ kind: 'meeting' }) },
]

export const german = {
  rules: [...repeats, ...days, ...times, ...kinds],
  about: [
    'wegen',
    'zu',
    'zum',
    'zur',
    'über',
    'und',
    'ob',
    'dass',
    'weil',
    'anrufen',
    'zurückrufen',
    'schreiben',
    'mailen',
    'treffen',
    'fragen',
    'erinnern',
    'telefonieren',
  ],
  verbs: [
    'der',
    'die',
    'das',
    'den',
    'dem',
    'herr',
    'herrn',
    'frau',
    'familie',
    'firma',
    'rückruf',
    'anruf',
    'e-mail',
    'mail',
    'an',
    'mit',
    'bei',
    'für',
    'von',
    'besprechung',
    'treffen',
    'bitte',
  ],
  toPerson: ['mit', 'für', 'bei', 'an', 'von'],
}
