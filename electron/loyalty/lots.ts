import { lapsesOn } from '../../shared/loyalty/earning.ts'
import type { EarningPart, lotReasons, Terms } from '../../shared/loyalty/model.ts'
import { todayOf } from '../settings/today.ts'
import type { Context } from '../handlers.ts'
import { makeCards } from './cards.ts'
import * as queries from './queries.ts'

/** Points that come in, whyever; `terms` say how long they last. */
type NewLot = Readonly<{
  programmeId: number
  terms: Terms
  contactId: number
  reason: (typeof lotReasons)[number]
  points: number
  /** The invoice that earned them, and what for. */
  documentId?: number
  why?: readonly EarningPart[]
  note?: string
}>

/** In the caller's transaction; whoever has no card yet gets a number with their points. Returns the ids in the same order. */
export async function addLots(context: Pick<Context, 'db' | 'now' | 'session'>, lots: readonly NewLot[]) {
  if (lots.length === 0) return []
  const { db, session } = context
  const stamp = await stampOf(context)
  const rows = lots.map(({ terms, documentId = null, why = [], note = '', ...lot }) => ({
    ...{ ...lot, ...stamp, documentId, note, left: lot.points, user: session.user },
    ...{ why: JSON.stringify(why), lapsesOn: lapsesOn(terms, stamp.day) },
  }))
  const written = await queries.insertLots(db, rows).execute()
  await makeCards(
    context,
    lots.map(({ contactId }) => contactId),
  )
  return written.map(({ id }) => id)
}

/** When something is booked: the instant, and the day on the shop's wall. */
export const stampOf = async ({ db, now }: Pick<Context, 'db' | 'now'>) => ({ at: now().toISOString(), day: await todayOf(db, now()) })
