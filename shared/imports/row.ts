import { countryCode } from '../countries.ts'
import { emailPattern, limits } from '../contacts/limits.ts'
import type { Address, Email, NewContact, Phone } from '../contacts/model.ts'
import type { en } from '../locales/en.ts'
import type { CustomValue } from '../fields/model.ts'
import { toE164 } from '../phone.ts'
import { fold } from '../text.ts'
import { readEmails, readLabel, readTags, readText, readUntouched, readValue } from './cells.ts'
import { isWrittenDay, readBirthday, type DateOrder } from './dates.ts'
import { hasDefaults, withDefaults } from './defaults.ts'
import { readKind } from './kind.ts'
import { layOut, placeParts, type Entry, type Place, type TextField } from './layout.ts'
import { looksLikeCompany, splitName } from './names.ts'
import type { GrownOption } from './own-options.ts'
import { createOwnReader, type OwnColumn } from './own-values.ts'
import { labelOfRemark, readPhones } from './phones.ts'
import type { ImportDefaults } from './model.ts'
import { settlePlace } from './places.ts'

export type ProblemReason = keyof (typeof en)['importProblems']
/** `column` counts from 0; null where it is about the whole row. */
export type RowProblem = { column: number | null; value: string; reason: ProblemReason; params: Record<string, number> }
export type ImportedContact = Omit<NewContact, 'phones' | 'tags'> & { phones: readonly Phone[]; tags: readonly string[] }
/** What became of a row. A cell with a problem costs that value alone; `contact` is null where nothing is left that tells who it is. */
export type RowReading = { contact: ImportedContact | null; problems: readonly RowProblem[] }
type Writable<T> = { -readonly [Field in keyof T]: T[Field] }
type Draft = Writable<ImportedContact>

export type RowOptions = {
  fields: readonly (string | null)[]
  dateOrders: readonly DateOrder[]
  /** Of the shop: how phones are read where neither they nor the row's address name a country. */
  country: string
  /** `YYYY-MM-DD` */
  today: string
  /** An export of our own, with nothing to repair. */
  isOwn: boolean
  /** For every contact of the file. */
  tags: readonly string[]
  defaults: ImportDefaults
  /** Those that hold fields of the shop's own. */
  own: readonly OwnColumn[]
  /** What the columns are called in a note. */
  headers: readonly string[]
}

const shownAtMost = 200
const noProblems: readonly RowProblem[] = []
/** Google puts several values of a kind into one cell. */
const severalInOne = ' ::: '

/**
 * Turns rows into contacts, and says all that is wrong with one. Does what NewContact's schema does (a test compares them),
 * at a speed that the schema has no time for.
 */
export function createRowReader(
  { fields, dateOrders, country: shopCountry, today, tags, isOwn, own, headers, defaults }: RowOptions,
  onOption: (option: GrownOption) => void = () => undefined,
) {
  const layout = layOut(fields)
  const country = countryCode(defaults.country) ?? shopCountry
  const completed = hasDefaults(defaults) ? (contact: Draft) => withDefaults(contact, defaults) : (contact: Draft) => contact
  const readOwn = createOwnReader(own, { isOwn, today }, onOption)
  const read = isOwn ? readUntouched : readText
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
    if (found.length <= limits[field]) return found
    report(column ?? null, '', 'tooMany', { maximum: limits[field] })
    return found.slice(0, limits[field])
  }

  function readTexts(contact: Draft, cells: readonly string[]) {
    for (const { field, column } of layout.texts) {
      const text = read(cells[column] ?? '')
      if (text === '') continue
      const whole = joined(field, contact[field], isOwn ? text : text.replaceAll(severalInOne, separatorOf(field)))
      if (fits(field, whole, column)) contact[field] = whole
    }
  }

  /** Nothing that has no place of its own is lost: it says in the note what it was called. */
  function readRemarks(contact: Draft, cells: readonly string[]) {
    for (const column of layout.remarks) {
      const text = read(cells[column] ?? '')
      if (text === '') continue
      const header = headers[column] ?? ''
      const note = joined('note', contact.note, header === '' ? text : `${header}: ${text}`)
      if (fits('note', note, column)) contact.note = note
    }
  }

  function readOwnFields(cells: readonly string[]) {
    const custom: Record<string, CustomValue> = {}
    for (const column of own) {
      const { value, problems } = readOwn(column, cells[column.column] ?? '')
      for (const { reason, value, maximum } of problems) report(column.column, value, reason, maximum === undefined ? {} : { maximum })
      if (value !== null) custom[column.id] = besides(custom[column.id], value, column)
    }
    return custom
  }

  /** A whole name counts where its parts stand nowhere; a firm's name is no person's. */
  function readName(contact: Draft, cells: readonly string[]) {
    if (contact.givenName !== '' || contact.additionalName !== '' || contact.familyName !== '') {
      if (!isOwn) takeTurnedName(contact)
      return
    }
    const column = layout.name.find(column => readText(cells[column] ?? '') !== '')
    const name = column === undefined ? '' : readText(cells[column] ?? '')
    const isCompany = name === '' || name === contact.organization || (contact.organization === '' && looksLikeCompany(name))
    if (isCompany) {
      contact.organization ||= name
      if (contact.organization !== '') contact.kind = 'company'
    } else takeName(contact, name)
    if (column !== undefined) for (const field of nameFields) if (!fits(field, contact[field], column)) contact[field] = ''
  }

  function readPhoneList(contact: Draft, cells: readonly string[]) {
    const found: Phone[] = []
    const region = countryIn(cells)
    for (const entry of layout.phones) {
      for (const { number, remark } of readPhones(cells[entry.column] ?? '')) {
        if (!/\d/.test(number)) report(entry.column, number, 'phoneWithoutDigits')
        else if (fits('number', number, entry.column)) {
          const label = remark === '' ? labelIn(cells, entry) : labelBeside(contact, cells, entry, number, remark)
          addEntry(found, { label, number, e164: toE164(number, region) }, samePhone)
        }
      }
    }
    contact.phones = notTooMany('phones', found, layout.phones[0]?.column)
  }

  function countryIn(cells: readonly string[]) {
    if (isOwn) return country
    for (const column of layout.countries) {
      const text = cells[column]
      const code = text ? countryCode(text) : null
      if (code) return code
    }
    return country
  }

  /** `0161 1234567 (Mutter)`: the remark is the label where there is none, and else a note. */
  function labelBeside(contact: Draft, cells: readonly string[], entry: Entry, number: string, remark: string) {
    const label = labelIn(cells, entry)
    const own = labelOfRemark(remark)
    if (label === own) return label
    if (label === '' && own.length <= limits.label) return own
    const note = joined('note', contact.note, `${number}: ${remark}`)
    if (fits('note', note, entry.column)) contact.note = note
    return label
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
      const several = !isOwn && place.parts.some(({ column }) => cells[column]?.includes(severalInOne))
      for (const row of several ? rowsOfSeveral(cells, place) : [cells]) {
        const address = readAddress(row, place)
        if (address) found.push(address)
      }
    }
    return notTooMany('addresses', found, layout.addresses[0]?.parts[0]?.column)
  }

  function readAddress(cells: readonly string[], place: Place) {
    let found: Writable<Address> | null = null
    for (const { part, column, line } of place.parts) {
      const text = read(cells[column] ?? '')
      if (text === '') continue
      found ??= { label: labelIn(cells, place), street: '', postalCode: '', locality: '', region: '', country: '' }
      found[part] = found[part] === '' ? text : found[part] + (line === 'next' ? ', ' : ' ') + text
    }
    if (found === null) return null
    if (!isOwn) settlePlace(found)
    for (const part of placeParts) {
      const column = place.parts.find(other => other.part === part)?.column ?? place.parts[0]!.column
      if (!fits(part, found[part], column)) found[part] = ''
    }
    return placeParts.some(part => found[part] !== '') ? found : null
  }

  function labelIn(cells: readonly string[], { label, labelColumn }: Pick<Entry, 'label' | 'labelColumn'>) {
    if (labelColumn === null) return label
    const own = readLabel(cells[labelColumn] ?? '')
    return own !== '' && fits('label', own, labelColumn) ? own : label
  }

  function readBirthdayIn(cells: readonly string[]) {
    for (const column of layout.birthday) {
      const value = readValue(cells[column] ?? '')
      if (value === '') continue
      if (isOwn && isWrittenDay(value)) return value
      const read = readBirthday(value, dateOrders[column] ?? 'dayFirst', today)
      if (read.birthday !== null) return read.birthday
      if (read.reason !== 'none') report(column, value, read.reason)
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

  return function readRow(cells: readonly string[]): RowReading {
    const contact = emptyContact()
    readTexts(contact, cells)
    if (layout.remarks.length > 0) readRemarks(contact, cells)
    readName(contact, cells)
    for (const column of layout.kind) contact.kind = readKind(cells[column] ?? '') ?? contact.kind
    readPhoneList(contact, cells)
    contact.emails = readEmailList(cells)
    contact.addresses = readAddresses(cells)
    contact.birthday = readBirthdayIn(cells)
    contact.tags = readTagList(cells)
    if (own.length > 0) contact.custom = readOwnFields(cells)
    const tellsNobody = isNameless(contact)
    if (tellsNobody && problems.length === 0) report(null, '', 'nameMissing')
    const found = problems.length === 0 ? noProblems : problems
    if (found.length > 0) problems = []
    return { contact: tellsNobody ? null : completed(contact), problems: found }
  }
}

/** One row for each address that stands in the cells of a place. */
function rowsOfSeveral(cells: readonly string[], { parts }: Place) {
  const columns = new Map(parts.map(({ column }) => [column, (cells[column] ?? '').split(severalInOne)]))
  const count = Math.max(...[...columns.values()].map(values => values.length))
  return Array.from({ length: count }, (_, index) =>
    cells.map((cell, column) => columns.get(column)?.[index] ?? (columns.has(column) ? '' : cell)),
  )
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
  custom: {},
})

/** Two columns for one field: texts follow each other, choices unite, of the rest the first counts. */
function besides(before: CustomValue | undefined, value: CustomValue, { type }: OwnColumn) {
  if (before === undefined || before === value) return value
  if (Array.isArray(before) && Array.isArray(value)) return [...new Set([...before, ...value])]
  return type === 'text' ? `${String(before)} ${String(value)}` : before
}

const nameFields = ['givenName', 'additionalName', 'familyName', 'nameSuffix', 'namePrefix', 'organization'] as const
const separators: Partial<Record<TextField, string>> = { note: '\n', organization: ', ', source: ', ' }

const separatorOf = (field: TextField) => separators[field] ?? ' '

/** Two columns for one field: nothing of either is lost. */
const joined = (field: TextField, before: string, text: string) =>
  before === '' || before === text ? text : before + separatorOf(field) + text

/** `Petersen, Anna` under "Last name", with nothing under "First name". */
function takeTurnedName(contact: Draft) {
  if (contact.givenName !== '' || contact.additionalName !== '' || !contact.familyName.includes(',')) return
  const name = contact.familyName
  contact.familyName = ''
  takeName(contact, name)
}

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
