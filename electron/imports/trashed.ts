import type { Database } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import { matchKeys } from '../../shared/contacts/rules.ts'
import { ownKey, type Person } from '../../shared/imports/match.ts'
import type { ContactTable } from '../db/schema-contacts.ts'
import type { KeyFilter } from './key-filter.ts'
import { toPerson, type Stored } from './stored.ts'

type Row = Selectable<ContactTable>
type Trashed = { id: number; person: Person; survivor: number | null }

/** Contacts in the trash have no look-up keys: an import makes a list of those for its own time. */
export function openTrashed(sqlite: Database, filter: KeyFilter, keyField: number | null) {
  sqlite.exec('create temp table if not exists trashedKey (key integer, contactId integer, primary key (key, contactId)) without rowid')
  sqlite.exec('delete from temp.trashedKey')
  const add = sqlite.prepare('insert or ignore into temp.trashedKey values (?, ?)')
  const withKey = sqlite.prepare<[number], Row>(
    'select contact.* from temp.trashedKey join contact on id = contactId where key = ? and trashedAt is not null order by id limit 20',
  )
  const hasKey = sqlite.prepare<[number], number>('select 1 from temp.trashedKey where key = ? limit 1').pluck()
  const after = sqlite.prepare<[number], Row>('select * from contact where trashedAt is not null and id > ? order by id limit 1000')
  let last = 0
  for (let rows = after.all(0); rows.length > 0; rows = after.all(last)) {
    for (const row of rows) rememberKeys(row)
    last = rows.at(-1)!.id
  }

  function rememberKeys(row: Row) {
    const person = toPerson(row, [])
    const own = keyField === null ? undefined : person.custom[keyField]
    for (const key of [...matchKeys(person), ...(own === undefined ? [] : [ownKey(own)])]) {
      add.run(key, row.id)
      filter.add(key)
    }
  }

  return {
    mayHave: (keys: Float64Array) => last > 0 && keys.some(key => hasKey.get(key) !== undefined),
    withKeys(keys: Float64Array): Trashed[] {
      if (last === 0) return []
      const found = new Map<number, Trashed>()
      for (const key of keys) {
        for (const row of withKey.all(key)) found.set(row.id, { id: row.id, person: toPerson(row, []), survivor: row.mergedInto })
      }
      return [...found.values()]
    },
  }
}
export type TrashedContacts = ReturnType<typeof openTrashed>

/** One that was merged into another means that other one, or the one into which that was merged since. */
export function survivorOf(sqlite: Database) {
  const next = sqlite.prepare<[number], number | null>('select mergedInto from contact where id = ?').pluck()
  return (id: number, withId: (id: number) => Stored | null): Stored | null => {
    let last = id
    for (let step = 0, into = next.get(last); into !== null && into !== undefined && step < 100; step++, into = next.get(last)) last = into
    const found = withId(last)
    return found && { ...found, isFormer: true }
  }
}
