import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import { immediately } from '../db/immediately.ts'
import type { JobContext } from '../handlers.ts'
import { unfinished } from '../operations/queries.ts'
import * as queries from './queries.ts'

const changesAtOnce = 4000

/**
 * Forgets the history before a moment. That it is forgotten is noted first, so that nobody takes back what is half gone; then
 * the rows go in short transactions, and what a crash leaves of them goes the next time.
 */
export async function forgetHistory(context: JobContext, before: string) {
  const { db, checkCancelled } = context
  checkCancelled()
  await refuseWhileUndoing(context)
  const oldest = (await queries.oldestThatStays(db, before).executeTakeFirst())?.id ?? 0
  const { count } = await queries.operationsBelow(db, oldest).executeTakeFirstOrThrow()
  if (count === 0) return 0
  const [at, untilId] = [context.now().toISOString(), oldest - 1]
  await immediately(context, () => queries.noteForgetting(db, { at, before, untilId, operations: count }).execute())
  await removeRows(context, untilId)
  return count
}

async function removeRows(context: JobContext, untilId: number) {
  const { db, checkCancelled, progress } = context
  for (let done = 0; ;) {
    checkCancelled()
    const { numDeletedRows } = await immediately(context, () => queries.forgetChanges(db, untilId, changesAtOnce).executeTakeFirstOrThrow())
    if (numDeletedRows === 0n) break
    progress({ done: (done += Number(numDeletedRows)), total: null, perSecond: null })
    await breathe()
  }
  await immediately(context, async () => {
    await queries.forgetRanges(db, untilId).execute()
    await queries.forgetImports(db, untilId).execute()
    for (const column of ['undoes', 'undoneBy'] as const) await queries.pointAtNoForgotten(db, untilId, column).execute()
    await queries.forgetOperations(db, untilId).execute()
  })
}

/** What is being taken back at this moment is needed to its end. */
async function refuseWhileUndoing({ db }: JobContext) {
  const others = (await unfinished(db).execute()).filter(({ call }) => call === 'operations.undo')
  if (others.length > 0) throw new AppError('busy', 'busy')
}
