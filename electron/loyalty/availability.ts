import { AppError } from '../../shared/errors.ts'
import { balanceOf, type Lot } from '../../shared/loyalty/ledger.ts'
import type { OfferedReward, Reward } from '../../shared/loyalty/model.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

type Client = Readonly<{ contactId: number; today: string; lots: readonly Pick<Lot, 'left' | 'lapsesOn'>[] }>

/** What keeps a client from a reward today, if anything. */
export async function obstacleFor(db: Db, reward: Reward, { contactId, today, lots }: Client): Promise<OfferedReward['obstacle']> {
  const { id, validFrom, validTo, stock, perClient, points } = reward
  if ((validFrom !== null && today < validFrom) || (validTo !== null && today > validTo)) return 'rewardNotToday'
  if (stock !== null && (await countOf(db, id, stock)) >= stock) return 'rewardSoldOut'
  if (perClient !== null && (await countOf(db, id, perClient, contactId)) >= perClient) return 'rewardHadAlready'
  return points > balanceOf(lots, today) ? 'pointsTooFew' : null
}

/** No more are counted than matter. */
const countOf = async (db: Db, rewardId: number, most: number, contactId?: number) =>
  (await queries.givenOf(db, rewardId, most, contactId).execute()).length

export async function refuseUnavailable(db: Db, reward: Reward, client: Client) {
  if (reward.archivedAt !== null) throw new AppError('conflict', 'rewardArchived', { name: reward.name })
  const obstacle = await obstacleFor(db, reward, client)
  const balance = Math.max(0, balanceOf(client.lots, client.today))
  if (obstacle) throw new AppError('conflict', obstacle, { name: reward.name, points: reward.points, balance })
}
