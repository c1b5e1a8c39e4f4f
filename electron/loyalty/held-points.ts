import { giveBack, spend } from '../../shared/loyalty/ledger.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import { releaseOf, takesReward, type Release } from '../../shared/loyalty/reservation.ts'
import { clockOf } from '../appointments/shop.ts'
import { invoiceOf } from '../checkout/billed.ts'
import { find } from '../contacts/find.ts'
import { namesOf } from '../contacts/names.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { todayOf } from '../settings/today.ts'
import { textIn } from '../texts.ts'
import { refusalOf } from './availability.ts'
import { rewardOf } from './find.ts'
import { lotsOf, takenBy } from './queries.ts'
import { noteReward, write } from './redeem.ts'
import * as queries from './visit-reward-queries.ts'

export type Held = Awaited<ReturnType<ReturnType<typeof queries.heldWith>['execute']>>[number]
/** What became of a client's points: less than nothing where they came back. */
type Moved = Readonly<{ contactId: number; reward: string; points: number }>

/**
 * Brings what is reserved with visits to what has become of these, in the caller's transaction: however often it is asked for,
 * nothing is reserved or given back twice. What cannot be reserved again stays wanted, and the visit says so.
 */
export async function keepReservations(context: CommandContext, appointmentIds: readonly number[]) {
  const moved: Moved[] = []
  for (const id of appointmentIds) moved.push(...(await keepReservation(context, id)))
  await tell(context, moved)
}

async function tell({ db, describe }: CommandContext, moved: readonly Moved[]) {
  const last = moved.at(-1)
  if (!last) return
  const { contactId, reward } = last
  const isReserved = last.points > 0
  const count = moved.reduce((sum, { points }) => (points > 0 === isReserved ? sum + Math.abs(points) : sum), 0)
  const clients = new Set(moved.map(({ contactId }) => contactId)).size
  if (clients > 1) return describe(isReserved ? 'pointsReservedForSeveral' : 'pointsGivenBackToSeveral', { clients, count })
  const name = (await namesOf(db, [contactId])).get(contactId) ?? ''
  describe(isReserved ? 'pointsReserved' : 'pointsGivenBack', { name, reward, count }, contactId)
}

async function keepReservation(context: CommandContext, appointmentId: number): Promise<Moved[]> {
  const { db } = context
  const visit = await queries.visit(db, appointmentId).executeTakeFirst()
  const moved: Moved[] = []
  let isHeld = false
  for (const held of await queries.heldWith(db, appointmentId).execute()) {
    const why = isHeld ? 'takenOff' : releaseOf(held, visit)
    if (why === null) isHeld = true
    else moved.push(await release(context, held, why))
  }
  if (isHeld || !visit || visit.contactId === null || visit.rewardId === null) return moved
  const { contactId, rewardId } = visit
  if (!takesReward(visit.status) || (await invoiceOf(db, appointmentId)) !== null) return moved
  return [...moved, ...(await hold(context, { ...visit, contactId, rewardId, appointmentId }))]
}

type Wanted = Readonly<{ appointmentId: number; contactId: number; rewardId: number; startsAt: string }>

/** Takes the points from the oldest lots, as any reward does: those would lapse first. Nothing where it cannot be had any more. */
async function hold(context: CommandContext, { appointmentId, contactId, rewardId, startsAt }: Wanted): Promise<Moved[]> {
  const { db, now } = context
  const reward = await rewardOf(db, rewardId)
  const lots = await lotsOf(db, contactId, reward.programmeId).execute()
  const today = await todayOf(db, now())
  if (await refusalOf(db, reward, { contactId, today, day: await dayOf(db, startsAt), lots })) return []
  const redemptionId = await noteReward(context, reward, { contactId, documentId: null, appointmentId, note: '' })
  await write(context, 'spent', spend(lots, reward.points, today), { redemptionId, documentId: null, note: '' })
  return [{ contactId, reward: reward.name, points: reward.points }]
}

/** On the shop's wall. */
export const dayOf = async (db: Context['db'], startsAt: string) => (await clockOf(db)).dayOf(Date.parse(startsAt))

/** To the lots that they came from. */
async function release(context: CommandContext, { id, contactId, points, rewardId }: Held, why: Release | 'notUsed'): Promise<Moved> {
  const { db } = context
  const { language } = await settingsOf(db)
  const movements = giveBack(await takenBy(db, id).execute(), points)
  const note = textIn(language, `loyalty.reservation.back.${why}`)
  await write(context, 'returned', movements, { redemptionId: id, documentId: null, note })
  return { contactId, reward: rewardId === null ? '' : (await rewardOf(db, rewardId)).name, points: -points }
}

/** What is reserved for a client, whatever becomes of the visits. */
export async function releaseAllOf(context: CommandContext, contactId: number) {
  for (const held of await queries.heldFor(context.db, contactId).execute()) {
    await release(context, held, 'gone')
    await queries.leaveOff(context.db, held.appointmentId!).execute()
  }
}

/**
 * What is reserved with the visit that a sale is of. Where the sale has it, it goes on the invoice as it is, whatever has lapsed
 * meanwhile; else its points go back before anything else is spent.
 */
export async function heldAtSale(context: CommandContext, draft: Draft, rewardIds: readonly number[]): Promise<Held | null> {
  const held = await heldFor(context, draft)
  if (!held) return null
  if (held.rewardId !== null && rewardIds.includes(held.rewardId)) return held
  await release(context, held, 'notUsed')
  return null
}

/** null where nothing is, or for somebody else than who pays. */
export async function heldFor({ db }: Pick<Context, 'db'>, { appointmentId, contactId, kind }: Draft): Promise<Held | null> {
  if (appointmentId === null || contactId === null || kind !== 'invoice') return null
  const held = await queries.heldWith(db, appointmentId).executeTakeFirst()
  return held && held.contactId === (await find(db, contactId)).id ? held : null
}
