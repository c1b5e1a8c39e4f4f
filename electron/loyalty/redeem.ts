import type { z } from 'zod'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { balanceOf, giveBack, spend, type Movement } from '../../shared/loyalty/ledger.ts'
import type { EntryKind, Reward } from '../../shared/loyalty/model.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { refuseUnavailable } from './availability.ts'
import { programmeOf, rewardOf } from './find.ts'
import { addLots, stampOf } from './lots.ts'
import * as queries from './queries.ts'
import { leaveOff } from './visit-reward-queries.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

export async function redeem({ contactId, rewardId, note }: Input<'loyalty.redeem'>, context: CommandContext) {
  const { db, describe } = context
  const reward = await rewardOf(db, rewardId)
  const contact = await find(db, contactId)
  const { id } = await spendOn(context, reward, { contactId: contact.id, documentId: null, appointmentId: null, note })
  describe('pointsRedeemed', { name: displayName(contact), reward: reward.name, count: reward.points }, contact.id)
  return { id, points: reward.points, balance: await balanceNow(context, contact.id, reward.programmeId) }
}

type For = Readonly<{ contactId: number; documentId: number | null; appointmentId: number | null; note: string }>

/** A reward for whoever can have it, in the caller's transaction: two tills at once cannot spend the same points. */
async function spendOn(context: CommandContext, reward: Reward, whom: For) {
  const id = await noteReward(context, reward, whom)
  await payNoted(context, reward, { ...whom, id })
  return { id }
}

/** Notes that somebody gets a reward, before its points are spent. */
export const noteReward = (context: CommandContext, { programmeId, points, id: rewardId }: Reward, whom: For) =>
  note(context, { ...whom, programmeId, points, rewardId })

export async function payNoted(context: CommandContext, reward: Reward, { contactId, ...redemption }: For & { id: number }) {
  const { db, now } = context
  const lots = await queries.lotsOf(db, contactId, reward.programmeId).execute()
  const today = await todayOf(db, now())
  await refuseUnavailable(db, reward, { contactId, today, day: today, lots })
  await pay(context, spend(lots, reward.points, today), redemption)
}

type Taken = For & Readonly<{ programmeId: number; rewardId: number | null; points: number }>

async function note(context: CommandContext, taken: Taken) {
  const row = { ...taken, ...(await stampOf(context)), user: context.session.user }
  return (await queries.insertRedemption(context.db, row).executeTakeFirstOrThrow()).id
}

type Noted = Readonly<{ id: number; documentId: number | null; note: string }>

const pay = (context: CommandContext, movements: readonly Movement[], { id, documentId, note }: Noted) =>
  write(context, 'spent', movements, { redemptionId: id, documentId, note })

/** From the oldest lots. */
async function take(context: CommandContext, taken: Taken) {
  const { db, now } = context
  const movements = spend(await queries.lotsOf(db, taken.contactId, taken.programmeId).execute(), taken.points, await todayOf(db, now()))
  await pay(context, movements, { ...taken, id: await note(context, taken) })
}

export async function takeBack({ id, note }: Input<'loyalty.takeBack'>, context: CommandContext) {
  const { db, describe } = context
  const redemption = await queries.redemption(db, id).executeTakeFirst()
  if (!redemption) throw new AppError('notFound', 'redemptionGone')
  if (redemption.documentId !== null) throw new AppError('conflict', 'rewardOnInvoice')
  const movements = giveBack(await queries.takenBy(db, id).execute(), redemption.points)
  if (movements.length === 0) throw new AppError('conflict', 'pointsBackAlready')
  await write(context, 'returned', movements, { redemptionId: id, documentId: null, note })
  if (redemption.appointmentId !== null) await leaveOff(db, redemption.appointmentId).execute()
  const count = movements.reduce((sum, { points }) => sum + points, 0)
  describe('pointsGivenBack', { name: displayName(await find(db, redemption.contactId)), count }, redemption.contactId)
  return { balance: await balanceNow(context, redemption.contactId, redemption.programmeId) }
}

export async function adjust(wanted: Input<'loyalty.adjust'>, context: CommandContext) {
  const contact = await give(context, wanted)
  const { points, programmeId } = wanted
  context.describe(points > 0 ? 'pointsGiven' : 'pointsTaken', { name: displayName(contact), count: Math.abs(points) }, contact.id)
  return { balance: await balanceNow(context, contact.id, programmeId) }
}

const ofNothing = { rewardId: null, documentId: null, appointmentId: null }

/** Gives points by hand, or takes them, in the caller's transaction. */
export async function give(context: CommandContext, { contactId, programmeId, points, note }: Input<'loyalty.adjust'>) {
  const { db } = context
  const contact = await find(db, contactId)
  const { terms } = await programmeOf(db, programmeId)
  if (points < 0) await take(context, { contactId: contact.id, programmeId, points: -points, note, ...ofNothing })
  else {
    const { day } = await stampOf(context)
    await refuseOverLimit(context, { contactId: contact.id, programmeId, points, limit: terms.byHandADay, day })
    await addLots(context, [{ programmeId, terms, contactId: contact.id, reason: 'manual', points, note }])
  }
  return contact
}

type Given = Readonly<{ contactId: number; programmeId: number; points: number; limit: number | null; day: string }>

/** A slip of the hand, or a hand that is too open. */
async function refuseOverLimit({ db }: CommandContext, { limit, points, ...given }: Given) {
  if (limit === null) return
  const before = await queries.givenByHand(db, given).executeTakeFirstOrThrow()
  if (before.points + points > limit) throw new AppError('conflict', 'pointsLimitADay', { limit, left: Math.max(0, limit - before.points) })
}

type Cause = Readonly<{ redemptionId: number; documentId: number | null; note: string }>

export async function write(context: CommandContext, kind: EntryKind, movements: readonly Movement[], cause: Cause) {
  const facts = { ...(await stampOf(context)), ...cause, kind, user: context.session.user }
  const rows = movements.map(movement => ({ ...movement, ...facts }))
  await queries.insertEntries(context.db, rows).execute()
}

const balanceNow = async ({ db, now }: CommandContext, contactId: number, programmeId: number) =>
  balanceOf(await queries.lotsOf(db, contactId, programmeId).execute(), await todayOf(db, now()))
