import type { z } from 'zod'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { lapsesOn } from '../../shared/loyalty/earning.ts'
import { balanceOf, giveBack, spend } from '../../shared/loyalty/ledger.ts'
import type { EntryKind } from '../../shared/loyalty/model.ts'
import { todayOf } from '../cashbook/today.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { programmeOf, rewardOf } from './find.ts'
import * as queries from './queries.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

export async function redeem({ contactId, rewardId, note }: Input<'loyalty.redeem'>, context: CommandContext) {
  const { db, describe } = context
  const reward = await rewardOf(db, rewardId)
  if (reward.archivedAt !== null) throw new AppError('conflict', 'rewardArchived', { name: reward.name })
  const contact = await find(db, contactId)
  const { id } = await take(context, { ...reward, contactId: contact.id, rewardId, note })
  describe('pointsRedeemed', { name: displayName(contact), reward: reward.name, count: reward.points }, contact.id)
  return { id, points: reward.points, balance: await balanceNow(context, contact.id, reward.programmeId) }
}

type Taken = { contactId: number; programmeId: number; rewardId: number | null; points: number; note: string }

/** From the oldest lots, in the caller's transaction: two tills at once cannot spend the same points. */
async function take(context: CommandContext, { contactId, programmeId, rewardId, points, note }: Taken) {
  const { db, session } = context
  const moment = await momentOf(context)
  const movements = spend(await queries.lotsOf(db, contactId, programmeId).execute(), points, moment.day)
  const { id } = await queries
    .insertRedemption(db, { programmeId, contactId, rewardId, ...moment, points, note, user: session.user })
    .executeTakeFirstOrThrow()
  await write(context, 'spent', movements, id, note)
  return { id }
}

export async function takeBack({ id, note }: Input<'loyalty.takeBack'>, context: CommandContext) {
  const { db, describe } = context
  const redemption = await queries.redemption(db, id).executeTakeFirst()
  if (!redemption) throw new AppError('notFound', 'redemptionGone')
  const movements = giveBack(await queries.takenBy(db, id).execute(), redemption.points)
  if (movements.length === 0) throw new AppError('conflict', 'pointsBackAlready')
  await write(context, 'returned', movements, id, note)
  const count = movements.reduce((sum, { points }) => sum + points, 0)
  describe('pointsGivenBack', { name: displayName(await find(db, redemption.contactId)), count }, redemption.contactId)
  return { balance: await balanceNow(context, redemption.contactId, redemption.programmeId) }
}

export async function adjust({ contactId, programmeId, points, note }: Input<'loyalty.adjust'>, context: CommandContext) {
  const { db, describe, session } = context
  const contact = await find(db, contactId)
  const { terms } = await programmeOf(db, programmeId)
  if (points < 0) await take(context, { contactId: contact.id, programmeId, rewardId: null, points: -points, note })
  else {
    const moment = await momentOf(context)
    const lot = { programmeId, contactId: contact.id, ...moment, reason: 'manual' as const, points, left: points, documentId: null }
    await queries.insertLot(db, { ...lot, lapsesOn: lapsesOn(terms, moment.day), why: '[]', note, user: session.user }).execute()
  }
  describe(points > 0 ? 'pointsGiven' : 'pointsTaken', { name: displayName(contact), count: Math.abs(points) }, contact.id)
  return { balance: await balanceNow(context, contact.id, programmeId) }
}

const momentOf = async ({ db, now }: CommandContext) => ({ at: now().toISOString(), day: await todayOf(db, now()) })

async function write(
  context: CommandContext,
  kind: EntryKind,
  movements: readonly { lotId: number; points: number }[],
  redemptionId: number,
  note: string,
) {
  const moment = await momentOf(context)
  const rows = movements.map(movement => ({
    ...movement,
    ...moment,
    kind,
    redemptionId,
    documentId: null,
    note,
    user: context.session.user,
  }))
  await queries.insertEntries(context.db, rows).execute()
}

const balanceNow = async ({ db, now }: CommandContext, contactId: number, programmeId: number) =>
  balanceOf(await queries.lotsOf(db, contactId, programmeId).execute(), await todayOf(db, now()))
