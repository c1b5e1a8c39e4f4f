import { limits } from '../contacts/limits.ts'
import type { Address, Phone } from '../contacts/model.ts'
import { sortName } from '../contacts/rules.ts'
import type { Custom, CustomValue } from '../fields/model.ts'
import { fold, hash } from '../text.ts'
import type { ImportedContact } from './row.ts'

/** A contact beside the folded name that it is sorted by. */
export type Person = ImportedContact & { sortName: string }

/** Contacts without a name are sorted behind all others, by what they have. */
const isNameless = ({ sortName }: Pick<Person, 'sortName'>) => sortName.startsWith('\u{10ffff}')

/** Whether two can be the same by their names alone. */
export const namesAgree = (a: Pick<Person, 'sortName'>, b: Pick<Person, 'sortName'>) =>
  a.sortName === b.sortName || isNameless(a) || isNameless(b)

const lacksContact = ({ emails, phones }: Person) => emails.length + phones.length === 0

/**
 * Whether a row is about somebody who is there already: an e-mail address in common, or a phone and no birthday that contradicts, and
 * the same name (or no name on one side). Where both have neither phone nor e-mail, they must agree in name, birthday and place.
 */
export function isAbout(row: Person, known: Person) {
  if (lacksContact(row) && lacksContact(known)) return areNamesakes(row, known)
  return namesAgree(row, known) && (sharesEmail(row, known) || (sharesPhone(row, known) && !birthdaysDiffer(row, known)))
}

/**
 * Whether nothing but name, birthday and place tells that a row is about them, since one of both has neither phone nor e-mail. That is
 * enough where nobody else of the name is there: a wrong match is worse than a double.
 */
export const mayBeAbout = (row: Person, known: Person) => lacksContact(row) !== lacksContact(known) && areNamesakes(row, known)

const areNamesakes = (row: Person, known: Person) =>
  row.sortName === known.sortName && row.birthday === known.birthday && samePlace(row, known)

export const sharesEmail = (row: Person, known: Person) => row.emails.some(email => known.emails.some(other => sameEmail(email, other)))
export const sharesPhone = (row: Person, known: Person) => row.phones.some(phone => known.phones.some(other => samePhone(phone, other)))

/** What another program calls its record: compared as it is written, whatever the case. */
const ownId = (value: CustomValue) => fold(String(value).trim())
export const ownKey = (value: CustomValue) => hash(`i${ownId(value)}`)
export const sharesField = (field: number) => (row: Person, known: Person) =>
  known.custom[field] !== undefined && row.custom[field] !== undefined && ownId(row.custom[field]) === ownId(known.custom[field])

/** Parents and children can share a name and a phone. A day without its year contradicts another day only. */
function birthdaysDiffer({ birthday: a }: Person, { birthday: b }: Person) {
  if (a === null || b === null) return false
  return a.startsWith('-') || b.startsWith('-') ? a.slice(-5) !== b.slice(-5) : a !== b
}

/** What is known with its gaps filled from the row; null where the row says nothing new. What is there is never replaced. */
export function fillIn(known: Person, row: Person): Person | null {
  const custom = withChoices({ ...row.custom, ...known.custom }, known, row)
  const filled = { ...withTexts(known, row), custom, birthday: known.birthday ?? row.birthday, ...withLists(known, row) }
  const whole = { ...filled, sortName: sortName(filled) }
  // A firm's name that is filled in can become what the contact is called: then the next import would not know it again.
  const settled =
    isNameless(known) || whole.sortName === known.sortName
      ? whole
      : { ...whole, organization: known.organization, sortName: known.sortName }
  return isEqual(known, settled) ? null : settled
}

/** What the row says takes the place of what is known; nothing is emptied, and no phone, e-mail, address or tag is lost. */
export function overwrite(known: Person, row: Person): Person | null {
  const custom = withChoices({ ...known.custom, ...row.custom }, known, row)
  const whole = { ...known, ...withLists(known, row), custom, birthday: row.birthday ?? known.birthday }
  if (!isNameless(row)) for (const part of personalNames) whole[part] = row[part] || known[part]
  for (const field of gaps) whole[field] = row[field] || known[field]
  const named = { ...whole, sortName: sortName(whole) }
  const settled =
    isNameless(known) || [known.sortName, row.sortName].includes(named.sortName) ? named : { ...whole, organization: known.organization }
  return isEqual(known, settled) ? null : settled
}

const personalNames = ['givenName', 'additionalName', 'familyName'] as const
const nameParts = ['namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'] as const
const gaps = ['namePrefix', 'nameSuffix', 'organization', 'language', 'note', 'source'] as const

function withTexts(known: Person, row: Person) {
  const texts = { ...known }
  if (isNameless(known)) {
    texts.kind = row.kind
    for (const part of nameParts) texts[part] = known[part] || row[part]
  }
  for (const field of gaps) texts[field] = known[field] || row[field]
  return texts
}

/** Of several choices none is lost, either. */
function withChoices(custom: Custom, { custom: known }: Person, { custom: row }: Person): Custom {
  const united = { ...custom }
  for (const [id, value] of Object.entries(row)) {
    const before = known[id]
    if (Array.isArray(value) && Array.isArray(before)) united[id] = [...before, ...value.filter(option => !before.includes(option))]
  }
  return united
}

const withLists = (known: Person, row: Person) => ({
  phones: united(known.phones, row.phones, samePhone, limits.phones),
  emails: united(known.emails, row.emails, sameEmail, limits.emails),
  addresses: row.addresses.reduce(withAddress, known.addresses),
  tags: united(known.tags, row.tags, (a, b) => fold(a) === fold(b), limits.tags),
})

function united<T>(known: readonly T[], added: readonly T[], same: (a: T, b: T) => boolean, atMost: number) {
  const all = [...known]
  for (const entry of added) if (all.length < atMost && !all.some(other => same(other, entry))) all.push(entry)
  return all
}

const sameEmail = (a: { address: string }, b: { address: string }) => a.address.toLowerCase() === b.address.toLowerCase()
const digits = (number: string) => number.replace(/\D/g, '')
const samePhone = (a: Phone, b: Phone) => (a.e164 && b.e164 ? a.e164 === b.e164 : digits(a.number) === digits(b.number))

const addressParts = ['street', 'postalCode', 'locality', 'region', 'country'] as const

/** An address that says less than one that is there adds nothing; one that says more takes its place. */
function withAddress(known: Address[], added: Address): Address[] {
  if (known.some(address => contains(address, added))) return known
  const lesser = known.findIndex(address => contains(added, address))
  if (lesser >= 0) return known.with(lesser, { ...added, ...filledParts(known[lesser]!), label: known[lesser]!.label || added.label })
  return known.length < limits.addresses ? [...known, added] : known
}

const contains = (more: Address, less: Address) => addressParts.every(part => less[part] === '' || fold(less[part]) === fold(more[part]))
const filledParts = (address: Address) =>
  Object.fromEntries(addressParts.filter(part => address[part] !== '').map(part => [part, address[part]]))

const samePlace = ({ addresses: [a] }: Person, { addresses: [b] }: Person) =>
  fold(a?.postalCode ?? '') === fold(b?.postalCode ?? '') && fold(a?.locality ?? '') === fold(b?.locality ?? '')

const isEqual = (a: Person, b: Person) =>
  a.kind === b.kind &&
  a.birthday === b.birthday &&
  nameParts.every(part => a[part] === b[part]) &&
  gaps.every(field => a[field] === b[field]) &&
  JSON.stringify([a.phones, a.emails, a.addresses, a.tags, a.custom]) ===
    JSON.stringify([b.phones, b.emails, b.addresses, b.tags, b.custom])
