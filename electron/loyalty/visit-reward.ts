import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { ReservedReward } from '../../shared/loyalty/model.ts'
import { takesReward } from '../../shared/loyalty/reservation.ts'
import { nameOf, standingRow } from '../appointments/read.ts'
import { refuseInvoiced } from '../checkout/billed.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { todayOf } from '../settings/today.ts'
import { refuseUnavailable } from './availability.ts'
import { programmeOf, rewardOf } from './find.ts'
import { lotsOf, takenBy } from './queries.ts'
import * as queries from './visit-reward-queries.ts'
import { dayOf, type Held } from './held-points.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

/** The points follow from that: the choice can be taken back, and so they are no part of it. */
export async function reserve({ appointmentId, rewardId }: Input<'loyalty.reserve'>, context: CommandContext) {
  const { db, now, describe } = context
  const visit = await standingRow(db, appointmentId)
  if (rewardId === null) {
    const { reward } = (await reserved({ appointmentId }, context)) ?? {}
    await queries.leaveOff(db, appointmentId).execute()
    describe('rewardLeftOff', { name: await nameOf(db, visit), reward: reward?.name ?? '' }, visit.contactId ?? undefined)
    return null
  }
  const held = await queries.heldWith(db, appointmentId).executeTakeFirst()
  if (held?.rewardId === rewardId) return null
  if (!takesReward(visit.status)) throw new AppError('conflict', visit.status === 'done' ? 'rewardOfDone' : 'rewardOfMissed')
  await refuseInvoiced(db, appointmentId)
  const { name } = await refuseUnreservable(context, visit, { rewardId, held })
  await queries.choose(db, appointmentId, rewardId, now().toISOString()).execute()
  describe('rewardChosen', { name: await nameOf(db, visit), reward: name }, visit.contactId ?? undefined)
  return null
}

type Visit = Readonly<{ contactId: number | null; startsAt: string }>
/** What is reserved with the visit already goes back before. */
type Wanted = Readonly<{ rewardId: number; held?: Held | undefined }>

export async function refuseUnreservable({ db, now }: CommandContext, { contactId, startsAt }: Visit, { rewardId, held }: Wanted) {
  if (contactId === null) throw new AppError('invalid', 'rewardOfNobody')
  const reward = await rewardOf(db, rewardId)
  const { id } = await find(db, contactId)
  const taken = held ? await takenBy(db, held.id).execute() : []
  const backIn = new Map(taken.map(({ lotId, points }) => [lotId, -points]))
  const lots = (await lotsOf(db, id, reward.programmeId).execute()).map(lot => ({ ...lot, left: lot.left + (backIn.get(lot.id) ?? 0) }))
  await refuseUnavailable(db, reward, { contactId: id, today: await todayOf(db, now()), day: await dayOf(db, startsAt), lots })
  return reward
}

export async function reserved({ appointmentId }: Input<'loyalty.reserved'>, { db }: Pick<Context, 'db'>): Promise<ReservedReward | null> {
  const visit = await queries.visit(db, appointmentId).executeTakeFirst()
  if (!visit || visit.rewardId === null || visit.contactId === null) return null
  const reward = await rewardOf(db, visit.rewardId)
  const held = await queries.heldWith(db, appointmentId).executeTakeFirst()
  const { unit } = await programmeOf(db, reward.programmeId)
  return { reward, contactId: visit.contactId, unit, points: held?.points ?? reward.points, redemptionId: held?.id ?? null }
}
