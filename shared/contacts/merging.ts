import { fold } from '../text.ts'
import type { Contact } from './model.ts'

type Value = string | number | boolean | null | undefined | readonly Value[] | Fields
type List = readonly Value[]
export type Fields = { readonly [field in string]: Value }

/** What two records of one contact can have between them. */
export type Mergeable = Omit<Contact, 'id' | 'createdAt' | 'changedAt' | 'trashedAt'>

/** What a merge did to the surviving contact. */
export type Merged = { before: Fields; after: Fields }

/** A contact without what only one record of it can have. */
export function mergeable({ id: _, createdAt: _created, changedAt: _changed, trashedAt: _trashed, ...fields }: Contact): Mergeable {
  return fields
}

/** The survivor's own values first; of the other one's what the survivor lacks. Two notes become one, a refused consent stays refused. */
export const unite = <T extends Fields>(own: T, other: Fields): T => map(own, (value, field) => uniteValue(field, value, other[field]))

function uniteValue(field: string, own: Value, other: Value): Value {
  if (isList(own) && isList(other)) return [...own, ...other.filter(entry => !has(field, own, entry))]
  if (isRecord(own) && isRecord(other)) return { ...other, ...filled(own), ...(field === 'consents' ? refused(other) : {}) }
  if (field === 'note') return asText(uniteValue('', paragraphs(own), paragraphs(other)))
  return isEmpty(own) ? (other ?? own) : own
}

/**
 * A state of the survivor as it would be without a merge: what came with the other contact goes, unless one of those that
 * `stay` has it too; what was the survivor's own comes back; what was changed since is left as it is.
 */
export const withoutMerge = <T extends Fields>(state: T, { before, after }: Merged, stay: readonly Fields[]): T =>
  map(state, (value, field) =>
    field in after
      ? parted(
          field,
          value,
          before[field],
          after[field],
          stay.map(other => other[field]),
        )
      : value,
  )

function parted(field: string, value: Value, before: Value, after: Value, stay: readonly Value[]): Value {
  if (field === 'note') return asText(parted('', paragraphs(value), paragraphs(before), paragraphs(after), stay.map(paragraphs)))
  if (isList(value) && isList(before) && isList(after)) return partedList(field, value, before, after, stay.filter(isList).flat())
  if (isRecord(value) && isRecord(before) && isRecord(after)) {
    const others = stay.filter(isRecord)
    const keys = [...new Set([...Object.keys(value), ...Object.keys(before)])]
    const of = (record: Fields, key: string) => record[key] ?? null
    const entries = keys.map(key => {
      const kept = others.map(other => of(other, key))
      return [key, parted(key, of(value, key), of(before, key), of(after, key), kept)] as const
    })
    return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)))
  }
  if (!same(field, value, after) || same(field, before, after)) return value
  return isEmpty(before) ? (stay.find(other => !isEmpty(other)) ?? before) : before
}

function partedList(field: string, value: List, before: List, after: List, stay: List): List {
  const cameAlong = (entry: Value) => has(field, after, entry) && !has(field, before, entry) && !has(field, stay, entry)
  const lost = before.filter(entry => !has(field, after, entry) && !has(field, value, entry))
  return [...value.filter(entry => !cameAlong(entry)), ...lost]
}

/** The fields in which something is new since a merge: it stays with the survivor when the merge is taken apart. */
export const changedSince = (now: Fields, { after }: Merged) =>
  Object.keys(now).filter(field => {
    const [value, then] = [now[field], after[field]]
    if (!(field in after)) return !isEmpty(value)
    return isList(value) && isList(then) ? value.some(entry => !has(field, then, entry)) : !same(field, value, then)
  })

/** Of several records of one contact the one to keep: not from the trash, the fullest, the oldest. */
export function betterSurvivor<T extends Contact>(contacts: readonly T[]) {
  const filledFields = (contact: Contact) => Object.values(mergeable(contact)).filter(value => !isEmpty(value)).length
  return contacts.toSorted((a, b) => filledFields(b) - filledFields(a) || a.id - b.id)[0]
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
const isRecord = (value: Value): value is Fields => typeof value === 'object' && value !== null && !isList(value)
const paragraphs = (note: Value): List => (typeof note === 'string' && note !== '' ? note.split('\n\n') : [])
const asText = (paragraphs: Value) => (isList(paragraphs) ? paragraphs.join('\n\n') : '')
const isEmpty = (value: Value) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (isList(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0)
/** Whoever said no to one record of themselves has said no. */
const refused = (consents: Fields) =>
  Object.fromEntries(Object.entries(consents).filter(([, consent]) => isRecord(consent) && consent.state === 'refused'))
const filled = (record: Fields) => Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)))
// Each rule answers with the shape that it was given, so the fields keep their types.
const map = <T extends Fields>(fields: T, change: (value: Value, field: string) => Value) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, change(value, field)])) as T

const has = (field: string, list: List, entry: Value) => list.some(other => same(field, other, entry))
const same = (field: string, a: Value, b: Value) => identity(field, a) === identity(field, b)

/** By what two entries of a list are one: a number however it is written, an address whatever it is labelled. */
export function identity(field: string, value: Value): string {
  if (!isRecord(value)) return typeof value === 'string' && field === 'tags' ? fold(value) : JSON.stringify(value ?? null)
  if (field === 'phones') return String(value.e164 ?? String(value.number).replace(/\D/g, ''))
  if (field === 'emails') return String(value.address).toLowerCase()
  const { label: _label, ...entry } = value
  return fold(JSON.stringify(field === 'addresses' ? entry : value))
}
