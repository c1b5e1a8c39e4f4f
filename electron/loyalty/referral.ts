import { lapsesOn } from '../../shared/loyalty/earning.ts'
import type { Terms } from '../../shared/loyalty/model.ts'
import { todayOf } from '../settings/today.ts'
import { namesOf } from '../contacts/names.ts'
import type { CommandContext } from '../handlers.ts'
import { insertLot } from './queries.ts'
import type { SoldTo } from './sale.ts'
import * as queries from './tier-queries.ts'

type First = Readonly<{ programmeId: number; documentId: number; terms: Terms; sale: SoldTo }>

/** For whoever sent a client, and for whom they sent, when the first invoice is paid: once, whatever becomes of the link between them. */
export async function referFor(context: CommandContext, { programmeId, documentId, terms, sale }: First) {
  const { db, now } = context
  if (!terms.referral || !sale.isFirst || sale.due <= 0 || sale.paid < sale.due) return
  if (await queries.referralOf(db, programmeId, sale.contactId).executeTakeFirst()) return
  const referrer = await queries.referrerOf(db, sale.contactId).executeTakeFirst()
  if (!referrer) return
  const at = now().toISOString()
  await queries.insertReferral(db, { programmeId, contactId: sale.contactId, referrerId: referrer.id, documentId, at }).execute()
  const names = await namesOf(db, [referrer.id, sale.contactId])
  const give = giver(context, programmeId, terms)
  await give(referrer.id, terms.referral.referrer, names.get(sale.contactId) ?? '')
  await give(sale.contactId, terms.referral.referred, names.get(referrer.id) ?? '')
}

const giver =
  ({ db, now, session }: CommandContext, programmeId: number, terms: Terms) =>
  async (contactId: number, points: number, note: string) => {
    if (points === 0) return
    const [at, day] = [now().toISOString(), await todayOf(db, now())]
    const lot = { programmeId, contactId, at, day, reason: 'referral' as const, points, left: points, documentId: null }
    await insertLot(db, { ...lot, lapsesOn: lapsesOn(terms, day), why: '[]', note, user: session.user }).execute()
  }
