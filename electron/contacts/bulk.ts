import type { Database } from 'better-sqlite3'
import type { Insertable } from 'kysely'
import type { ContactTable } from '../db/schema.ts'
import { recordChanges, stopRecordingInserts } from '../operations/recording.ts'
import { keepDerived, stopDerivingInserts } from '../db/derived.ts'

/** In the order of `insertColumns`; `search` and `keys` as shared/contacts/rules derives them; `tags` are ids. */
export type BulkContact = { values: (string | null)[]; search: string; keys: number[]; tags: number[] }

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
] as const satisfies readonly (keyof Insertable<ContactTable>)[]

/**
 * Writes many new contacts at the speed of the disk: prepared statements, look-up keys in order, the history as ranges of ids
 * instead of a line for each. Meant for a job's connection; `close` gives that its ordinary triggers back.
 */
export function createBulkWriter(sqlite: Database) {
  stopRecordingInserts(sqlite, ['contact', 'contactTag'])
  stopDerivingInserts(sqlite)
  const lastId = sqlite.prepare<[], number>("select coalesce((select seq from sqlite_sequence where name = 'contact'), 0)").pluck()
  const contact = sqlite.prepare(
    `insert into contact (id, ${insertColumns.join(', ')}) values (?, ${insertColumns.map(() => '?').join(', ')})`,
  )
  const search = sqlite.prepare('insert into contactSearch (rowid, text) values (?, ?)')
  const key = sqlite.prepare('insert or ignore into contactKey (key, contactId) values (?, ?)')
  const tag = sqlite.prepare('insert or ignore into contactTag (contactId, tagId) values (?, ?)')
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')

  return {
    /** Call it inside the job's transaction. Returns the id of the first one; the others follow without a gap. */
    insert(operation: number, contacts: readonly BulkContact[]) {
      const first = lastId.get()! + 1
      if (contacts.length === 0) return first
      contacts.forEach(({ values, search: text, tags }, index) => {
        contact.run(first + index, ...values)
        search.run(first + index, text)
        for (const tagId of tags) tag.run(first + index, tagId)
      })
      for (const [hash, id] of sortedKeys(contacts, first)) key.run(hash, id)
      for (const table of ['contact', 'contactTag']) range.run(operation, table, first, first + contacts.length - 1)
      return first
    },
    close() {
      recordChanges(sqlite)
      keepDerived(sqlite)
    },
  }
}

/** Neighbouring keys land on the same page: half the writing. */
const sortedKeys = (contacts: readonly BulkContact[], first: number) =>
  contacts.flatMap(({ keys }, index) => keys.map((key): [number, number] => [key, first + index])).sort((a, b) => a[0] - b[0])
