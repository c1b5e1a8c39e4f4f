import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { FutureVisits, Staff } from '../../shared/staff/model.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** So many ids fit into one statement. */
const atOnce = 1000

type Wanted = z.output<typeof FutureVisits> | null

/** Does with the visits to come of somebody who leaves what is wanted. Whether they fit elsewhere is for the calendar to show. */
export async function partWithVisits(db: Db, leaver: Staff, wanted: Wanted, all: readonly Staff[], at: string) {
  const parts = await queries.servicesToCome(db, leaver.id, at).execute()
  const visits = [...new Set(parts.map(({ appointmentId }) => appointmentId))]
  if (visits.length === 0 || wanted?.action === 'keep') return
  if (wanted === null) throw new AppError('conflict', 'staffHasVisits', { name: leaver.name, count: visits.length })
  if (wanted.action === 'cancel') {
    await inParts(visits, some => queries.cancelByShop(db, some, at).execute())
  } else {
    const heir = all.find(({ id, archivedAt }) => id === wanted.staffId && id !== leaver.id && archivedAt === null)
    if (!heir) throw new AppError('notFound', 'staffGone')
    const ids = parts.map(({ id }) => id)
    await inParts(ids, some => queries.giveTo(db, some, heir.id).execute())
  }
  await inParts(visits, some => queries.markChanged(db, some, at).execute())
}

async function inParts(ids: readonly number[], step: (some: readonly number[]) => Promise<unknown>) {
  for (let first = 0; first < ids.length; first += atOnce) await step(ids.slice(first, first + atOnce))
}
