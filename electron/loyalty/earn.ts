import { earned, inProportion, lapsesOn, total } from '../../shared/loyalty/earning.ts'
import { reverse } from '../../shared/loyalty/ledger.ts'
import type { Programme, Terms } from '../../shared/loyalty/model.ts'
import { todayOf } from '../settings/today.ts'
import type { CommandContext } from '../handlers.ts'
import { programmesOf, termsAt } from './find.ts'
import * as queries from './queries.ts'
import { referFor } from './referral.ts'
import { returnFor } from './return.ts'
import { saleOf, type SoldTo } from './sale.ts'
import { standingAt } from './tier-queries.ts'
import { refreshTier } from './tiers.ts'

/**
 * Brings the points of invoices to what they come to now, after a payment, a credit note or the issue, in the caller's transaction:
 * first what rewards took, which pays for what is owed, then what was earned.
 * What an invoice should have earned is counted anew each time, and only the difference is written: however often it is asked
 * for, nothing is earned twice.
 */
export async function earnFor(context: CommandContext, documentIds: readonly number[]) {
  const programmes = await programmesOf(context.db)
  if (programmes.length === 0) return
  for (const documentId of new Set(documentIds)) {
    await returnFor(context, documentId)
    const sale = await saleOf(context.db, documentId)
    if (!sale) continue
    for (const programme of programmes) if (counts(programme, sale)) await bringUpToDate(context, programme, documentId, sale)
  }
}

const counts = ({ startsOn, endedAt }: Programme, { day, issuedAt }: SoldTo) => day >= startsOn && (endedAt === null || issuedAt < endedAt)

async function bringUpToDate(context: CommandContext, programme: Programme, documentId: number, sale: SoldTo) {
  const { db } = context
  const programmeId = programme.id
  const terms = await termsAt(db, programmeId, sale.issuedAt)
  const tier = (await standingAt(db, documentId, programmeId).executeTakeFirst()) ?? null
  const why = earned(terms, { ...sale, tier })
  const target = terms.earnedWhen === 'issued' ? total(why) : inProportion(total(why), sale.paid, sale.due)
  const lots = await queries.lotsOfDocument(db, documentId, programmeId).execute()
  const booked = lots.reduce((sum, lot) => sum + lot.earned - lot.reversed, 0)
  if (target > booked) await addLot(context, terms, { programmeId, documentId, points: target - booked, why, sale })
  if (target < booked) await takeBack(context, reverse(lots, booked - target, terms.mayOwe), documentId)
  await referFor(context, { programmeId, documentId, terms, sale })
  await refreshTier(context, programme, sale.contactId)
}

type Earned = { programmeId: number; documentId: number; points: number; why: ReturnType<typeof earned>; sale: SoldTo }

async function addLot({ db, now, session }: CommandContext, terms: Terms, { programmeId, documentId, points, why, sale }: Earned) {
  const day = await todayOf(db, now())
  const lot = { programmeId, contactId: sale.contactId, at: now().toISOString(), day, reason: 'invoice' as const, points, left: points }
  await queries
    .insertLot(db, { ...lot, lapsesOn: lapsesOn(terms, day), documentId, why: JSON.stringify(why), note: '', user: session.user })
    .execute()
}

async function takeBack({ db, now, session }: CommandContext, reversals: ReturnType<typeof reverse>, documentId: number) {
  const [at, day] = [now().toISOString(), await todayOf(db, now())]
  const rows = reversals.map(reversal => ({
    ...reversal,
    ...{ at, day, kind: 'reversed' as const, redemptionId: null, documentId, note: '', user: session.user },
  }))
  if (rows.length > 0) await queries.insertEntries(db, rows).execute()
}
