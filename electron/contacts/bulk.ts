import type { Database } from 'better-sqlite3'
import type { Insertable } from 'kysely'
import type { ContactTable } from '../db/schema.ts'
import { recordChanges, stopRecordingInserts } from '../operations/recording.ts'
import { keepDerived, stopDerivingChanges } from '../db/derived.ts'

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
 * Writes many contacts at the speed of the disk: prepared statements, look-up keys and search texts in the order that costs least,
 * the history of new ones as ranges of ids instead of a line for each. Meant for a job's connection; `close` gives that its
 * ordinary triggers back.
 */
export function createBulkWriter(sqlite: Database) {
  stopRecordingInserts(sqlite, ['contact', 'contactTag'])
  stopDerivingChanges(sqlite)
  const lastId = sqlite.prepare<[], number>('select coalesce(max(id), 0) from contact').pluck()
  const contact = sqlite.prepare(
    `insert into contact (id, ${insertColumns.join(', ')}) values (?, ${insertColumns.map(() => '?').join(', ')})`,
  )
  const search = sqlite.prepare('insert into contactSearch (rowid, text) select ? + key, value from json_each(?)')
  const tag = sqlite.prepare('insert or ignore into contactTag (contactId, tagId) values (?, ?)')
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')
  const keys = bufferKeys(sqlite)
  const changes = bufferChanges(sqlite)
  let first = 0
  let next = 0
  let texts: string[] = []

  /** Returns the new contact's id: they follow each other without a gap. Call `finish` before the transaction ends. */
  function add({ values, search: text, keys: hashes, tags }: BulkContact) {
    if (first === 0) first = next = lastId.get()! + 1
    const id = next++
    contact.run(id, ...values)
    texts.push(text)
    for (const tagId of tags) tag.run(id, tagId)
    for (const key of hashes) keys.add(key, id)
    return id
  }

  function finish(operation: number) {
    if (texts.length > 0) search.run(first, JSON.stringify(texts))
    texts = []
    keys.write()
    changes.write()
    if (first > 0) for (const table of ['contact', 'contactTag']) range.run(operation, table, first, next - 1)
    first = 0
  }

  return {
    add,
    /** Gives a contact new values in `finish`, all but the time of its creation. */
    change(id: number, contact: Omit<BulkContact, 'tags'>, formerKeys: readonly number[]) {
      for (const key of contact.keys) keys.add(key, id)
      changes.add(id, contact, formerKeys)
    },
    /** Those whose keys are not in the database before `finish`. */
    withKey: keys.idsOf,
    /** Puts them there earlier. */
    writeKeys: keys.write,
    finish,
    /** Call it inside the job's transaction. */
    insert(operation: number, contacts: readonly BulkContact[]) {
      for (const contact of contacts) add(contact)
      finish(operation)
    },
    close() {
      recordChanges(sqlite)
      keepDerived(sqlite)
    },
  }
}

type Change = { contact: Omit<BulkContact, 'tags'>; formerKeys: readonly number[] }

/** The search index writes all it has in hand to the disk whenever it goes back to a lower id: so first all go, then all come. */
function bufferChanges(sqlite: Database) {
  const columns = insertColumns.filter(column => column !== 'createdAt')
  const update = sqlite.prepare(`update contact set ${columns.map(column => `${column} = ?`).join(', ')} where id = ?`)
  const forget = sqlite.prepare('delete from contactSearch where rowid = ?')
  const search = sqlite.prepare('insert into contactSearch (rowid, text) values (?, ?)')
  const removeKey = sqlite.prepare('delete from contactKey where key = ? and contactId = ?')
  const buffered = new Map<number, Change>()

  return {
    add(id: number, contact: Change['contact'], formerKeys: readonly number[]) {
      buffered.set(id, { contact, formerKeys: [...(buffered.get(id)?.formerKeys ?? []), ...formerKeys] })
    },
    write() {
      const changes = [...buffered].sort(([a], [b]) => a - b)
      for (const [id] of changes) forget.run(id)
      for (const [id, { contact, formerKeys }] of changes) {
        update.run(...contact.values.filter((_, index) => insertColumns[index] !== 'createdAt'), id)
        search.run(id, contact.search)
        for (const key of formerKeys) if (!contact.keys.includes(key)) removeKey.run(key, id)
      }
      buffered.clear()
    },
  }
}

const keysAtOnce = 50

/** Neighbouring keys land on the same page: written in order, they cost half. */
function bufferKeys(sqlite: Database) {
  const write = (pairs: number) =>
    sqlite.prepare<number[]>(
      `insert or ignore into contactKey (key, contactId) values ${Array.from({ length: pairs }, () => '(?, ?)').join(', ')}`,
    )
  const one = write(1)
  const many = write(keysAtOnce)
  // Hardly ever do two contacts share a key.
  const buffered = new Map<number, number | number[]>()

  const idsOf = (key: number) => {
    const ids = buffered.get(key) ?? []
    return typeof ids === 'number' ? [ids] : ids
  }

  return {
    idsOf,
    add(key: number, id: number) {
      const there = buffered.get(key)
      if (there === undefined) buffered.set(key, id)
      else if (typeof there === 'number') buffered.set(key, [there, id])
      else there.push(id)
    },
    write() {
      const pairs: number[] = []
      for (const key of Float64Array.from(buffered.keys()).sort()) for (const id of idsOf(key)) pairs.push(key, id)
      let at = 0
      for (; at + keysAtOnce * 2 <= pairs.length; at += keysAtOnce * 2) many.run(...pairs.slice(at, at + keysAtOnce * 2))
      for (; at < pairs.length; at += 2) one.run(pairs[at]!, pairs[at + 1]!)
      buffered.clear()
    },
  }
}
