import { readValue } from './cells.ts'
import { isNoDate, readBirthday } from './dates.ts'
import { looksLikeCompany } from './names.ts'

export type Content = 'email' | 'phone' | 'birthday' | 'postalCode' | 'street' | 'organization' | 'name' | 'word' | 'other'

const email = /^(mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/iu
const phone = /^(?=(?:\D*\d){6,15}\D*$)(?:\+|00|\(|0)?[\d\s()/.\-–]+$/
const street = /^\p{L}[\p{L}\s.'’-]+\s\d+\s?\p{L}?(\s?[-/]\s?\d+\s?\p{L}?)?$|^\d+\s\p{L}[\p{L}\s.'’-]+$/u

export const isEmailLike = (value: string) => email.test(value)
export const isDateLike = (value: string) => /\d/.test(value) && !isNoDate(value) && !/^\d+$/.test(value) && isSomeDay(value)
const isSomeDay = (value: string) => {
  const read = readBirthday(value, 'dayFirst', '2100-01-01')
  return read.birthday !== null || read.reason === 'birthdayTooOld' || read.reason === 'birthdayInFuture'
}
export const isPhoneLike = (value: string) => phone.test(value) && !isDateLike(value)

const tests: readonly [Content, (value: string) => boolean][] = [
  ['email', isEmailLike],
  ['birthday', isDateLike],
  ['postalCode', value => /^(?:[A-Z]{1,2}-)?\d{4,5}$|^\d{5}-\d{4}$|^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/.test(value)],
  ['phone', isPhoneLike],
  ['street', value => street.test(value)],
  ['organization', looksLikeCompany],
  ['name', value => /^\p{Lu}[\p{L}.'’-]*(,?\s\p{L}[\p{L}.'’-]*){1,4}$/u.test(value)],
  ['word', value => /^\p{Lu}[\p{L}.'’-]*$/u.test(value)],
]

/** What most values of a column look like. */
export function readContent(values: readonly string[]): Content {
  const filled = values.map(readValue).filter(Boolean)
  if (filled.length === 0) return 'other'
  // Some people in a list of firms have no legal form, some streets no number: those two need fewer votes.
  const enough = (content: Content) => filled.length * (content === 'organization' ? 0.3 : content === 'street' ? 0.6 : 0.8)
  return tests.find(([content, test]) => filled.filter(test).length >= enough(content))?.[0] ?? 'other'
}

/** Whether a column can hold what its header says: a column of yes and no under "Email" cannot. */
export function fits(field: string, values: readonly string[]) {
  const filled = values.map(readValue).filter(Boolean)
  if (filled.length === 0) return true
  if (field === 'email') return filled.some(value => value.includes('@'))
  if (field === 'phone' || field === 'birthday') return filled.some(value => /\d/.test(value))
  return true
}
