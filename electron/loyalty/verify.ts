import type { Db } from '../db/schema.ts'
import * as queries from './verify-queries.ts'

/** Whether every point comes from a lot and went where the ledger says; what is not named by a lot is 0. */
export async function verify(_input: object, { db }: { db: Db }) {
  const lots = await queries.brokenLots(db).execute()
  const redemptions = await queries.brokenRedemptions(db).execute()
  const reservations = await queries.brokenReservations(db).execute()
  const members = await queries.brokenMembers(db).execute()
  const flows = await queries.brokenFlows(db).execute()
  const broken = [
    ...lots,
    ...redemptions.map(({ lotId }) => ({ lotId, fault: 'redemption' as const })),
    ...reservations.map(({ lotId }) => ({ lotId, fault: 'reservation' as const })),
    ...members.map(({ lotId }) => ({ lotId, fault: 'member' as const })),
    ...flows.map(() => ({ lotId: 0, fault: 'flow' as const })),
  ]
  return { ...(await queries.counts(db).executeTakeFirstOrThrow()), broken }
}
