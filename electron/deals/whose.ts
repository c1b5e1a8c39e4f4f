import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** What belongs to a deal belongs to whose deal it is. */
export async function refuseForeign(db: Db, dealId: number, contactId: number) {
  const deal = await queries.byId(db, dealId).executeTakeFirst()
  if (!deal || deal.trashedAt !== null || deal.contactId !== contactId) throw new AppError('notFound', 'dealGone')
}
