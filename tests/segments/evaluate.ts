import type { Condition, Filter } from '../../shared/segments/model.ts'
import { fold } from '../../shared/text.ts'
import type { Contact } from '../../shared/contacts/model.ts'

/** What is known of a contact beside itself: its tags by number, the times of what was written about it, what it is to others. */
export type Known = { contact: Contact; tagIds: readonly number[]; activities: readonly string[]; roles: readonly string[] }

const day = 24 * 60 * 60 * 1000
/** The days that lie between, counted on the calendar of this PC. */
const daysFrom = (today: Date, text: string) => {
  const [year, month, date] = text.split('-').map(Number)
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((Date.UTC(year!, month! - 1, date) - midnight) / day)
}
const localDate = (instant: string) => new Date(instant).toLocaleDateString('sv-SE')

/** A filter as a person would go through the cards: one contact at a time. */
export function fits(filter: Filter, known: Known, now: Date): boolean {
  const answers = filter.conditions.map(part => ('conditions' in part ? fits(part, known, now) : fitsOne(part, known, now)))
  return filter.match === 'all' ? answers.every(Boolean) : answers.some(Boolean)
}

function fitsOne(condition: Condition, known: Known, now: Date): boolean {
  const { contact } = known
  const custom = contact.custom[condition.field.replace('custom.', '')]
  switch (condition.type) {
    case 'text':
      return fitsText(condition, textsOf(condition.field, contact, custom))
    case 'number':
      return fitsNumber(condition, condition.field === 'age' ? ageOf(contact.birthday, now) : custom)
    case 'date':
      return fitsDate(condition, dateOf(condition.field, known, custom), now)
    case 'birthday':
      return fitsBirthday(condition, contact.birthday, now)
    case 'choice':
      return fitsSet(
        condition.is,
        condition.field === 'relations' ? known.roles : choicesOf(condition.field, contact, custom),
        condition.values,
      )
    case 'tags':
      return fitsSet({ has: 'anyOf', hasNot: 'noneOf', empty: 'empty', filled: 'filled' }[condition.is], known.tagIds, condition.tags)
    case 'yesNo': {
      const value = condition.field === 'blocked' ? contact.blockedAt !== null : custom
      const isEmpty = value === undefined || (condition.field === 'blocked' && value === false)
      return { yes: value === true, no: value === false, empty: isEmpty, filled: !isEmpty }[condition.is]
    }
  }
}

function fitsNumber({ is, value, to }: Extract<Condition, { type: 'number' }>, number: unknown) {
  if (is === 'empty' || is === 'filled') return (typeof number === 'number') === (is === 'filled')
  if (typeof number !== 'number') return false
  return { is: number === value, atLeast: number >= value!, atMost: number <= value!, between: number >= value! && number <= to! }[is]
}

/** Counts the birthdays that were celebrated since the day of birth. */
function ageOf(birthday: string | null, now: Date) {
  if (birthday === null || birthday.startsWith('--')) return null
  const [year, month, day] = birthday.split('-').map(Number)
  const passed = Array.from({ length: 200 }, (_, years) => {
    const isLeap = new Date(year! + years, 1, 29).getMonth() === 1
    return new Date(year! + years, month! - 1, month === 2 && day === 29 && !isLeap ? 28 : day!)
  }).filter(celebrated => celebrated.getTime() <= now.getTime())
  return passed.length === 0 ? null : passed.length - 1
}

function fitsSet(is: string, has: readonly unknown[], wanted: readonly unknown[]) {
  if (is === 'empty' || is === 'filled') return (has.length === 0) === (is === 'empty')
  return has.some(value => wanted.includes(value)) === (is === 'anyOf')
}

function textsOf(field: string, { phones, emails, addresses, alerts, ...contact }: Contact, custom: unknown): string[] {
  if (field.startsWith('custom.')) return custom === undefined ? [] : [fold(String(custom))]
  if (field === 'phone') return phones.flatMap(({ number, e164 }) => [number, e164 ?? '']).map(number => number.replace(/\D/g, ''))
  if (field === 'email') return emails.map(({ address }) => fold(address))
  if (field === 'alertText') return alerts.map(({ text }) => fold(text))
  if (field === 'street' || field === 'locality') return addresses.map(address => fold(address[field]))
  return [fold(String(contact[field as 'givenName']))]
}

function fitsText({ field, is, value }: Extract<Condition, { type: 'text' }>, texts: readonly string[]) {
  const wanted = field === 'phone' ? value.replace(/\D/g, '') : fold(value)
  const some = (test: (text: string) => boolean) => texts.some(test)
  return {
    contains: some(text => text.includes(wanted)),
    containsNot: !some(text => text.includes(wanted)),
    is: some(text => text === wanted),
    isNot: !some(text => text === wanted),
    begins: some(text => text.startsWith(wanted)),
    empty: !some(text => text !== ''),
    filled: some(text => text !== ''),
  }[is]
}

function dateOf(field: string, { contact, activities }: Known, custom: unknown) {
  if (field === 'followUpOn') return contact.followUpOn
  if (field === 'lastContact') return localDate([...activities].sort().at(-1) ?? contact.createdAt)
  if (field === 'createdAt' || field === 'changedAt') return localDate(contact[field])
  return typeof custom === 'string' ? custom : null
}

function fitsDate({ is, day, days }: Extract<Condition, { type: 'date' }>, date: string | null, now: Date) {
  if (is === 'empty' || is === 'filled') return (date === null) === (is === 'empty')
  if (date === null) return false
  const distance = daysFrom(now, date)
  return {
    on: date === day,
    before: date < day!,
    after: date > day!,
    inNext: distance >= 0 && distance <= days!,
    inLast: distance <= 0 && distance >= -days!,
    moreThanAgo: distance < -days!,
    today: distance === 0,
    past: distance < 0,
  }[is]
}

/** Goes through the days one by one, and asks of each whether it is the birthday. */
function fitsBirthday({ is, days, month }: Extract<Condition, { type: 'birthday' }>, birthday: string | null, now: Date) {
  if (is === 'empty' || is === 'filled') return (birthday === null) === (is === 'empty')
  if (birthday === null) return false
  if (is === 'month') return Number(birthday.slice(-5, -3)) === month
  return Array.from({ length: days! + 1 }, (_, step) => {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + (is === 'inNext' ? step : -step))
    return celebrates(birthday.slice(-5), date)
  }).some(Boolean)
}

function celebrates(birthday: string, date: Date) {
  const isLeap = new Date(date.getFullYear(), 1, 29).getMonth() === 1
  const shown = `${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
  return (birthday === '02-29' && !isLeap ? '02-28' : birthday) === shown
}

function choicesOf(field: string, contact: Contact, custom: unknown): readonly unknown[] {
  if (field === 'kind') return [contact.kind]
  if (field === 'alerts') return contact.alerts.map(({ kind }) => kind)
  if (field === 'preferredChannel') return contact.preferredChannel ? [contact.preferredChannel] : []
  if (field === 'consentEmail') return contact.consents.email ? [contact.consents.email.state] : []
  return Array.isArray(custom) ? custom : custom === undefined ? [] : [custom]
}
