import { AppError } from '../../shared/errors.ts'
import { balanceOf, type Lot } from '../../shared/loyalty/ledger.ts'
import type { OfferedReward, Reward } from '../../shared/loyalty/model.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** `day`: when they get it. */
type Client = Readonly<{ contactId: number; today: string; day: string; lots: readonly Pick<Lot, 'left' | 'lapsesOn'>[] }>

/** What keeps a client from one of these rewards, if anything. How often they had them is asked at once. */
export async function obstaclesFor(db: Db, rewards: readonly Reward[], client: Client) {
  const limited = rewards.filter(({ perClient }) => perClient !== null).map(({ id }) => id)
  const had = new Map<number, number>()
  if (limited.length > 0)
    for (const { rewardId, times } of await queries.hadBy(db, client.contactId, limited).execute()) had.set(rewardId!, times)
  const obstacles = new Map<number, OfferedReward['obstacle']>()
  for (const reward of rewards) obstacles.set(reward.id, await obstacleFor(db, reward, { ...client, had: had.get(reward.id) ?? 0 }))
  return (reward: Reward) => obstacles.get(reward.id) ?? null
}

async function obstacleFor(
  db: Db,
  reward: Reward,
  { today, day, lots, had }: Client & { had: number },
): Promise<OfferedReward['obstacle']> {
  const { id, validFrom, validTo, stock, perClient, points } = reward
  if ((validFrom !== null && day < validFrom) || (validTo !== null && day > validTo)) return 'rewardNotToday'
  // No more are counted than matter.
  if (stock !== null && (await queries.givenOf(db, id, stock).execute()).length >= stock) return 'rewardSoldOut'
  if (perClient !== null && had >= perClient) return 'rewardHadAlready'
  return points > balanceOf(lots, today) ? 'pointsTooFew' : null
}

/** null where nothing keeps them from it. */
export async function refusalOf(db: Db, reward: Reward, client: Client) {
  if (reward.archivedAt !== null) return new AppError('conflict', 'rewardArchived', { name: reward.name })
  const obstacle = (await obstaclesFor(db, [reward], client))(reward)
  const balance = Math.max(0, balanceOf(client.lots, client.today))
  return obstacle && new AppError('conflict', obstacle, { name: reward.name, points: reward.points, balance })
}

export async function refuseUnavailable(db: Db, reward: Reward, client: Client) {
  const refusal = await refusalOf(db, reward, client)
  if (refusal) throw refusal
}
