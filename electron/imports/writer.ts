import type { Database } from 'better-sqlite3'
import { matchKeys } from '../../shared/contacts/rules.ts'
import { withoutDefaults } from '../../shared/imports/defaults.ts'
import { fillIn, overwrite, ownKey, type Person } from '../../shared/imports/match.ts'
import type { ImportRun } from '../../shared/imports/model.ts'
import { createBulkWriter } from '../contacts/bulk.ts'
import { toStaged } from '../contacts/staging.ts'
import type { Known } from '../duplicates/knowledge.ts'
import { createAlike } from './alike.ts'
import { createFinder, type Candidate, type Found } from './finder.ts'
import type { KeyFilter } from './key-filter.ts'
import { openOwnKeys } from './own-keys.ts'
import type { OutcomeLog } from './outcomes.ts'
import { keysOfShape, lacksContact, type Chunk } from './rows.ts'
import { readStage, type Intake } from './staged-rows.ts'
import { openStored, type Stored } from './stored.ts'
import { openTrashed } from './trashed.ts'

type Options = Pick<ImportRun, 'onMatch' | 'onNew' | 'matchBy' | 'onTrashed' | 'defaults'> & {
  keyField: number | null
  /** What the search for duplicates has learnt, where it is to be asked. */
  known: Known | null
  expectedRows: number
  at: string
}
type Row = { position: number; line: number; person: Person }

/** Writes chunks of rows as contacts: new ones in bulk, those that are there already one by one. */
export function createImportWriter(sqlite: Database, log: OutcomeLog, options: Options) {
  const { onMatch, onNew, onTrashed, defaults, keyField, known, expectedRows, at } = options
  const stored = openStored(sqlite)
  const filter = onMatch === 'create' && onNew === 'create' ? null : stored.keyFilter(expectedRows)
  const trash = filter && openTrashed(sqlite, filter, keyField)
  const ownKeys = filter && keyField !== null ? openOwnKeys(sqlite, keyField, filter) : null
  const alike = known && !stored.wasEmpty ? createAlike(sqlite, stored, known) : null
  const find = createFinder(sqlite, { stored, trash, ownKeys, alike }, options)
  const bulk = createBulkWriter(sqlite)

  /** One who has all of it already, before one of the same name, before anybody else. */
  function best(person: Person, there: readonly Candidate[]) {
    const filled = there.map(candidate => ({ candidate, filled: valuesAfter(candidate, person) }))
    return (
      filled.find(({ filled }) => filled === null) ??
      filled.find(({ candidate }) => candidate.person.sortName === person.sortName) ??
      filled[0]!
    )
  }

  /** One who is known by a former name keeps the present one. */
  function valuesAfter(known: Candidate, person: Person) {
    if (onMatch !== 'overwrite' || 'isFormer' in known) return fillIn(known.person, person)
    const replaced = overwrite(known.person, withoutDefaults(person, defaults))
    return fillIn(replaced ?? known.person, person) ?? replaced
  }

  function settle({ position, line, person }: Row, there: readonly Candidate[], intake: Intake) {
    const { candidate, filled } = best(person, there)
    const id = 'id' in candidate ? candidate.id : intake.idAt(candidate.position)
    intake.passOver(position)
    if (onMatch === 'skip') return log.add('skipped', line, id, 'wasThere')
    if (!filled) return log.add('unchanged', line, id)
    if ('position' in candidate) intake.takeBelow(position)
    change(id, candidate.person, filled)
    log.add('updated', line, id)
  }

  function change(id: number, before: Person, after: Person) {
    const staged = toStaged(after, { createdAt: null, changedAt: at })
    for (const key of staged.keys) filter?.add(key)
    bulk.change(id, staged, matchKeys(before))
    stored.fill(id, after)
    const own = keyField === null ? undefined : after.custom[keyField]
    if (own !== undefined) ownKeys?.add([ownKey(own)], id)
  }

  function settleTrashed({ position, line, person }: Row, known: Stored, intake: Intake) {
    intake.passOver(position)
    if (onTrashed === 'leaveOut') return log.add('skipped', line, known.id, 'inTrash')
    bulk.restore(known.id)
    change(known.id, known.person, (onMatch === 'skip' ? null : valuesAfter(known, person)) ?? known.person)
    log.add('updated', line, known.id, 'restored')
  }

  function settleNew({ position, line }: Pick<Row, 'position' | 'line'>, intake: Intake) {
    if (onNew === 'create') return log.add('created', line, intake.idAt(position))
    intake.passOver(position)
    log.add('skipped', line, null, 'isNew')
  }

  function match(chunk: Chunk, schema: string, intake: Intake, filter: KeyFilter) {
    const { count, keys, shapes, lines } = chunk
    const staged = readStage(sqlite, schema, at, keys.length)
    for (let position = 0, end = 0; position < count; position++) {
      const start = end
      end += shapes[position]! & keysOfShape
      const own = keys.subarray(start, end)
      const lacks = (shapes[position]! & lacksContact) !== 0
      const isMet = own.some(filter.mayHave)
      const isKnown = alike !== null || (lacks && !stored.wasEmpty) || isMet
      // Most keys of most rows are nobody's, and looking them up costs more than all else here.
      const verdict = isKnown ? find(position, isMet ? own.filter(filter.mayHave) : own, lacks, staged, intake) : null
      const row = { position, line: lines[position]! }
      if (verdict === null || (onMatch === 'create' && verdict.there.length > 0)) settleNew(row, intake)
      else decide({ ...row, person: verdict.person }, verdict, intake)
      if (intake.isWaiting(position)) {
        staged.keep(own, position)
        ownKeys?.add(own, intake.idAt(position))
      }
      for (const key of own) filter.add(key)
    }
  }

  function decide(row: Row, { there, trashed, isAmbiguous }: Found, intake: Intake) {
    if (there.length > 0) return settle(row, there, intake)
    if (trashed) return settleTrashed(row, trashed, intake)
    if (!isAmbiguous) return settleNew(row, intake)
    intake.passOver(row.position)
    log.add('skipped', row.line, null, 'ambiguous')
  }

  return {
    /** A whole transaction of the job. */
    write(operation: number, chunk: Chunk, schema: string) {
      const intake = bulk.intake(operation, schema, at)
      if (filter) {
        for (const key of stored.keysChangedAfter(at)) filter.add(key)
        match(chunk, schema, intake, filter)
      } else for (let position = 0; position < chunk.count; position++) settleNew({ position, line: chunk.lines[position]! }, intake)
      intake.finish(chunk.count)
      stored.forgetFilled()
      log.write()
    },
    close: bulk.close,
  }
}

export type ImportWriter = ReturnType<typeof createImportWriter>
