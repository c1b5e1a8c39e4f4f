import { emailPattern, limits, type NewContact, type Phone } from '../contacts/model.ts'
import type { en } from '../locales/en.ts'
import { toE164 } from '../phone.ts'
import { fold } from '../text.ts'
import { readEmails, readLabel, readPhones, readTags, readText, readValue } from './cells.ts'
import { readKind } from './columns.ts'
import { readBirthday, type DateOrder } from './dates.ts'
import { layOut, type Entry, type Place, type TextField } from './layout.ts'
import { looksLikeCompany, splitName } from './names.ts'

export type ProblemReason = keyof (typeof en)['importProblems']
/** `column` counts from 0; null where it is about the whole row. */
export type RowProblem = { column: number | null; value: string; reason: ProblemReason; params: Record<string, number> }
export type ImportedContact = Omit<NewContact, 'phones' | 'tags'> & { phones: readonly Phone[]; tags: readonly string[] }

export type RowOptions = {
  fields: readonly (string | null)[]
  dateOrders: readonly DateOrder[]
  /** Of the shop: how phones without a country are read. */
  country: string
  thisYear: number
  /** For every contact of the file. */
  tags: readonly string[]
}

/**
 * Turns rows into contacts, or says all that is wrong with one. Does what NewContact's schema does (a test compares them),
 * at a speed that the schema has no time for.
 */
export function createRowReader({ fields, dateOrders, country, thisYear, tags }: RowOptions) {
  const layout = layOut(fields)
  const at = (cells: readonly string[], column: number) => cells[column] ?? ''

  function birthday(cells: readonly string[], report: Report) {
    for (const column of layout.birthday) {
      const value = readValue(at(cells, column))
      const read = value && readBirthday(value, dateOrders[column] ?? 'dayFirst', thisYear)
      if (read === null) report(column, value, 'noSuchDay')
      if (read) return read
    }
    return null
  }

  function phones(cells: readonly string[], report: Report) {
    const found: Phone[] = []
    for (const entry of layout.phones) {
      for (const number of readPhones(at(cells, entry.column))) {
        if (!/\d/.test(number)) report(entry.column, number, 'phoneWithoutDigits')
        else if (fits('number', number, entry.column, report)) {
          addEntry(
            found,
            { label: labelIn(cells, entry, report), number, e164: toE164(number, country) },
            phone => phone.e164 ?? phone.number,
          )
        }
      }
    }
    return noMoreThan('phones', found, layout.phones[0]?.column ?? null, report)
  }

  function emails(cells: readonly string[], report: Report) {
    const found: { label: string; address: string }[] = []
    for (const entry of layout.emails) {
      for (const address of readEmails(at(cells, entry.column))) {
        if (!emailPattern.test(address)) report(entry.column, address, 'emailInvalid')
        else if (fits('address', address, entry.column, report)) {
          addEntry(found, { label: labelIn(cells, entry, report), address }, email => email.address.toLowerCase())
        }
      }
    }
    return noMoreThan('emails', found, layout.emails[0]?.column ?? null, report)
  }

  function addresses(cells: readonly string[], report: Report) {
    const found = layout.addresses.flatMap(place => address(cells, place, report))
    return noMoreThan('addresses', found, layout.addresses[0]?.parts[0]?.column ?? null, report)
  }

  function tagsIn(cells: readonly string[], report: Report) {
    if (layout.tags.length === 0) return tags
    const found = new Map<string, string>()
    for (const column of layout.tags) {
      for (const tag of readTags(at(cells, column))) if (fits('tag', tag, column, report)) found.set(fold(tag), found.get(fold(tag)) ?? tag)
    }
    for (const tag of tags) if (!found.has(fold(tag))) found.set(fold(tag), tag)
    return noMoreThan('tags', [...found.values()], layout.tags[0]!, report)
  }

  function named(texts: Texts, cells: readonly string[], report: Report) {
    const column = layout.name.find(column => readText(at(cells, column)) !== '')
    if (column === undefined) return withName(texts, '')
    const name = readText(at(cells, column))
    const contact = withName(texts, name)
    for (const field of nameFields) if (contact[field] !== texts[field]) fits(field, contact[field], column, report)
    return contact
  }

  return function read(cells: readonly string[]): ImportedContact | RowProblem[] {
    const problems: RowProblem[] = []
    const report: Report = (column, value, reason, params = {}) =>
      problems.push({ column, value: value.slice(0, shownAtMost), reason, params })
    const texts = readTexts(cells, layout.texts, report)
    const contact = named(texts, cells, report)
    const kind = layout.kind.map(column => readKind(at(cells, column))).find(found => found !== null)
    const whole = {
      ...contact,
      kind: kind ?? contact.kind,
      phones: phones(cells, report),
      emails: emails(cells, report),
      addresses: addresses(cells, report),
      birthday: birthday(cells, report),
      tags: tagsIn(cells, report),
    }
    if (problems.length === 0 && isNameless(whole)) report(null, '', 'nameMissing')
    return problems.length > 0 ? problems : whole
  }
}

type Report = (column: number | null, value: string, reason: ProblemReason, params?: Record<string, number>) => void
const shownAtMost = 200

type Texts = Record<TextField, string>
const nameFields = ['givenName', 'additionalName', 'familyName', 'nameSuffix', 'namePrefix', 'organization'] as const
const separators = { note: '\n', organization: ', ', source: ', ' } as const satisfies Partial<Record<TextField, string>>

function readTexts(cells: readonly string[], slots: readonly { field: TextField; column: number }[], report: Report): Texts {
  const texts: Texts = {
    namePrefix: '',
    givenName: '',
    additionalName: '',
    familyName: '',
    nameSuffix: '',
    organization: '',
    language: '',
    note: '',
    source: '',
  }
  for (const { field, column } of slots) {
    const text = readText(cells[column] ?? '')
    if (text === '') continue
    const before = texts[field]
    // Two columns for one field: nothing of either is lost.
    if (before === '') texts[field] = text
    else if (before !== text) texts[field] = before + ((separators as Partial<Texts>)[field] ?? ' ') + text
    fits(field, texts[field], column, report)
  }
  return texts
}

/** A whole name counts where its parts stand nowhere; a firm's name is no person's. */
function withName(texts: Texts, name: string): Texts & { kind: 'person' | 'company' } {
  const { givenName, additionalName, familyName, organization } = texts
  const hasParts = givenName !== '' || additionalName !== '' || familyName !== ''
  if (hasParts || name === '') return { ...texts, kind: !hasParts && organization !== '' ? 'company' : 'person' }
  if (organization === '' && looksLikeCompany(name)) return { ...texts, organization: name, kind: 'company' }
  if (name === organization) return { ...texts, kind: 'company' }
  const parts = splitName(name)
  return {
    ...texts,
    ...parts,
    namePrefix: texts.namePrefix || parts.namePrefix,
    nameSuffix: texts.nameSuffix || parts.nameSuffix,
    kind: 'person',
  }
}

function fits(field: keyof typeof limits, text: string, column: number, report: Report) {
  if (text.length <= limits[field]) return true
  report(column, text, 'tooLong', { maximum: limits[field] })
  return false
}

function noMoreThan<T>(field: 'phones' | 'emails' | 'addresses' | 'tags', found: T[], column: number | null, report: Report) {
  if (found.length > limits[field]) report(column, '', 'tooMany', { maximum: limits[field] })
  return found
}

function labelIn(cells: readonly string[], { label, labelColumn }: Pick<Entry, 'label' | 'labelColumn'>, report: Report) {
  const own = labelColumn === null ? '' : readLabel(cells[labelColumn] ?? '')
  if (own !== '') fits('label', own, labelColumn!, report)
  return own || label
}

/** The same number in two columns is one number; what it is for is kept. */
function addEntry<T extends { label: string }>(found: T[], entry: T, valueOf: (entry: T) => string) {
  const same = found.findIndex(other => valueOf(other) === valueOf(entry) && (other.label === entry.label || !other.label || !entry.label))
  if (same < 0) found.push(entry)
  else if (found[same]!.label === '') found[same] = entry
}

function address(cells: readonly string[], place: Place, report: Report) {
  const found = { label: '', street: '', postalCode: '', locality: '', region: '', country: '' }
  let filled = false
  for (const { part, column, line } of place.parts) {
    const text = readText(cells[column] ?? '')
    if (text === '') continue
    filled = true
    found[part] = found[part] === '' ? text : found[part] + (line === 'next' ? ', ' : ' ') + text
    fits(part, found[part], column, report)
  }
  if (!filled) return []
  found.label = labelIn(cells, place, report)
  return [found]
}

const isNameless = ({ namePrefix, givenName, additionalName, familyName, nameSuffix, organization, phones, emails }: ImportedContact) =>
  namePrefix + givenName + additionalName + familyName + nameSuffix + organization === '' && phones.length + emails.length === 0
