import { emailPattern, limits } from '../contacts/limits.ts'
import type { Address, Email, NewContact, Phone } from '../contacts/model.ts'
import type { en } from '../locales/en.ts'
import { toE164 } from '../phone.ts'
import { fold } from '../text.ts'
import { readEmails, readLabel, readPhones, readTags, readText, readValue } from './cells.ts'
import { readBirthday, type DateOrder } from './dates.ts'
import { readKind } from './kind.ts'
import { layOut, type Entry, type Place, type TextField } from './layout.ts'
import { looksLikeCompany, splitName } from './names.ts'

export type ProblemReason = keyof (typeof en)['importProblems']
/** `column` counts from 0; null where it is about the whole row. */
export type RowProblem = { column: number | null; value: string; reason: ProblemReason; params: Record<string, number> }
export type ImportedContact = Omit<NewContact, 'phones' | 'tags'> & { phones: readonly Phone[]; tags: readonly string[] }
type Writable<T> = { -readonly [Field in keyof T]: T[Field] }
type Draft = Writable<ImportedContact>

export type RowOptions = {
  fields: readonly (string | null)[]
  dateOrders: readonly DateOrder[]
  /** Of the shop: how phones without a country are read. */
  country: string
  thisYear: number
  /** For every contact of the file. */
  tags: readonly string[]
}

const shownAtMost = 200

/**
 * Turns rows into contacts, or says all that is wrong with one. Does what NewContact's schema does (a test compares them),
 * at a speed that the schema has no time for.
 */
export function createRowReader({ fields, dateOrders, country, thisYear, tags }: RowOptions) {
  const layout = layOut(fields)
  let problems: RowProblem[] = []

  function report(column: number | null, value: string, reason: ProblemReason, params: Record<string, number> = {}) {
    problems.push({ column, value: value.slice(0, shownAtMost), reason, params })
  }

  function fits(field: keyof typeof limits, text: string, column: number) {
    if (text.length <= limits[field]) return true
    report(column, text, 'tooLong', { maximum: limits[field] })
    return false
  }

  function notTooMany<T>(field: 'phones' | 'emails' | 'addresses' | 'tags', found: T[], column: number | undefined) {
    if (found.length > limits[field]) report(column ?? null, '', 'tooMany', { maximum: limits[field] })
    return found
  }

  function readTexts(contact: Draft, cells: readonly string[]) {
    for (const { field, column } of layout.texts) {
      const text = readText(cells[column] ?? '')
      if (text === '') continue
      contact[field] = joined(field, contact[field], text)
      fits(field, contact[field], column)
    }
  }

  /** A whole name counts where its parts stand nowhere; a firm's name is no person's. */
  function readName(contact: Draft, cells: readonly string[]) {
    if (contact.givenName !== '' || contact.additionalName !== '' || contact.familyName !== '') return
    const column = layout.name.find(column => readText(cells[column] ?? '') !== '')
    const name = column === undefined ? '' : readText(cells[column] ?? '')
    const isCompany = name === '' || name === contact.organization || (contact.organization === '' && looksLikeCompany(name))
    if (isCompany) {
      contact.organization ||= name
      if (contact.organization !== '') contact.kind = 'company'
    } else takeName(contact, name)
    if (column !== undefined) for (const field of nameFields) fits(field, contact[field], column)
  }

  function readPhoneList(cells: readonly string[]) {
    const found: Phone[] = []
    for (const entry of layout.phones) {
      for (const number of readPhones(cells[entry.column] ?? '')) {
        if (!/\d/.test(number)) report(entry.column, number, 'phoneWithoutDigits')
        else if (fits('number', number, entry.column)) {
          addEntry(found, { label: labelIn(cells, entry), number, e164: toE164(number, country) }, samePhone)
        }
      }
    }
    return notTooMany('phones', found, layout.phones[0]?.column)
  }

  function readEmailList(cells: readonly string[]) {
    const found: Email[] = []
    for (const entry of layout.emails) {
      for (const address of readEmails(cells[entry.column] ?? '')) {
        if (!emailPattern.test(address)) report(entry.column, address, 'emailInvalid')
        else if (fits('address', address, entry.column)) addEntry(found, { label: labelIn(cells, entry), address }, sameEmail)
      }
    }
    return notTooMany('emails', found, layout.emails[0]?.column)
  }

  function readAddresses(cells: readonly string[]) {
    const found: Address[] = []
    for (const place of layout.addresses) {
      const address = readAddress(cells, place)
      if (address) found.push(address)
    }
    return notTooMany('addresses', found, layout.addresses[0]?.parts[0]?.column)
  }

  function readAddress(cells: readonly string[], place: Place) {
    let found: Writable<Address> | null = null
    for (const { part, column, line } of place.parts) {
      const text = readText(cells[column] ?? '')
      if (text === '') continue
      found ??= { label: labelIn(cells, place), street: '', postalCode: '', locality: '', region: '', country: '' }
      found[part] = found[part] === '' ? text : found[part] + (line === 'next' ? ', ' : ' ') + text
      fits(part, found[part], column)
    }
    return found
  }

  function labelIn(cells: readonly string[], { label, labelColumn }: Pick<Entry, 'label' | 'labelColumn'>) {
    if (labelColumn === null) return label
    const own = readLabel(cells[labelColumn] ?? '')
    fits('label', own, labelColumn)
    return own || label
  }

  function readBirthdayIn(cells: readonly string[]) {
    for (const column of layout.birthday) {
      const value = readValue(cells[column] ?? '')
      if (value === '') continue
      const read = readBirthday(value, dateOrders[column] ?? 'dayFirst', thisYear)
      if (read === null) report(column, value, 'noSuchDay')
      if (read) return read
    }
    return null
  }

  function readTagList(cells: readonly string[]) {
    let found: Map<string, string> | null = null
    for (const column of layout.tags) {
      for (const tag of readTags(cells[column] ?? '')) {
        found ??= new Map()
        if (fits('tag', tag, column) && !found.has(fold(tag))) found.set(fold(tag), tag)
      }
    }
    if (!found) return tags
    for (const tag of tags) if (!found.has(fold(tag))) found.set(fold(tag), tag)
    return notTooMany('tags', [...found.values()], layout.tags[0])
  }

  return function read(cells: readonly string[]): ImportedContact | RowProblem[] {
    const contact = emptyContact()
    readTexts(contact, cells)
    readName(contact, cells)
    for (const column of layout.kind) contact.kind = readKind(cells[column] ?? '') ?? contact.kind
    contact.phones = readPhoneList(cells)
    contact.emails = readEmailList(cells)
    contact.addresses = readAddresses(cells)
    contact.birthday = readBirthdayIn(cells)
    contact.tags = readTagList(cells)
    if (problems.length === 0 && isNameless(contact)) report(null, '', 'nameMissing')
    if (problems.length === 0) return contact
    const found = problems
    problems = []
    return found
  }
}

const emptyContact = (): Draft => ({
  kind: 'person',
  namePrefix: '',
  givenName: '',
  additionalName: '',
  familyName: '',
  nameSuffix: '',
  organization: '',
  phones: [],
  emails: [],
  addresses: [],
  birthday: null,
  language: '',
  note: '',
  source: '',
  tags: [],
  alerts: [],
  consents: {},
  preferredChannel: null,
  followUpOn: null,
})

const nameFields = ['givenName', 'additionalName', 'familyName', 'nameSuffix', 'namePrefix', 'organization'] as const
const separators: Partial<Record<TextField, string>> = { note: '\n', organization: ', ', source: ', ' }

/** Two columns for one field: nothing of either is lost. */
const joined = (field: TextField, before: string, text: string) =>
  before === '' || before === text ? text : before + (separators[field] ?? ' ') + text

function takeName(contact: Draft, name: string) {
  const { namePrefix, nameSuffix, ...names } = splitName(name)
  Object.assign(contact, names)
  contact.namePrefix ||= namePrefix
  contact.nameSuffix ||= nameSuffix
}

const samePhone = (a: Phone, b: Phone) => (a.e164 ?? a.number) === (b.e164 ?? b.number)
const sameEmail = (a: Email, b: Email) => a.address.toLowerCase() === b.address.toLowerCase()

/** The same number in two columns is one number; what it is for is kept. */
function addEntry<T extends { label: string }>(found: T[], entry: T, same: (a: T, b: T) => boolean) {
  const there = found.findIndex(other => same(other, entry) && (other.label === entry.label || other.label === '' || entry.label === ''))
  if (there < 0) found.push(entry)
  else if (found[there]!.label === '') found[there] = entry
}

const isNameless = ({ namePrefix, givenName, additionalName, familyName, nameSuffix, organization, phones, emails }: ImportedContact) =>
  namePrefix === '' &&
  givenName === '' &&
  additionalName === '' &&
  familyName === '' &&
  nameSuffix === '' &&
  organization === '' &&
  phones.length + emails.length === 0
