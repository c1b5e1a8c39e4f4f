import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

const reasons = { serviceId: 'serviceHasVisits', resourceId: 'resourceHasVisits' } as const

/** What visits to come take is archived only by who knows of them. */
export async function refuseUsed(db: Db, what: keyof typeof reasons, { id, name }: { id: number; name: string }, now: Date) {
  const { visits } = await queries.visitsToCome(db, what, id, now.toISOString()).executeTakeFirstOrThrow()
  if (visits > 0) throw new AppError('conflict', reasons[what], { name, count: visits })
}
