import type { z } from 'zod'
import { proportion } from '../../shared/money.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { balanceOf, lapsed, lapsingNext } from '../../shared/loyalty/ledger.ts'
import type { LedgerLine } from '../../shared/loyalty/model.ts'
import { todayOf } from '../cashbook/today.ts'
import { find } from '../contacts/find.ts'
import type { Context, JobContext } from '../handlers.ts'
import { programmeOf, programmesOf, rewardsOf } from './find.ts'
import * as queries from './queries.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

export async function balances({ contactId }: Input<'loyalty.balance'>, { db, now }: Context) {
  const { id } = await find(db, contactId)
  const [today, rewards] = [await todayOf(db, now()), await rewardsOf(db)]
  return Promise.all(
    (await programmesOf(db)).map(async ({ id: programmeId, name, unit }) => {
      const lots = await queries.lotsOf(db, id, programmeId).execute()
      const points = balanceOf(lots, today)
      const own = rewards.filter(reward => reward.programmeId === programmeId && reward.archivedAt === null)
      const offered = own.map(reward => ({ ...reward, isAffordable: reward.points <= points }))
      return { programmeId, name, unit, points, lapsing: lapsingNext(lots, today), rewards: offered }
    }),
  )
}

export async function ledger({ contactId, programmeId, ...page }: Input<'loyalty.ledger'>, { db }: Context) {
  const { id } = await find(db, contactId)
  const rows = await queries.ledger(db, id, programmeId, page).execute()
  return rows.map(({ id, place, why, ...line }): LedgerLine => ({
    ...line,
    key: `${place}-${id}`,
    why: JSON.parse(why) as LedgerLine['why'],
  }))
}

export async function liability({ programmeId, day }: Input<'loyalty.liability'>, { db, now }: Context) {
  const { terms } = await programmeOf(db, programmeId)
  const on = day ?? (await todayOf(db, now()))
  const worth = (points: number) => proportion(points, terms.worth.amount, terms.worth.points)
  const months = (await queries.liability(db, programmeId, on).execute()).map(row => ({ ...row, amount: worth(row.points) }))
  const points = months.reduce((sum, month) => sum + month.points, 0)
  const { members } = await queries.members(db, programmeId, on).executeTakeFirstOrThrow()
  return { points, amount: worth(points), members, months }
}

const lapseAtOnce = 500

export async function lapse(_input: object, { db, now, session, transaction, checkCancelled, progress, describe }: JobContext) {
  const today = await todayOf(db, now())
  const sum = { lots: 0, points: 0 }
  for (;;) {
    checkCancelled()
    const moment = { at: now().toISOString(), day: today }
    const written = await transaction(async () => {
      const movements = lapsed(await queries.lapsing(db, today, lapseAtOnce).execute(), today)
      const facts = { ...moment, kind: 'lapsed' as const, redemptionId: null, documentId: null, note: '', user: session.user }
      if (movements.length > 0)
        await queries
          .insertEntries(
            db,
            movements.map(movement => ({ ...movement, ...facts })),
          )
          .execute()
      return movements
    })
    sum.lots += written.length
    for (const { points } of written) sum.points -= points
    progress({ done: sum.lots, total: null, perSecond: null })
    if (written.length < lapseAtOnce) break
  }
  describe('pointsLapsed', { count: sum.points })
  return sum
}

export async function verify(_input: object, { db }: Context) {
  const lots = await queries.brokenLots(db).execute()
  const redemptions = await queries.brokenRedemptions(db).execute()
  const broken = [...lots, ...redemptions.map(({ lotId }) => ({ lotId, fault: 'redemption' as const }))]
  return { ...(await queries.counts(db).executeTakeFirstOrThrow()), broken }
}
