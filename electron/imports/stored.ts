import type { Database } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import { matchKeys } from '../../shared/contacts/rules.ts'
import { namesAgree, type Person } from '../../shared/imports/match.ts'
import { toContact } from '../contacts/rows.ts'
import type { ContactTable } from '../db/schema-contacts.ts'
import { createKeyFilter, type KeyFilter } from './key-filter.ts'

type Row = Selectable<ContactTable>
/** `isFormer` where it is known by one that was merged into it. */
export type Stored = { id: number; person: Person; isFormer?: true }

const manySharing = 20

/** The contacts that are there already, as an import looks them up. */
export function openStored(sqlite: Database) {
  const byId = sqlite.prepare<[number], Row>('select * from contact where id = ?')
  const byKey = sqlite
    .prepare<[number], number>(`select contactId from contactKey where key = ? order by contactId limit ${manySharing}`)
    .pluck()
  const nameOf = sqlite.prepare<[number], string>('select sortName from contact where id = ?').pluck()
  const byKeyAndName = sqlite.prepare<[string, number], Row>(
    `select * from contact where trashedAt is null and sortName = ? and exists (select 1 from contactKey where key = ? and contactId = contact.id)
     order by id limit 5`,
  )
  const byName = sqlite.prepare<[string, string | null, number], Row>(
    'select * from contact where trashedAt is null and sortName = ? and birthday is ? and id <= ? order by id limit 50',
  )
  const namesakes = sqlite
    .prepare<[string, number], number>('select id from contact where trashedAt is null and sortName = ? and id <= ? limit 2')
    .pluck()
  const changedAfter = sqlite.prepare<[string], Row>('select * from contact where trashedAt is null and changedAt > ?')
  const keys = sqlite.prepare<[], number>('select key from contactKey').pluck()
  // The cross join keeps SQLite from going through all tags for the sake of their order.
  const tagsOf = sqlite
    .prepare<[number], string>('select name from contactTag cross join tag on tag.id = tagId where contactId = ? order by foldedName')
    .pluck()
  const lastBefore = sqlite.prepare<[], number>('select coalesce(max(id), 0) from contact').pluck().get()!
  /** What was filled in since the transaction began is not written yet. */
  const filled = new Map<number, Person>()

  /** Small statements, and the name first: most of those who share a number are another member of the family. */
  function withKey(key: number, sortName: string | null): Row[] {
    const ids = byKey.all(key)
    if (sortName === null) return ids.map(id => byId.get(id)!)
    const agreeing = ids.filter(id => namesAgree({ sortName }, { sortName: nameOf.get(id)! })).map(id => byId.get(id)!)
    // A number that a whole office shares: those of the same name are to be found among any number of others.
    return ids.length < manySharing ? agreeing : [...agreeing, ...byKeyAndName.all(sortName, key)]
  }

  const stored = (row: Row): Stored => ({ id: row.id, person: filled.get(row.id) ?? toPerson(row, tagsOf.all(row.id)) })

  return {
    /** Those who agree in the name, too; all where there is none to agree in. */
    withKeys(keys: Float64Array, sortName: string | null): Stored[] {
      const found = new Map<number, Row>()
      for (const key of keys) for (const row of withKey(key, sortName)) found.set(row.id, row)
      return [...found.values()].map(stored)
    },
    withId(id: number): Stored | null {
      const row = byId.get(id)
      return row && row.trashedAt === null ? stored(row) : null
    },
    /** Those that were there before the import: of a contact without e-mail and phone, whatever was added to it since. */
    withName: ({ sortName, birthday }: Person) => byName.all(sortName, birthday, lastBefore).map(stored),
    /** Whether they were there before the import, and nobody else of their name. */
    isAlone({ id, person: { sortName } }: Stored) {
      const ids = id > lastBefore ? [] : namesakes.all(sortName, lastBefore)
      return ids.length === 1 && ids[0] === id
    },
    wasThere: ({ id }: Stored) => id <= lastBefore,
    wasEmpty: lastBefore === 0,
    fill: (id: number, person: Person) => void filled.set(id, person),
    forgetFilled: () => filled.clear(),
    /** Knows all keys; where there are so many that reading them takes longer than asking for each, it asks. */
    keyFilter(expectedRows: number): KeyFilter {
      const isLarge = lastBefore > expectedRows * 10
      const filter = createKeyFilter((isLarge ? expectedRows : lastBefore + expectedRows) * 3)
      if (isLarge) return { add: filter.add, mayHave: key => filter.mayHave(key) || byKey.get(key) !== undefined }
      for (const key of keys.iterate()) filter.add(key)
      return filter
    },
    /** Somebody else may write while a job runs. */
    keysChangedAfter: (at: string) => changedAfter.all(at).flatMap(row => matchKeys(toPerson(row, []))),
  }
}

export const toPerson = (row: Row, tags: string[]): Person => ({ ...toContact(row, tags), sortName: row.sortName })

/** A staged row as the contact that it is to become. */
export type StagedRow = Omit<Row, 'id' | 'trashedAt' | 'mergedInto'> & { tags: string | null }
export function personOf({ tags, ...row }: StagedRow): Person {
  const {
    id: _id,
    trashedAt: _trashedAt,
    ...contact
  } = toContact({ ...row, id: 0, trashedAt: null, mergedInto: null }, tags === null ? [] : list(tags))
  return { ...contact, sortName: row.sortName }
}

// Written by the stage only.
const list = (json: string) => JSON.parse(json) as string[]
