import type { CustomValue, Field } from '../fields/model.ts'
import { readLabel } from './cells.ts'
import { fieldParts } from './field-choices.ts'
import type { GrownOption } from './own-options.ts'
import { createRowReader, type ImportedContact, type RowOptions } from './row.ts'

/** Without anybody to belong to, a row is none: what a cell becomes is asked beside an address that says nothing. */
const somebody = 'somebody@example.com'

/**
 * What a cell of this column becomes, as text; days as `YYYY-MM-DD`, a yes as `yes`. Null where nothing is to be said of it: it is
 * one of a few words, or cannot be read.
 */
export function createRepair(options: RowOptions, column: number): (cell: string) => string | null {
  const field = options.fields[column] ?? null
  const { name, label } = fieldParts(field ?? '')
  if (field === null || name === 'kind' || name === 'remark') return () => null
  if (name.endsWith('Label')) return cell => readLabel(cell)
  const grown: GrownOption[] = []
  const own = options.own.filter(own => own.column === column).map(own => ({ ...own, column: 0 }))
  const alone = { fields: [field, 'email'], dateOrders: [options.dateOrders[column] ?? ('dayFirst' as const), 'dayFirst' as const], own }
  const read = createRowReader({ ...options, ...alone, headers: [''], tags: [] }, option => grown.push(option))
  const labelOf = (id: number) => [...(own[0]?.options ?? []), ...grown].find(option => option.id === id)?.label ?? ''
  return cell => {
    const { contact, problems } = read([cell, somebody])
    return contact === null || problems.length > 0 ? null : textOf(contact, { name, label }, own[0], labelOf)
  }
}

type Own = Pick<Field, 'id' | 'type'>

function textOf(
  contact: ImportedContact,
  { name, label: usual }: { name: string; label: string },
  own: Own | undefined,
  labelOf: (id: number) => string,
) {
  const { phones, emails, addresses, note } = contact
  if (own) return customText(contact.custom[own.id], own, labelOf)
  const texts: Partial<Record<string, readonly string[]>> = {
    phone: [...phones.map(({ number, label }) => (label && label !== usual ? `${number} (${label})` : number)), note],
    email: emails.map(({ address }) => address).slice(0, -1),
    tags: contact.tags,
    birthday: [contact.birthday ?? ''],
    note: [note],
    language: [contact.language],
    source: [contact.source],
  }
  const text = texts[name] ?? (isName(name) ? [nameOf(contact)] : addresses.map(placeText))
  return text.filter(Boolean).join(', ')
}

const isName = (name: string) => /name/i.test(name) || name === 'organization'

function nameOf({ namePrefix, givenName, additionalName, familyName, nameSuffix, organization }: ImportedContact) {
  return [namePrefix, givenName, additionalName, familyName, nameSuffix, organization].filter(Boolean).join(' ')
}

const placeText = ({ street, postalCode, locality, region, country }: ImportedContact['addresses'][number]) =>
  [street, postalCode, locality, region, country].filter(Boolean).join(' ')

function customText(value: CustomValue | undefined, { type }: Own, labelOf: (id: number) => string) {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map(labelOf).join(', ')
  if (type === 'choice') return labelOf(Number(value))
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
