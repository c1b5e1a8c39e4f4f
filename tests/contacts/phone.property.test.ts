import fc from 'fast-check'
import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { toE164 } from '../../shared/phone.ts'

/** What the library says of a number, each asked anew. */
function parsed(typed: string, defaultCountry: CountryCode) {
  const phone = parsePhoneNumberFromString(typed, { defaultCountry, extract: false })
  return phone?.isPossible() ? phone.number : null
}

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map(found => found.join(''))

const typed = fc.record({
  before: fc.constantFrom('', '0', '00', '+', '+44', '+1', '+49', '0049 '),
  number: digits(4, 14),
  last: digits(4, 6),
})

describe('a phone number', () => {
  it('is understood as the library understands it, whatever numbers like it were read before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), typed, digits(4, 6), (country, { before, number, last }, other) => {
        toE164(before + number + other.padEnd(last.length, '0').slice(0, last.length), country)
        expect(toE164(before + number + last, country)).toBe(parsed(before + number + last, country))
      }),
      { numRuns: 5000 },
    )
  })
})
