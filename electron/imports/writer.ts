import type { Database } from 'better-sqlite3'
import { matchKeys } from '../../shared/contacts/rules.ts'
import { fillIn, isAbout, mayBeAbout, namesAgree, overwrite, type Person } from '../../shared/imports/match.ts'
import type { ImportRun } from '../../shared/imports/model.ts'
import { createBulkWriter } from '../contacts/bulk.ts'
import { insertColumns, stagedValue, toStaged } from '../contacts/staging.ts'
import type { KeyFilter } from './key-filter.ts'
import { keysOfShape, lacksContact, type Chunk } from './rows.ts'
import { openStored, personOf, type Stored, type StagedRow } from './stored.ts'

type Options = Pick<ImportRun, 'onMatch' | 'onNew'> & { expectedRows: number; at: string }
type Intake = ReturnType<ReturnType<typeof createBulkWriter>['intake']>
type Outcome = 'created' | 'updated' | 'unchanged' | 'skipped'

/** Writes chunks of rows as contacts: new ones in bulk, those that are there already one by one. */
export function createImportWriter(sqlite: Database, { onMatch, onNew, expectedRows, at }: Options) {
  const stored = openStored(sqlite)
  const filter = onMatch === 'create' && onNew === 'create' ? null : stored.keyFilter(expectedRows)
  const bulk = createBulkWriter(sqlite)
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, skipped: 0 }

  const isThere = (row: Person, known: Candidate) =>
    isAbout(row, known.person) || ('id' in known && mayBeAbout(row, known.person) && stored.isAlone(known))

  /** The contact that a row is about, and what the row adds to it. */
  function choose(person: Person, candidates: readonly Candidate[]) {
    const there = candidates
      .filter(candidate => isThere(person, candidate))
      .map(candidate => ({ candidate, filled: (onMatch === 'overwrite' ? overwrite : fillIn)(candidate.person, person) }))
    // One who has all of it already, before one of the same name, before anybody else.
    return (
      there.find(({ filled }) => filled === null) ??
      there.find(({ candidate }) => candidate.person.sortName === person.sortName) ??
      there[0] ??
      null
    )
  }

  function settle({ candidate, filled }: NonNullable<ReturnType<typeof choose>>, position: number, intake: Intake): Outcome {
    intake.passOver(position)
    if (onMatch === 'skip') return 'skipped'
    if (!filled) return 'unchanged'
    if ('position' in candidate) intake.takeBelow(position)
    const id = 'id' in candidate ? candidate.id : intake.idAt(candidate.position)
    const staged = toStaged(filled, { createdAt: null, changedAt: at })
    for (const key of staged.keys) filter?.add(key)
    bulk.change(id, staged, matchKeys(candidate.person))
    stored.fill(id, filled)
    return 'updated'
  }

  function outcomeOf(position: number, own: Float64Array, lacks: boolean, staged: Staged, intake: Intake): Outcome {
    const name = staged.nameAt(position)
    const waiting = staged
      .sharing(own, position, intake)
      .filter(other => namesAgree({ sortName: name }, { sortName: staged.nameAt(other) }))
    const known = stored.withKeys(own, name)
    if (waiting.length + known.length === 0 && !lacks) return 'created'
    const person = staged.personAt(position)
    const there: Candidate[] = [...known, ...waiting.map(position => ({ position, person: staged.personAt(position) }))]
    const found = choose(person, there.length === 0 && lacks ? stored.withName(person) : there)
    return found ? settle(found, position, intake) : 'created'
  }

  function match(chunk: Chunk, schema: string, intake: Intake, filter: KeyFilter) {
    const { count, keys, shapes } = chunk
    const staged = readStage(sqlite, schema, chunk, at)
    for (let position = 0, end = 0; position < count; position++) {
      const start = end
      end += shapes[position]! & keysOfShape
      const lacks = (shapes[position]! & lacksContact) !== 0
      let isKnown = lacks && !stored.wasEmpty
      for (let index = start; index < end && !isKnown; index++) isKnown = filter.mayHave(keys[index]!)
      const outcome = isKnown ? outcomeOf(position, keys.subarray(start, end), lacks, staged, intake) : 'created'
      if (outcome === 'created' && onNew === 'skip') intake.passOver(position)
      counts[outcome === 'created' && onNew === 'skip' ? 'skipped' : outcome]++
      for (let index = start; index < end; index++) filter.add(keys[index]!)
    }
  }

  return {
    counts,
    /** A whole transaction of the job. */
    write(operation: number, chunk: Chunk, schema: string) {
      const intake = bulk.intake(operation, schema, at)
      if (filter) {
        for (const key of stored.keysChangedAfter(at)) filter.add(key)
        match(chunk, schema, intake, filter)
      } else counts.created += chunk.count
      intake.finish(chunk.count)
      stored.forgetFilled()
    },
    close: bulk.close,
  }
}

export type ImportWriter = ReturnType<typeof createImportWriter>

type Candidate = Stored | { position: number; person: Person }
type Staged = ReturnType<typeof readStage>

const manySharing = 20

/** The rows of a chunk, as far as it takes to tell whom they are about. */
function readStage(sqlite: Database, schema: string, { keys, shapes }: Chunk, at: string) {
  const values = insertColumns.map(column => `${stagedValue(column)} as ${column}`).join(', ')
  const row = sqlite.prepare<[{ position: number; at: string }], StagedRow>(
    `select ${values}, tags from ${schema}.staged where position = @position`,
  )
  const name = sqlite.prepare<[number], string>(`select sortName from ${schema}.staged where position = ?`).pluck()
  const positions = new Uint32Array(keys.length)
  for (let position = 0, index = 0; position < shapes.length; position++) {
    for (let left = shapes[position]! & keysOfShape; left > 0; left--) positions[index++] = position
  }

  return {
    nameAt: (position: number) => name.get(position) ?? '',
    personAt: (position: number) => personOf(row.get({ position, at })!),
    /** The positions of earlier rows with one of these keys that are still waiting to be written. Many of them had better be written. */
    sharing(own: Float64Array, before: number, intake: Intake): number[] {
      const found = new Set<number>()
      for (const key of own) {
        for (let index = keys.indexOf(key); index >= 0 && positions[index]! < before; index = keys.indexOf(key, index + 1)) {
          if (intake.isWaiting(positions[index]!)) found.add(positions[index]!)
        }
      }
      if (found.size < manySharing) return [...found]
      intake.takeBelow(before)
      return []
    },
  }
}
