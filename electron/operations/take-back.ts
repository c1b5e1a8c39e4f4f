import type { Selectable } from 'kysely'
import type { ChangeRangeTable, OperationTable } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import * as queries from './queries.ts'
import { createRestore } from './restore.ts'

const changesAtOnce = 2000
const idsAtOnce = 2000

/**
 * Applies the inverse of an operation as a new one, newest change first, and returns the new one's id. Done in steps, so that
 * others can write in between; a crash half way is rolled back like that of any job.
 */
export async function takeBack(context: JobContext, wanted: Selectable<OperationTable>) {
  const restore = createRestore(context.sqlite)
  const ranges = await queries.rangesNewestFirst(context.db, wanted.id).execute()
  const advance = await progressOf(context, wanted.id, ranges)
  // New rows first: they hold on to what was changed one by one, as contacts do to a new tag.
  for (const range of ranges) await takeBackRange(context, restore, range, advance)
  let below = Number.MAX_SAFE_INTEGER
  while (below > 0) {
    context.checkCancelled()
    below = await context.transaction(() => takeBackChanges(context, restore, wanted.id, below))
    advance(changesAtOnce)
  }
  return context.transaction(operation => markTakenBack(context, wanted, operation))
}

async function progressOf({ db, progress }: JobContext, operation: number, ranges: readonly Selectable<ChangeRangeTable>[]) {
  const { changes } = await queries.countChanges(db, operation).executeTakeFirstOrThrow()
  const total = ranges.reduce((sum, { firstId, lastId }) => sum + lastId - firstId + 1, changes)
  let done = 0
  return (more: number) => {
    done = Math.min(total, done + more)
    progress({ done, total, perSecond: null })
  }
}

type Restore = ReturnType<typeof createRestore>

async function takeBackChanges({ sqlite, db }: JobContext, restore: Restore, operation: number, below: number) {
  sqlite.pragma('defer_foreign_keys = on')
  const changes = await queries.changesNewestFirst(db, operation, below, changesAtOnce).execute()
  for (const change of changes) restore.change(change)
  return changes.length < changesAtOnce ? 0 : changes.at(-1)!.id
}

async function takeBackRange(context: JobContext, restore: Restore, range: Selectable<ChangeRangeTable>, advance: (more: number) => void) {
  for (let last = range.lastId; last >= range.firstId; last -= idsAtOnce) {
    context.checkCancelled()
    const from = Math.max(range.firstId, last - idsAtOnce + 1)
    await context.transaction(() => restore.range({ ...range, lastId: last }, from))
    advance(last - from + 1)
  }
}

async function markTakenBack({ db }: JobContext, wanted: Selectable<OperationTable>, operation: number) {
  await queries.markUndoes(db, operation, wanted.id).execute()
  await queries.markUndone(db, wanted.id, operation).execute()
  if (wanted.undoes !== null) await queries.markUndone(db, wanted.undoes, null).execute()
  return operation
}
