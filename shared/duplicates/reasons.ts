import { fieldNames, fields, type Field } from './fields.ts'
import type { Described } from './profile.ts'
import type { Reason } from './model.ts'
import { phoneNumber } from './profile.ts'

/** What to say where a field turned out so; null where that is not worth a word. */
const words: { readonly [F in Field]: Readonly<Record<(typeof fields)[F][number], string | null>> } = {
  given: {
    equal: 'sameGivenName',
    variant: 'nickname',
    typo: 'similarGivenName',
    similar: 'similarGivenName',
    part: 'shorterGivenName',
    different: 'otherGivenName',
  },
  family: {
    equal: 'sameFamilyName',
    variant: 'similarFamilyName',
    typo: 'similarFamilyName',
    similar: 'similarFamilyName',
    part: 'partOfFamilyName',
    different: 'otherFamilyName',
  },
  order: { straight: null, swapped: 'namesSwapped' },
  additional: { equal: 'sameMiddleName', part: null, different: 'otherMiddleName' },
  birthday: { equal: 'sameBirthday', close: 'similarBirthday', sameDay: 'sameBirthdayWithoutYear', different: 'otherBirthday' },
  phone: { equal: 'samePhone', typo: 'similarPhone', different: 'otherPhone' },
  email: { equal: 'sameEmail', sameLocal: 'sameMailboxName', typo: 'similarEmail', different: 'otherEmail' },
  address: {
    same: 'sameAddress',
    street: 'sameStreet',
    neighbour: 'neighbours',
    garbled: 'similarAddress',
    elsewhere: 'sameStreetElsewhere',
    place: 'samePlace',
    otherStreet: 'samePlaceOtherStreet',
    different: 'otherAddress',
  },
  organization: { equal: 'sameOrganization', similar: 'similarOrganization', different: 'otherOrganization' },
}

export const reasonKeys: readonly string[] = [
  'sameName',
  ...new Set(fieldNames.flatMap(field => Object.values<string | null>(words[field])).filter(key => key !== null)),
]

const namePart = fieldNames.indexOf('given')
const order = ['order', 'given', 'family', 'phone', 'email', 'birthday', 'address', 'organization', 'additional'] as const

/** The evidence in words, what speaks for it first. */
export function reasonsFor(a: Described, b: Described, levels: ArrayLike<number>): Reason[] {
  const isSameName = levels[namePart] === 0 && levels[namePart + 1] === 0 && levels[fieldNames.indexOf('order')] === 0
  const found = order.flatMap(field => {
    const level = levels[fieldNames.indexOf(field)]!
    if (level < 0 || (isSameName && field === 'family')) return []
    if (isSameName && field === 'given') return [{ level, reason: 'sameName', params: paramsOf('order', a, b) }]
    const names = fields[field] as readonly string[]
    const reason = (words[field] as Readonly<Record<string, string | null>>)[names[level]!]
    return reason ? [{ level: level === names.length - 1 && field !== 'order' ? 100 : 0, reason, params: paramsOf(field, a, b) }] : []
  })
  return found
    .sort((one, other) => Number(one.level === 100) - Number(other.level === 100))
    .map(({ reason, params }) => ({ reason, params }))
}

function paramsOf(field: Field, a: Described, b: Described): Record<string, string> {
  const [one, other] = [valueOf(field, a, b), valueOf(field, b, a)]
  return { a: one, b: other }
}

/** What the first of the two has, the entry that they share where there is one. */
function valueOf(field: Field, of: Described, other: Described): string {
  switch (field) {
    case 'given':
      return of.givenName
    case 'family':
      return of.familyName
    case 'order':
      return [of.givenName, of.familyName].filter(Boolean).join(' ')
    case 'additional':
      return of.additionalName
    case 'birthday':
      return of.birthday ?? ''
    case 'organization':
      return of.organization
    case 'phone':
      return (of.phones.find(phone => other.phones.some(known => phoneNumber(known) === phoneNumber(phone))) ?? of.phones[0])?.number ?? ''
    case 'email':
      return (of.emails.find(({ address }) => other.emails.some(known => sameText(known.address, address))) ?? of.emails[0])?.address ?? ''
    case 'address':
      return place(of.addresses[0])
  }
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const place = (address: { street: string; postalCode: string; locality: string } | undefined) =>
  address ? [address.street, [address.postalCode, address.locality].filter(Boolean).join(' ')].filter(Boolean).join(', ') : ''
