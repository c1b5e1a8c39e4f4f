import { getCountries, getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** ISO 3166-1 alpha-2. */
export type Country = string

const known = new Map<string, string>()
const rememberAtMost = 50_000
/** Nothing but one number: no extension, no second plus, no letters. */
const plainNumber = /^\s*\+?[\d\s()/.-]+$/
/** A plus, the country's code, and the digits that tell apart the countries which share one. */
const decidingAtLeast = 7

/**
 * `0176 123 45 67` in `DE` becomes `+491761234567`; null where it can be no phone number.
 * What a number means is decided by its beginning and length, so numbers that differ only in the last digits share one
 * look-up: the library takes ten microseconds, a million-row import has no time for that.
 */
export function toE164(typed: string, country: Country): string | null {
  const compact = typed.replace(/[^\d+]/g, '')
  if (compact.length < 8 || !plainNumber.test(typed)) return parse(typed, country)
  const deciding = Math.max(decidingAtLeast, compact.length - (compact.length < 12 ? 4 : 6))
  const key = country + compact.length + compact.slice(0, deciding)
  const head = known.get(key)
  return head === undefined ? learn(key, compact, deciding, country) : head + compact.slice(deciding)
}

/** Remembers what numbers of this beginning begin with, unless an international prefix puts the country's code far behind. */
function learn(key: string, compact: string, deciding: number, country: Country) {
  const number = parse(compact, country)
  const head = number?.slice(0, deciding - compact.length) ?? ''
  if (head.length < decidingAtLeast) return number
  if (known.size >= rememberAtMost) known.clear()
  known.set(key, head)
  return number
}

function parse(typed: string, country: Country) {
  const phone = parsePhoneNumberFromString(typed, { defaultCountry: country as CountryCode, extract: false })
  return phone?.isPossible() ? phone.number : null
}

/** For people: the national form, or the international one of another country; what was typed where no format is known for it. */
export function formatPhone(typed: string, e164: string | null, country: Country) {
  const phone = e164 ? parsePhoneNumberFromString(e164) : undefined
  if (!phone) return typed
  if (phone.country !== country) return phone.formatInternational()
  const national = phone.formatNational()
  return national === phone.nationalNumber ? typed : national
}

/** What a link that dials it leads to. */
export const dialLink = ({ number, e164 }: { number: string; e164: string | null }) => `tel:${e164 ?? number.replace(/[^\d+*#]/g, '')}`

const callingCodes = new Set<string>(getCountries().map(country => getCountryCallingCode(country)))

/** Without the country's calling code: no code is the beginning of another. */
export function nationalNumber(e164: string) {
  const length = [1, 2, 3].find(digits => callingCodes.has(e164.slice(1, 1 + digits))) ?? 0
  return e164.slice(1 + length)
}
