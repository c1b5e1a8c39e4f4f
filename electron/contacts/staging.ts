import type { Database } from 'better-sqlite3'
import { matchKeys, searchText } from '../../shared/contacts/rules.ts'
import type { ContactTable } from '../db/schema-contacts.ts'
import { toRow, type Values } from './rows.ts'

/** The columns of a contact, in the order in which bulk work writes them. Nowhere else is it named. */
export const insertColumns = [
  'kind',
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'organization',
  'phones',
  'emails',
  'addresses',
  'birthday',
  'language',
  'note',
  'source',
  'createdAt',
  'changedAt',
  'sortName',
  'sortOrganization',
  'alerts',
  'consents',
  'preferredChannel',
  'followUpOn',
  'custom',
] as const satisfies readonly (keyof ContactTable)[]
export type InsertColumn = (typeof insertColumns)[number]

/** Beside the row what is derived from it, and its tags by name. Times that are null are those of the intake. */
export type StagedContact = {
  row: Readonly<Record<InsertColumn, string | null>>
  search: string
  keys: readonly number[]
  tags: readonly string[]
}

type Times = { createdAt: string | null; changedAt: string | null }
const ofTheIntake: Times = { createdAt: null, changedAt: null }

export function toStaged(contact: Values & { tags: readonly string[] }, times = ofTheIntake): StagedContact {
  const { phones, emails, addresses, birthday, tags } = contact
  const row = { ...toRow(contact), ...times }
  return { row, search: searchText(contact), keys: matchKeys({ phones, emails, addresses, birthday, sortName: row.sortName }), tags }
}

/**
 * A table in which new contacts wait for the few statements that take in thousands of them: those cost a third of as many small
 * ones. `schema` is any database attached to the connection, the temporary one or a file that another thread fills.
 * Nothing costs nothing: what is usual is kept as null, and put in place by `stagedValue`.
 */
export function openStage(sqlite: Database, schema: string) {
  sqlite.exec(`
    create table if not exists ${schema}.staged (
      position integer primary key, ${keyColumns.map(column => `${column} integer`).join(', ')}, furtherKeys text, tags text,
      ${insertColumns.map(column => `${column} text`).join(', ')}, search text
    )`)
  const clear = sqlite.prepare(`delete from ${schema}.staged`)
  // What a file has no column for is not bound to begin with: a parameter costs as much as a short text, a null too.
  const isUsed = columns.map(column => column === 'position')
  let used: readonly number[] = [0]
  let insertOne = prepareInsert(sqlite, schema, used, 1)
  let insertMany = prepareInsert(sqlite, schema, used, rowsAtOnce)
  let waiting: StagedValue[][] = []

  function use(column: number) {
    flush()
    isUsed[column] = true
    used = [...isUsed.keys()].filter(index => isUsed[index])
    insertOne = prepareInsert(sqlite, schema, used, 1)
    insertMany = prepareInsert(sqlite, schema, used, rowsAtOnce)
  }

  function parametersOf(rows: readonly StagedValue[][]) {
    const parameters: StagedValue[] = []
    for (const row of rows) for (const column of used) parameters.push(row[column]!)
    return parameters
  }

  function flush() {
    if (waiting.length === rowsAtOnce) insertMany.run(...parametersOf(waiting))
    else for (const row of waiting) insertOne.run(...parametersOf([row]))
    waiting = []
  }

  return {
    put(contact: StagedContact, position: number) {
      const values = valuesOf(contact, position)
      for (let column = 0; column < values.length; column++) if (values[column] !== null && !isUsed[column]) use(column)
      waiting.push(values)
      if (waiting.length === rowsAtOnce) flush()
    },
    /** The last thing before it is read. */
    finish: flush,
    clear: () => void clear.run(),
  }
}
export type Stage = ReturnType<typeof openStage>

const rowsAtOnce = 10

type StagedValue = string | number | null

function valuesOf({ row, search, keys, tags }: StagedContact, position: number) {
  const further = keys.length > keyColumns.length ? JSON.stringify(keys.slice(keyColumns.length)) : null
  const list = tags.length === 0 ? null : JSON.stringify(tags)
  const values: StagedValue[] = [position, keys[0] ?? null, keys[1] ?? null, keys[2] ?? null, further, list]
  for (const [column, usual] of usualValues) values.push(row[column] === usual ? null : row[column])
  values.push(search)
  return values
}

const prepareInsert = (sqlite: Database, schema: string, used: readonly number[], rows: number) =>
  sqlite.prepare<StagedValue[]>(
    `insert into ${schema}.staged (${used.map(column => columns[column]).join(', ')})
     values ${Array.from({ length: rows }, () => `(${used.map(() => '?').join(', ')})`).join(', ')}`,
  )

/** Few contacts have more than three e-mails and phones. */
const keyColumns = ['key0', 'key1', 'key2'] as const

/** What several statements look through comes first. */
const columns = ['position', ...keyColumns, 'furtherKeys', 'tags', ...insertColumns, 'search']

const usual: Partial<Record<InsertColumn, string>> = {
  kind: 'person',
  phones: '[]',
  emails: '[]',
  addresses: '[]',
  alerts: '[]',
  consents: '{}',
  custom: '{}',
}
const nullable: readonly InsertColumn[] = ['birthday', 'preferredChannel', 'followUpOn']
const usualOf = (column: InsertColumn) => usual[column] ?? ''
const usualValues = insertColumns.map(column => [column, usualOf(column)] as const)

/** A column of a staged contact as SQL; `@at` is when it came, where it does not say. */
export function stagedValue(column: InsertColumn) {
  if (nullable.includes(column)) return column
  return column === 'createdAt' || column === 'changedAt' ? `coalesce(${column}, @at)` : `coalesce(${column}, '${usualOf(column)}')`
}

/** All keys of the staged contacts that fulfil a condition, each with its position. */
export const stagedKeys = (schema: string, condition: string) =>
  [
    ...keyColumns.map(column => `select ${column} as key, position from ${schema}.staged where ${column} is not null and ${condition}`),
    `select further.value, position from ${schema}.staged, json_each(furtherKeys) as further where furtherKeys is not null and ${condition}`,
  ].join(' union all ')
