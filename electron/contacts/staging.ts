import type { Database } from 'better-sqlite3'
import { matchKeys, searchText } from '../../shared/contacts/rules.ts'
import type { ContactTable } from '../db/schema.ts'
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
  // What several statements look through comes first.
  const columns = ['position', ...keyColumns, 'furtherKeys', 'tags', ...insertColumns, 'search']
  sqlite.exec(`
    create table if not exists ${schema}.staged (
      position integer primary key, ${keyColumns.map(column => `${column} integer`).join(', ')}, furtherKeys text, tags text,
      ${insertColumns.map(column => `${column} text`).join(', ')}, search text
    )`)
  const one = `(${columns.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    sqlite.prepare<StagedParameter[]>(`insert into ${schema}.staged values ${Array.from({ length: rows }, () => one).join(', ')}`)
  const insertOne = insert(1)
  const insertMany = insert(rowsAtOnce)
  const clear = sqlite.prepare(`delete from ${schema}.staged`)
  let waiting: StagedParameter[] = []

  return {
    put(contact: StagedContact, position: number) {
      addParameters(waiting, contact, position)
      if (waiting.length < rowsAtOnce * columns.length) return
      insertMany.run(...waiting)
      waiting = []
    },
    /** The last thing before it is read. */
    finish() {
      for (let at = 0; at < waiting.length; at += columns.length) insertOne.run(...waiting.slice(at, at + columns.length))
      waiting = []
    },
    clear: () => void clear.run(),
  }
}
export type Stage = ReturnType<typeof openStage>

const rowsAtOnce = 10

type StagedParameter = string | number | null

function addParameters(parameters: StagedParameter[], { row, search, keys, tags }: StagedContact, position: number) {
  const further = keys.length > keyColumns.length ? JSON.stringify(keys.slice(keyColumns.length)) : null
  parameters.push(position, keys[0] ?? null, keys[1] ?? null, keys[2] ?? null, further, tags.length === 0 ? null : JSON.stringify(tags))
  for (const column of insertColumns) parameters.push(row[column] === usualOf(column) ? null : row[column])
  parameters.push(search)
}

/** Few contacts have more than three e-mails and phones. */
const keyColumns = ['key0', 'key1', 'key2'] as const

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
