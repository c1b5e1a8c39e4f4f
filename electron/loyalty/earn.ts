import { earned, inProportion, total } from '../../shared/loyalty/earning.ts'
import type { Programme } from '../../shared/loyalty/model.ts'
import type { CommandContext } from '../handlers.ts'
import { programmesOf, termsAt } from './find.ts'
import { addLots } from './lots.ts'
import * as queries from './queries.ts'
import { referFor, unreferFor } from './referral.ts'
import { returnFor } from './return.ts'
import { saleOf, type SoldTo } from './sale.ts'
import { keepNothing, takeBack, type KeepBack } from './take-back.ts'
import { standingAt } from './tier-queries.ts'
import { refreshTier } from './tiers.ts'

/**
 * Brings the points of invoices to what they come to now, after a payment, a credit note or the issue, in the caller's transaction:
 * first what rewards took, which pays for what is owed, then what was earned.
 * What an invoice should have earned is counted anew each time, and only the difference is written: however often it is asked
 * for, nothing is earned twice. `keepBack` where money would go back.
 */
export async function earnFor(context: CommandContext, documentIds: readonly number[], keepBack = keepNothing) {
  const programmes = await programmesOf(context.db)
  if (programmes.length === 0) return
  for (const documentId of new Set(documentIds)) {
    await returnFor(context, documentId)
    const sale = await saleOf(context.db, documentId)
    if (!sale) continue
    for (const programme of programmes) if (counts(programme, sale)) await bringUpToDate(context, programme, { documentId, sale, keepBack })
  }
}

export const counts = ({ startsOn, endedAt }: Programme, { day, issuedAt }: Pick<SoldTo, 'day' | 'issuedAt'>) =>
  day >= startsOn && (endedAt === null || issuedAt < endedAt)

type Earning = Readonly<{ documentId: number; sale: SoldTo; keepBack: KeepBack }>

async function bringUpToDate(context: CommandContext, programme: Programme, { documentId, sale, keepBack }: Earning) {
  const { db } = context
  const { id: programmeId } = programme
  const { contactId } = sale
  const terms = await termsAt(db, programmeId, sale.issuedAt)
  const tier = (await standingAt(db, documentId, programmeId).executeTakeFirst()) ?? null
  const why = earned(terms, { ...sale, tier })
  const target = terms.earnedWhen === 'issued' ? total(why) : inProportion(total(why), sale.paid, sale.due)
  const lots = await queries.lotsOfDocument(db, documentId, programmeId).execute()
  const points = target - lots.reduce((sum, lot) => sum + lot.earned - lot.reversed, 0)
  if (points > 0) await addLots(context, [{ programmeId, terms, contactId, reason: 'invoice', points, documentId, why }])
  if (points < 0) await takeBack(context, { programme, terms, documentId, lots, points: -points }, keepBack)
  await referFor(context, { programmeId, documentId, terms, sale })
  await unreferFor(context, { programme, documentId, terms, sale })
  await refreshTier(context, programme, contactId)
}
