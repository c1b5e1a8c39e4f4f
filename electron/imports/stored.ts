import type { Database } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { Contact } from '../../shared/contacts/model.ts'
import { matchKeys } from '../../shared/contacts/rules.ts'
import type { Person } from '../../shared/imports/match.ts'
import { insertColumns } from '../contacts/bulk.ts'
import { toContact } from '../contacts/rows.ts'
import type { ContactTable } from '../db/schema.ts'
import { createKeyFilter, type KeyFilter } from './key-filter.ts'
import { readyRow, type ReadyRow } from './rows.ts'

type Row = Selectable<ContactTable>
export type Stored = { id: number; person: Person }

const manySharing = 20

/** The contacts that are there already, as an import looks them up and fills them. */
export function openStored(sqlite: Database) {
  const byKey = sqlite.prepare<[number], Row>(
    `select contact.* from contactKey join contact on contact.id = contactId where key = ? order by contactId limit ${manySharing}`,
  )
  const byKeyAndName = sqlite.prepare<[string, number], Row>(
    `select * from contact where trashedAt is null and sortName = ? and exists (select 1 from contactKey where key = ? and contactId = contact.id)
     order by id limit 5`,
  )
  const byName = sqlite.prepare<[string, string | null], Row>(
    'select * from contact where trashedAt is null and sortName = ? and birthday is ? order by id limit 50',
  )
  const changedAfter = sqlite.prepare<[string], Row>('select * from contact where trashedAt is null and changedAt > ?')
  const keys = sqlite.prepare<[], number>('select key from contactKey').pluck()
  const keyCount = sqlite.prepare<[], number>('select count(*) from contactKey').pluck()
  const tagsOf = sqlite
    .prepare<[number], string>('select name from contactTag join tag on tag.id = tagId where contactId = ? order by foldedName')
    .pluck()
  const updated = insertColumns.filter(column => column !== 'createdAt')
  const update = sqlite.prepare(`update contact set ${updated.map(column => `${column} = ?`).join(', ')} where id = ?`)

  function withKey(key: number, sortName: string) {
    const found = byKey.all(key)
    // A number that a whole office shares: those of the same name are to be found among any number of others.
    return found.length < manySharing ? found : [...found, ...byKeyAndName.all(sortName, key)]
  }

  return {
    candidates(row: ReadyRow, { sortName, birthday }: Person): Stored[] {
      const found = new Map<number, Row>()
      for (const key of row.keys) for (const known of withKey(key, sortName)) found.set(known.id, known)
      if (row.keys[0] === row.nameKey) for (const known of byName.all(sortName, birthday)) found.set(known.id, known)
      return [...found.values()].map(known => ({ id: known.id, person: toPerson(known, tagsOf.all(known.id)) }))
    },
    update(id: number, person: Person, at: string) {
      const { values } = readyRow(0, person, at)
      update.run(...values.filter((_, column) => insertColumns[column] !== 'createdAt'), id)
    },
    /** null where the base is so much larger than the file that asking it every time is quicker than reading all its keys. */
    keyFilter(expectedRows: number): KeyFilter | null {
      const known = keyCount.get()!
      if (known > expectedRows * 20) return null
      const filter = createKeyFilter(known + expectedRows * 3)
      for (const key of keys.iterate()) filter.add(key)
      return filter
    },
    /** Somebody else may write while a job runs. */
    keysChangedAfter: (at: string) => changedAfter.all(at).flatMap(row => matchKeys(toPerson(row, []))),
  }
}
export type StoredContacts = ReturnType<typeof openStored>

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
