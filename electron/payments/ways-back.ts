import { AppError } from '../../shared/errors.ts'
import type { WayBack } from '../../shared/payments/model.ts'
import { waysBack } from '../../shared/payments/ways-back.ts'
import { isExpired } from '../../shared/vouchers/rules.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './ways-back-queries.ts'

/** Nothing of what owes nothing. */
export async function waysBackOf(db: Db, documentId: number, today: string): Promise<WayBack[]> {
  const note = await queries.credited(db, documentId).executeTakeFirst()
  if (!note) throw new AppError('notFound', 'documentGone')
  if (note.kind !== 'creditNote' || note.open >= 0) return []
  if (note.sourceId === null) return waysBack(-note.open, [], [])
  const paid = await queries.cameInFor(db, note.sourceId).execute()
  const came = paid.map(({ expiresOn, blockedAt, ...one }) => ({
    ...one,
    expiredOn: isExpired(expiresOn, today) ? expiresOn : null,
    isBlocked: blockedAt !== null,
  }))
  return waysBack(-note.open, came, await queries.wentBackFor(db, note.sourceId).execute())
}
