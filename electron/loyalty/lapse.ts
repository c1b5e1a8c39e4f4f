import { todayOf } from '../settings/today.ts'
import type { JobContext } from '../handlers.ts'
import { recordingAsRanges } from '../operations/as-ranges.ts'
import { recordChanges } from '../operations/recording.ts'
import * as queries from './queries.ts'

const atOnce = 5000

/** Writes down what is over. At the end of a month that is much at once, and so its history is kept as ranges. */
export async function lapse(_input: object, context: JobContext) {
  const { db, now, sqlite } = context
  const facts = { at: now().toISOString(), day: await todayOf(db, now()), user: context.session.user, note: '' }
  try {
    return await writeAll(context, facts, recordingAsRanges(sqlite, ['loyaltyEntry']))
  } finally {
    recordChanges(sqlite)
  }
}

type Facts = Parameters<typeof queries.lapse>[1]

async function writeAll(context: JobContext, facts: Facts, record: ReturnType<typeof recordingAsRanges>) {
  const { db, transaction, checkCancelled, progress, describe } = context
  const sum = { lots: 0, points: 0 }
  for (;;) {
    checkCancelled()
    const written = await transaction(operation => record(operation, () => queries.lapse(db, facts, atOnce).execute()))
    sum.lots += written.length
    for (const { points } of written) sum.points -= points
    progress({ done: sum.lots, total: null, perSecond: null })
    if (written.length < atOnce) break
  }
  describe('pointsLapsed', { count: sum.points })
  return sum
}
