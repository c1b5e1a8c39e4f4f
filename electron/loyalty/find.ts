import { AppError } from '../../shared/errors.ts'
import { Terms, type Programme, type Reward } from '../../shared/loyalty/model.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** As it stands now. */
export async function programmesOf(db: Db): Promise<Programme[]> {
  const rows = await queries.programmes(db).execute()
  return Promise.all(
    rows.map(async ({ id, name, unit, startsOn, endedAt }) => ({
      ...{ id, name, unit, startsOn, endedAt },
      terms: await termsAt(db, id, '9999'),
    })),
  )
}

export async function termsAt(db: Db, programmeId: number, at: string): Promise<Terms> {
  const { terms } = await queries.termsAt(db, programmeId, at).executeTakeFirstOrThrow()
  return readTerms(terms)
}

/** Every sale asks for them, and they hardly ever change. */
const known = new Map<string, Terms>()
const knownAtMost = 100

function readTerms(text: string) {
  const terms = known.get(text) ?? Terms.parse(JSON.parse(text))
  if (known.size > knownAtMost) known.clear()
  known.set(text, terms)
  return terms
}

export const programmeOf = async (db: Db, id: number) => found((await programmesOf(db)).find(programme => programme.id === id))

export async function rewardsOf(db: Db): Promise<Reward[]> {
  const rows = await queries.rewards(db).execute()
  // Checked when it was written.
  return rows.map(({ createdAt: _createdAt, effect, ...reward }) => ({ ...reward, effect: JSON.parse(effect) as Reward['effect'] }))
}

export async function rewardOf(db: Db, id: number) {
  const reward = (await rewardsOf(db)).find(reward => reward.id === id)
  if (!reward) throw new AppError('notFound', 'rewardGone')
  return reward
}

function found(programme: Programme | undefined) {
  if (!programme) throw new AppError('notFound', 'programmeGone')
  return programme
}
