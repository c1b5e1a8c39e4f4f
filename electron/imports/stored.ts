import type { Database } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { Contact } from '../../shared/contacts/model.ts'
import { matchKeys } from '../../shared/contacts/rules.ts'
import type { Person } from '../../shared/imports/match.ts'
import { insertColumns } from '../contacts/bulk.ts'
import { toContact } from '../contacts/rows.ts'
import type { ContactTable } from '../db/schema.ts'
import { createKeyFilter, type KeyFilter } from './key-filter.ts'
import type { ReadyRow } from './rows.ts'

type Row = Selectable<ContactTable>
export type Stored = { id: number; person: Person }

export const manySharing = 20

/** The contacts that are there already, as an import looks them up and fills them. */
export function openStored(sqlite: Database) {
  const byId = sqlite.prepare<[number], Row>('select * from contact where id = ?')
  const byKey = sqlite
    .prepare<[number], number>(`select contactId from contactKey where key = ? order by contactId limit ${manySharing}`)
    .pluck()
  const byKeyAndName = sqlite.prepare<[string, number], Row>(
    `select * from contact where trashedAt is null and sortName = ? and exists (select 1 from contactKey where key = ? and contactId = contact.id)
     order by id limit 5`,
  )
  const byName = sqlite.prepare<[string, string | null, number], Row>(
    'select * from contact where trashedAt is null and sortName = ? and birthday is ? and id <= ? order by id limit 50',
  )
  const changedAfter = sqlite.prepare<[string], Row>('select * from contact where trashedAt is null and changedAt > ?')
  const keys = sqlite.prepare<[], number>('select key from contactKey').pluck()
  const tagsOf = sqlite
    .prepare<[number], string>('select name from contactTag join tag on tag.id = tagId where contactId = ? order by foldedName')
    .pluck()
  const lastBefore = sqlite.prepare<[], number>('select coalesce(max(id), 0) from contact').pluck().get()!

  function withKey(key: number, sortName: string) {
    // Two small statements: joined, they take five times as long.
    const found = byKey.all(key).map(id => byId.get(id)!)
    // A number that a whole office shares: those of the same name are to be found among any number of others.
    return found.length < manySharing ? found : [...found, ...byKeyAndName.all(sortName, key)]
  }

  /** What was filled in since the transaction began is not written yet. */
  const filled = new Map<number, Person>()
  const stored = (row: Row): Stored => ({ id: row.id, person: filled.get(row.id) ?? toPerson(row, tagsOf.all(row.id)) })

  return {
    withKeys(keys: readonly number[], sortName: string): Stored[] {
      const found = new Map<number, Row>()
      for (const key of keys) for (const row of withKey(key, sortName)) found.set(row.id, row)
      return [...found.values()].map(stored)
    },
    /** Those that were there before the import: of a contact without e-mail and phone, whatever was added to it since. */
    withName: ({ sortName, birthday }: Person) => (lastBefore > 0 ? byName.all(sortName, birthday, lastBefore).map(stored) : []),
    withIds: (ids: readonly number[]) => ids.map(id => stored(byId.get(id)!)),
    fill: (id: number, person: Person) => void filled.set(id, person),
    forgetFilled: () => filled.clear(),
    /** null where the base is so much larger than the file that asking it every time is quicker than reading all its keys. */
    keyFilter(expectedRows: number): KeyFilter | null {
      if (lastBefore > expectedRows * 10) return null
      const filter = createKeyFilter((lastBefore + expectedRows) * 3)
      for (const key of keys.iterate()) filter.add(key)
      return filter
    },
    /** Somebody else may write while a job runs. */
    keysChangedAfter: (at: string) => changedAfter.all(at).flatMap(row => matchKeys(toPerson(row, []))),
  }
}

const toPerson = (row: Row, tags: string[]): Person => ({ ...toContact(row, tags), sortName: row.sortName })

/** A row as the contact that it is to become. */
export function personOf({ values, tags }: ReadyRow): Person {
  const row = Object.fromEntries(insertColumns.map((column, index) => [column, values[index]])) as Omit<Row, 'id' | 'trashedAt'>
  const list = (text: string) => JSON.parse(text) as never
  const lists: Pick<Contact, 'phones' | 'emails' | 'addresses'> = {
    phones: list(row.phones),
    emails: list(row.emails),
    addresses: list(row.addresses),
  }
  return { ...row, ...lists, tags }
}
