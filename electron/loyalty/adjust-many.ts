import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { CommandContext } from '../handlers.ts'
import { programmeOf } from './find.ts'
import { give } from './redeem.ts'

type Wanted = z.output<(typeof loyaltyContract)['loyalty.adjustMany']['input']>

/**
 * The same to each of several, in one step. Who has too few keeps what they have, and is named: nobody is put below nothing by hand.
 * Points are put right by the opposite, which is entered beside what was wrong.
 */
export async function adjustMany({ contactIds, ...wanted }: Wanted, context: CommandContext) {
  await programmeOf(context.db, wanted.programmeId)
  const skipped: number[] = []
  for (const contactId of new Set(contactIds)) {
    try {
      await give(context, { ...wanted, contactId })
    } catch (error) {
      if (!(error instanceof AppError) || !['pointsTooFew', 'pointsLimitADay', 'contactGone'].includes(error.failure.reason)) throw error
      skipped.push(contactId)
    }
  }
  const changed = new Set(contactIds).size - skipped.length
  context.describe(wanted.points > 0 ? 'pointsGivenToMany' : 'pointsTakenOfMany', { clients: changed, count: Math.abs(wanted.points) })
  return { changed, skipped }
}
