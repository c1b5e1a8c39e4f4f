import { giveBack } from '../../shared/loyalty/ledger.ts'
import { pointsBack } from '../../shared/loyalty/rewarding.ts'
import type { CommandContext } from '../handlers.ts'
import * as queries from './queries.ts'
import { write } from './redeem.ts'

/**
 * Gives back what rewards took at a sale, in proportion to what credit notes have taken back of their lines: counted anew each time,
 * as earning is, so that nothing is given back twice.
 */
export async function returnFor(context: CommandContext, documentId: number) {
  const { db } = context
  for (const { id, points } of await queries.redemptionsOfDocument(db, documentId).execute()) {
    const lines = await queries.rewardedLinesOf(db, id).execute()
    const target = lines.length > 0 ? pointsBack(points, lines) : await ofGift(context, documentId, points)
    const taken = await queries.takenBy(db, id).execute()
    const back = points + taken.reduce((sum, movement) => sum + movement.points, 0)
    if (target > back) await write(context, 'returned', giveBack(taken, target - back), { redemptionId: id, documentId, note: '' })
  }
}

/** What was handed over goes back with all of the invoice. */
async function ofGift({ db }: CommandContext, documentId: number, points: number) {
  const left = await queries.linesNotReturned(db, documentId).executeTakeFirstOrThrow()
  return left.lines > 0 ? 0 : points
}
