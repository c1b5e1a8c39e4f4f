import type { Database } from 'better-sqlite3'
import { fillIn, isAbout, type Person } from '../../shared/imports/match.ts'
import type { ImportRun } from '../../shared/imports/model.ts'
import { createBulkWriter } from '../contacts/bulk.ts'
import { createPending } from './pending.ts'
import { readyRow, type ReadyRow } from './rows.ts'
import { openStored, personOf } from './stored.ts'
import { createTagger } from './tagger.ts'

export type Counts = { created: number; updated: number; unchanged: number; skipped: number }

type Options = Pick<ImportRun, 'onMatch'> & { expectedRows: number; at: string }

/** Writes chunks of rows as contacts: new ones all at once, those that are there already one by one. */
export function createImportWriter(sqlite: Database, { onMatch, expectedRows, at }: Options) {
  const stored = openStored(sqlite)
  const filter = onMatch === 'create' ? null : stored.keyFilter(expectedRows)
  const tagger = createTagger(sqlite)
  const bulk = createBulkWriter(sqlite)
  const pending = createPending()
  const counts: Counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 }

  function find(row: ReadyRow): { person: Person; known: Known; filled: Person | null } | null {
    if (filter && row.keys[0] !== row.nameKey && !row.keys.some(filter.mayHave)) return null
    const person = personOf(row)
    const there = [
      ...stored.candidates(row, person),
      ...pending.candidates(row).map(index => ({ index, person: personOf(pending.at(index)) })),
    ]
      .filter(known => isAbout(person, known.person))
      .map(known => ({ person, known, filled: fillIn(known.person, person) }))
    // One who has all of it already, before one of the same name, before anybody else.
    return (
      there.find(({ filled }) => filled === null) ??
      there.find(({ known }) => known.person.sortName === person.sortName) ??
      there[0] ??
      null
    )
  }

  function write(operation: number, row: ReadyRow) {
    const found = onMatch === 'create' ? null : find(row)
    if (!found) {
      for (const key of row.keys) filter?.add(key)
      pending.add(row)
      counts.created++
    } else if (onMatch === 'skip') counts.skipped++
    else if (!found.filled) counts.unchanged++
    else {
      fill(operation, found.known, found.filled)
      counts.updated++
    }
  }

  function fill(operation: number, known: Known, filled: Person) {
    const row = readyRow(0, filled, at)
    for (const key of row.keys) filter?.add(key)
    if ('index' in known) return pending.replace(known.index, row)
    stored.update(known.id, filled, at)
    tagger.add(operation, known.id, filled.tags)
  }

  return {
    counts,
    /** Call it inside the job's transaction. */
    write(operation: number, rows: readonly ReadyRow[]) {
      if (filter) for (const key of stored.keysChangedAfter(at)) filter.add(key)
      for (const row of rows) write(operation, row)
      bulk.insert(
        operation,
        pending.take().map(row => ({ ...row, tags: tagger.idsOf(row.tags) })),
      )
    },
    close: bulk.close,
  }
}

type Known = { person: Person } & ({ id: number } | { index: number })
