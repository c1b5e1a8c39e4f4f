import type { Selectable } from 'kysely'
import type { ChangeRangeTable, OperationTable } from '../db/schema-history.ts'
import type { JobContext } from '../handlers.ts'
import { refuseWhereBlocked } from './blocked.ts'
import * as queries from './queries.ts'
import { createRestore } from './restore.ts'

const changesAtOnce = 2000
const idsAtOnce = 2000

/**
 * Applies the inverse of an operation as a new one, newest change first, and returns the new one's id. Done in steps, so that
 * others can write in between; a crash half way is rolled back like that of any job, and so is work that somebody's new change
 * has come to build on.
 */
export async function takeBack(context: JobContext, wanted: Selectable<OperationTable>) {
  const restore = createRestore(context.sqlite)
  const ranges = await queries.rangesNewestFirst(context.db, wanted.id).execute()
  const advance = await progressOf(context, wanted.id, ranges)
  const step = await stepsOf(context, wanted.id)
  for (const range of ranges) {
    for (let last = range.lastId; last >= range.firstId; last -= idsAtOnce) {
      const from = Math.max(range.firstId, last - idsAtOnce + 1)
      await step(() => restore.range({ ...range, lastId: last }, from))
      advance(last - from + 1)
    }
  }
  let below = Number.MAX_SAFE_INTEGER
  while (below > 0) {
    below = await step(() => takeBackChanges(context, restore, wanted.id, below))
    advance(changesAtOnce)
  }
  return context.transaction(operation => markTakenBack(context, wanted, operation))
}

/** Before each step: has anybody changed meanwhile what is to be taken back? */
async function stepsOf(context: JobContext, wanted: number) {
  const { db } = context
  const newest = async () => (await queries.lastChange(db).executeTakeFirst())?.id ?? 0
  let seen = await newest()
  return <T>(work: () => T | Promise<T>) => {
    context.checkCancelled()
    return context.transaction(async own => {
      if (await queries.changedByOthers(db, seen, own).executeTakeFirst()) await refuseWhereBlocked(db, wanted, own)
      const done = await work()
      seen = await newest()
      return done
    })
  }
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

async function markTakenBack({ db }: JobContext, wanted: Selectable<OperationTable>, operation: number) {
  await queries.markUndoes(db, operation, wanted.id).execute()
  await queries.markUndone(db, wanted.id, operation).execute()
  if (wanted.undoes !== null) await queries.markUndone(db, wanted.undoes, null).execute()
  return operation
}
