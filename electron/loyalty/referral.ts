import type { Programme, Terms } from '../../shared/loyalty/model.ts'
import { namesOf } from '../contacts/names.ts'
import type { CommandContext } from '../handlers.ts'
import { addLots, stampOf } from './lots.ts'
import { lotsById } from './queries.ts'
import type { SoldTo } from './sale.ts'
import { keepNothing, takeBack } from './take-back.ts'
import * as queries from './tier-queries.ts'

type Sold = Readonly<{ documentId: number; terms: Terms; sale: SoldTo }>

/** For whoever sent a client, and for whom they sent, when the first invoice is paid: once, whatever becomes of the link between them. */
export async function referFor(context: CommandContext, { programmeId, documentId, terms, sale }: Sold & { programmeId: number }) {
  const { db } = context
  const { contactId } = sale
  if (!terms.referral || !sale.isFirst || sale.due <= 0 || sale.paid < sale.due) return
  if (await queries.referralOf(db, programmeId, contactId).executeTakeFirst()) return
  const referrer = await queries.referrerOf(db, contactId).executeTakeFirst()
  if (!referrer) return
  const names = await namesOf(db, [referrer.id, contactId])
  const give = async (to: number, points: number, other: number) => {
    if (points === 0) return null
    const lot = { programmeId, terms, contactId: to, reason: 'referral' as const, points, note: names.get(other) ?? '' }
    return (await addLots(context, [lot]))[0]!
  }
  const referrerLotId = await give(referrer.id, terms.referral.referrer, contactId)
  const referredLotId = await give(contactId, terms.referral.referred, referrer.id)
  const { at } = await stampOf(context)
  await queries
    .insertReferral(db, { programmeId, contactId, referrerId: referrer.id, documentId, at, referrerLotId, referredLotId })
    .execute()
}

/**
 * Once that invoice is taken back as a whole, nobody has come: both lose what they got for it, as with an invoice. No money is kept
 * back for it, for what was recommended was not sold.
 */
export async function unreferFor(context: CommandContext, { programme, documentId, terms, sale }: Sold & { programme: Programme }) {
  if (sale.due > 0) return
  const referral = await queries.referralBy(context.db, programme.id, documentId).executeTakeFirst()
  if (!referral) return
  const ids = [referral.referrerLotId, referral.referredLotId].filter(id => id !== null)
  const lots = await lotsById(context.db, ids).execute()
  const points = lots.reduce((sum, lot) => sum + lot.earned - lot.reversed, 0)
  if (points > 0) await takeBack(context, { programme, terms, documentId, lots, points }, keepNothing)
}
