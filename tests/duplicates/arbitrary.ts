import fc from 'fast-check'
import type { Described } from '../../shared/duplicates/profile.ts'

const word = fc.oneof(
  fc.constantFrom('Anna', 'Hans-Peter', 'Bill', 'William', 'Müller', 'Mueller', 'Öztürk', 'Иванов', 'de la Cruz', 'A.', ''),
  fc.string({ maxLength: 30 }),
)
const day = fc.constantFrom('1984-05-14', '1984-05-15', '1984-12-11', '1984-11-12', '--05-14', null)
/** People who have much in common. */
export const person: fc.Arbitrary<Described> = fc.record({
  kind: fc.constantFrom('person', 'company'),
  givenName: word,
  additionalName: fc.constantFrom('', 'M.', 'Maria', 'Josef'),
  familyName: word,
  nameSuffix: fc.constantFrom('', 'Jr.', 'Senior'),
  organization: word,
  birthday: day,
  phones: fc.array(
    fc.record({ number: fc.constantFrom('0176 1234567', '1234567', '040 99', '+49 176 1243567'), e164: fc.constant(null) }),
    { maxLength: 3 },
  ),
  emails: fc.array(fc.record({ label: fc.constant(''), address: fc.constantFrom('a@b.de', 'info@b.de', 'anna.m@b.de', 'anna.m@c.de') }), {
    maxLength: 3,
  }),
  addresses: fc.array(
    fc.record({
      label: fc.constant(''),
      street: fc.constantFrom('', 'Große Elbstraße 5', 'Gr. Elbstr. 5', '12 High Street'),
      postalCode: fc.constantFrom('', '22767', '22776'),
      locality: fc.constantFrom('', 'Hamburg', 'Hambrug'),
      region: fc.constant(''),
      country: fc.constant(''),
    }),
    { maxLength: 2 },
  ),
})
