import { mayTryAgain, waitedFor } from '../../shared/schedules/rules.ts'
import { isPlaceThere } from '../backups/places.ts'
import type { Db } from '../db/schema.ts'
import type { Around } from '../reports/definition.ts'
import * as queries from './queries.ts'
import { rhythmOf, type ScheduleRow } from './rows.ts'

export type Due = Readonly<{ row: ScheduleRow; day: string }>

/** The day that a schedule waits to be written for; null where it does not. */
export function dayWaitedFor(row: ScheduleRow, { now, clock }: Around) {
  if (row.pausedAt !== null) return null
  return waitedFor({ rhythm: rhythmOf(row), since: row.since, doneOn: row.doneOn }, now.getTime(), clock)
}

/** What is to be written now: what failed waits for its time, or for its folder to be there again. */
export async function dueOf(db: Db, around: Around): Promise<Due[]> {
  const rows = await queries.all(db).execute()
  return rows.flatMap(row => {
    const day = dayWaitedFor(row, around)
    return day !== null && isItsTime(row, around) ? [{ row, day }] : []
  })
}

function isItsTime(row: ScheduleRow, { now }: Around) {
  if (row.failure === null || row.triedAt === null) return true
  const isMissing = (JSON.parse(row.failure) as { reason: string }).reason === 'placeMissing'
  return (
    (isMissing && isPlaceThere({ id: row.placeId, path: row.folder })) ||
    mayTryAgain({ triedAt: row.triedAt, attempts: row.attempts ?? 0 }, now.getTime())
  )
}
