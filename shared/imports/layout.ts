import type { limits } from '../contacts/limits.ts'

/** Where the parts of a contact stand in a row. */
export type Layout = {
  texts: readonly { field: TextField; column: number }[]
  name: readonly number[]
  kind: readonly number[]
  birthday: readonly number[]
  tags: readonly number[]
  /** Columns that are kept in the note, behind their headers. */
  remarks: readonly number[]
  phones: readonly Entry[]
  emails: readonly Entry[]
  addresses: readonly Place[]
  /** Columns that can tell how a phone number of the row is to be read. */
  countries: readonly number[]
}
export type Entry = { column: number; label: string; labelColumn: number | null }
export type Place = {
  label: string
  labelColumn: number | null
  parts: readonly { part: PlacePart; column: number; line: 'same' | 'next' }[]
}

const textFields = [
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'organization',
  'language',
  'note',
  'source',
] as const satisfies readonly (keyof typeof limits)[]
export type TextField = (typeof textFields)[number]

export const placeParts = ['street', 'postalCode', 'locality', 'region', 'country'] as const satisfies readonly (keyof typeof limits)[]
export type PlacePart = (typeof placeParts)[number]

export function layOut(fields: readonly (string | null)[]): Layout {
  const columns = fields.flatMap((field, column) => (field === null ? [] : [{ ...partsOf(field), column }]))
  const of = (name: string) => columns.filter(column => column.name === name).map(({ column }) => column)
  return {
    texts: textFields.flatMap(field => of(field).map(column => ({ field, column }))),
    name: of('name'),
    kind: of('kind'),
    birthday: of('birthday'),
    tags: of('tags'),
    remarks: of('remark'),
    phones: lastComes(entries(columns, 'phone')),
    emails: entries(columns, 'email'),
    addresses: places(columns),
    countries: of('country'),
  }
}

type Column = { name: string; group: string; column: number }

function partsOf(field: string) {
  const [name = '', group = ''] = field.split('.')
  return { name, group }
}

/** `work 2` is the second one at work, `2` is the second one of which no more is known. */
const labelOfGroup = (group: string) => group.replace(/\s*\d+$/, '')

const labelColumnOf = (columns: readonly Column[], name: string, group: string) =>
  columns.find(column => column.name === `${name}Label` && column.group === group)?.column ?? null

const entries = (columns: readonly Column[], name: 'phone' | 'email'): Entry[] =>
  columns
    .filter(column => column.name === name)
    .map(({ column, group }) => ({ column, label: labelOfGroup(group), labelColumn: labelColumnOf(columns, name, group) }))

/** The first phone is the one to call, whatever the order of the columns: no fax, nobody's assistant. */
function lastComes(phones: readonly Entry[]) {
  const isSecondary = ({ label }: Entry) => /fax|assistant|pager|callback|isdn|telex|tty|radio/.test(label)
  return [...phones.filter(phone => !isSecondary(phone)), ...phones.filter(isSecondary)]
}

function places(columns: readonly Column[]): Place[] {
  const groups = new Map<string, Place['parts'][number][]>()
  for (const { name, group, column } of columns) {
    const part = name === 'extendedAddress' ? 'street' : placeParts.find(part => part === name)
    if (!part) continue
    groups.set(group, [...(groups.get(group) ?? []), { part, column, line: name === 'extendedAddress' ? 'next' : 'same' }])
  }
  return [...groups].map(([group, parts]) => ({
    label: labelOfGroup(group),
    labelColumn: labelColumnOf(columns, 'address', group),
    parts: parts.toSorted((a, b) => Number(a.line === 'next') - Number(b.line === 'next')),
  }))
}
