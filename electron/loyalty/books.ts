import type { z } from 'zod'
import { groupedBy } from '../../shared/group.ts'
import { proportion, wholeInBasisPoints } from '../../shared/money.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { balanceOf, lapsingNext, worthOf } from '../../shared/loyalty/ledger.ts'
import type { LedgerLine, OfferedReward } from '../../shared/loyalty/model.ts'
import type { Clock } from '../../shared/zone.ts'
import { clockOf } from '../appointments/shop.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { Context } from '../handlers.ts'
import { obstaclesFor } from './availability.ts'
import { programmeOf, programmesOf, rewardsOf } from './find.ts'
import * as queries from './queries.ts'
import { standingOf } from './tiers.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>

export async function balances({ contactId, day }: Input<'loyalty.balance'>, { db, now }: Context) {
  const { id } = await find(db, contactId)
  const [today, rewards] = [await todayOf(db, now()), await rewardsOf(db)]
  return Promise.all(
    (await programmesOf(db)).map(async programme => {
      const { id: programmeId, name, unit } = programme
      const lots = await queries.lotsOf(db, id, programmeId).execute()
      const points = balanceOf(lots, today)
      const own = rewards.filter(reward => reward.programmeId === programmeId && reward.archivedAt === null)
      const obstacleOf = await obstaclesFor(db, own, { contactId: id, today, day: day ?? today, lots })
      const offered = own.map((reward): OfferedReward => {
        const obstacle = obstacleOf(reward)
        return { ...reward, obstacle, isAffordable: obstacle === null }
      })
      return {
        programmeId,
        name,
        unit,
        points,
        lapsing: lapsingNext(lots, today),
        standing: await standingOf(db, programme, id, today),
        rewards: offered,
      }
    }),
  )
}

export async function ledger({ contactId, programmeId, ...page }: Input<'loyalty.ledger'>, { db }: Context) {
  const { id } = await find(db, contactId)
  const rows = await queries.ledger(db, id, programmeId, page).execute()
  const clock = await clockOf(db)
  return rows.map(row => ledgerLine(row, clock))
}

type LedgerRow = Awaited<ReturnType<ReturnType<typeof queries.ledger>['execute']>>[number]

export const ledgerLine = ({ id, place, why, visitAt, ...line }: LedgerRow, clock: Clock): LedgerLine => ({
  ...line,
  visitOn: visitAt && clock.dayOf(Date.parse(visitAt)),
  key: `${place}-${id}`,
  // Checked when it was written.
  why: JSON.parse(why) as LedgerLine['why'],
})

export async function liability({ programmeId, day }: Input<'loyalty.liability'>, { db, now }: Context) {
  const { terms } = await programmeOf(db, programmeId)
  const on = day ?? (await todayOf(db, now()))
  const worth = (points: number) => worthOf(points, terms.worth)
  const groups = await queries.liability(db, programmeId, on).execute()
  const gone = new Map((await queries.lapsedBy(db, programmeId, on).execute()).map(({ month, points }) => [month, points]))
  const months = [...groupedBy(groups, ({ month }) => month)]
    .map(([month, parts]) => ({ month, points: sumOf(parts, 'points') - (gone.get(month) ?? 0) }))
    .filter(({ points }) => points !== 0)
    .map(one => ({ ...one, amount: worth(one.points) }))
  const points = sumOf(months, 'points')
  const breakage = breakageOf(groups.filter(({ lapsesOn }) => lapsesOn !== '' && lapsesOn < on))
  const { members } = await queries.members(db, programmeId, on).executeTakeFirstOrThrow()
  const expected = worth(points) - proportion(worth(points), breakage, wholeInBasisPoints)
  return { points, amount: worth(points), breakage, expected, members, months }
}

const sumOf = <Key extends string>(rows: readonly Record<Key, number>[], key: Key) => rows.reduce((sum, row) => sum + row[key], 0)

/** How much of what could lapse did: so much of what is left is not likely to be claimed. */
function breakageOf(over: readonly { earned: number; lapsed: number }[]) {
  const [earned, lapsed] = [sumOf(over, 'earned'), sumOf(over, 'lapsed')]
  return earned <= 0 ? 0 : Math.min(wholeInBasisPoints, Math.max(0, proportion(wholeInBasisPoints, lapsed, earned)))
}
