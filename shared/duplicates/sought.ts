import { backwards } from '../contacts/search.ts'
import { words } from '../text.ts'
import { nicknamesOf } from './nicknames.ts'
import type { Described } from './profile.ts'

/** A question to the word index, and how many answers are worth a look. */
export type SoughtWords = { match: string; atMost: number }

const whole = (word: string) => `"${word}"`
const beginning = (word: string, length: number) => `"${word.slice(0, length)}"*`
/** The index knows words, no phrases. */
const isOneWord = (name: string) => /^[\p{L}\p{N}]+$/u.test(name)
const both = (a: string, b: string) => `${a} AND ${b}`

/** What to look for in the index of words, the most telling first: a slip in one word must not hide the others. */
export function soughtWords(typed: Described): SoughtWords[] {
  const [given] = words(typed.givenName)
  const family = words(typed.familyName).toSorted((a, b) => b.length - a.length)[0]
  return [...phones(typed), ...mailboxes(typed), ...names(given, family, typed), ...firms(typed)]
}

const phones = ({ phones }: Described) =>
  phones.flatMap(({ number }) => {
    const digits = number.replace(/\D/g, '')
    return digits.length < 6 ? [] : [{ match: `"${backwards(digits.slice(-7))}"*`, atMost: 20 }]
  })

const mailboxes = ({ emails }: Described) =>
  emails.flatMap(({ address }) => {
    const parts = words(address.split('@')[0] ?? '')
    return parts.join('').length < 5 ? [] : [{ match: parts.map(whole).join(' AND '), atMost: 20 }]
  })

function names(given: string | undefined, family: string | undefined, { addresses }: Described): SoughtWords[] {
  const places = addresses.flatMap(({ postalCode }) => words(postalCode)).slice(0, 2)
  if (!given || !family) {
    const name = given ?? family
    return name ? places.map(place => ({ match: both(whole(name), whole(place)), atMost: 30 })) : []
  }
  const called = `(${[given, ...nicknamesOf(given).filter(isOneWord).slice(0, 8)].map(whole).join(' OR ')})`
  return [
    { match: both(whole(given), whole(family)), atMost: 60 },
    { match: both(called, whole(family)), atMost: 40 },
    { match: both(beginning(given, 1), whole(family)), atMost: 30 },
    { match: both(whole(given), beginning(family, 3)), atMost: 40 },
    { match: both(beginning(given, 3), beginning(family, 4)), atMost: 40 },
    ...places.flatMap(place => [given, family].map(name => ({ match: both(beginning(name, 3), whole(place)), atMost: 20 }))),
  ]
}

function firms({ organization, kind }: Described): SoughtWords[] {
  const telling = words(organization).filter(word => word.length > 2)
  if (kind !== 'company' || telling.length === 0) return []
  return [
    { match: telling.map(whole).join(' AND '), atMost: 20 },
    {
      match: telling
        .slice(0, 2)
        .map(word => beginning(word, 5))
        .join(' AND '),
      atMost: 20,
    },
  ]
}
