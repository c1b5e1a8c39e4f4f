import type { Database } from 'better-sqlite3'
import { matchKeys } from '../../shared/contacts/rules.ts'
import { fillIn, isAbout, type Person } from '../../shared/imports/match.ts'
import type { ImportRun } from '../../shared/imports/model.ts'
import { createBulkWriter } from '../contacts/bulk.ts'
import { readyRow, type ReadyRow } from './rows.ts'
import { manySharing, openStored, personOf, type Stored } from './stored.ts'
import { createTagger } from './tagger.ts'

type Options = Pick<ImportRun, 'onMatch'> & { expectedRows: number; at: string }

/** Writes rows as contacts: new ones in bulk, those that are there already one by one. */
export function createImportWriter(sqlite: Database, { onMatch, expectedRows, at }: Options) {
  const stored = openStored(sqlite)
  const filter = onMatch === 'create' ? null : stored.keyFilter(expectedRows)
  const tagger = createTagger(sqlite)
  const bulk = createBulkWriter(sqlite)
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 }

  /** The contact that a row is about, and what the row adds to it. */
  function find(row: ReadyRow) {
    if (onMatch === 'create') return null
    const known = !filter || row.keys.some(filter.mayHave)
    const person = known || lacksContact(row) ? personOf(row) : null
    if (!person) return null
    if (known && row.keys.some(key => bulk.withKey(key).length >= manySharing)) bulk.writeKeys()
    const byKey = known ? [...stored.withKeys(row.keys, person.sortName), ...stored.withIds(row.keys.flatMap(bulk.withKey))] : []
    const candidates = byKey.length === 0 && lacksContact(row) ? stored.withName(person) : byKey
    const there = candidates
      .filter(candidate => isAbout(person, candidate.person))
      .map(candidate => ({
        candidate,
        filled: fillIn(candidate.person, person),
        isNamesake: candidate.person.sortName === person.sortName,
      }))
    // One who has all of it already, before one of the same name, before anybody else.
    return there.find(({ filled }) => filled === null) ?? there.find(({ isNamesake }) => isNamesake) ?? there[0] ?? null
  }

  function fill(operation: number, { id, person }: Stored, filled: Person) {
    const row = readyRow(filled, at)
    for (const key of row.keys) filter?.add(key)
    bulk.change(id, row, matchKeys(person))
    stored.fill(id, filled)
    tagger.add(operation, id, filled.tags)
  }

  function write(operation: number, row: ReadyRow) {
    const found = find(row)
    if (!found) {
      if (filter) for (const key of row.keys) filter.add(key)
      bulk.add({ ...row, tags: tagger.idsOf(row.tags) })
      return 'created'
    }
    if (onMatch === 'skip') return 'skipped'
    if (!found.filled) return 'unchanged'
    fill(operation, found.candidate, found.filled)
    return 'updated'
  }

  return {
    counts,
    /** Call these three in order inside the job's transaction, `write` any number of times. */
    begin() {
      if (filter) for (const key of stored.keysChangedAfter(at)) filter.add(key)
    },
    write(operation: number, rows: readonly ReadyRow[]) {
      for (const row of rows) counts[write(operation, row)]++
    },
    finish(operation: number) {
      bulk.finish(operation)
      stored.forgetFilled()
    },
    close: bulk.close,
  }
}

export type ImportWriter = ReturnType<typeof createImportWriter>

const phonesAt = 7
const emailsAt = 8

/** Neither e-mail nor phone: only the name can tell. */
const lacksContact = ({ values }: ReadyRow) => values[phonesAt] === '[]' && values[emailsAt] === '[]'
