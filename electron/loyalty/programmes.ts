import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { NewProgramme, Reward } from '../../shared/loyalty/model.ts'
import type { Handlers } from '../handlers.ts'
import { refuseTaken } from '../names.ts'
import { programmeOf, programmesOf, rewardOf, rewardsOf } from './find.ts'
import * as queries from './queries.ts'

type Names =
  | 'loyalty.programmes'
  | 'loyalty.createProgramme'
  | 'loyalty.changeProgramme'
  | 'loyalty.endProgramme'
  | 'loyalty.rewards'
  | 'loyalty.createReward'
  | 'loyalty.changeReward'
  | 'loyalty.archiveReward'

const named = (all: readonly { id: number; name: string }[]) => all.map(one => ({ ...one, archivedAt: null }))
const termsText = (terms: NewProgramme['terms']) => JSON.stringify(terms)

export const programmeHandlers: Handlers<Pick<typeof loyaltyContract, Names>> = {
  'loyalty.programmes': (_input, { db }) => programmesOf(db),

  'loyalty.createProgramme': async ({ terms, ...programme }, { db, now, describe }) => {
    refuseTaken(named(await programmesOf(db)), programme.name, null, 'programmeTaken')
    const at = now().toISOString()
    const { id } = await queries.insertProgramme(db, { ...programme, endedAt: null, createdAt: at }).executeTakeFirstOrThrow()
    await queries.insertTerms(db, id, at, termsText(terms)).execute()
    describe('programmeCreated', { name: programme.name })
    return programmeOf(db, id)
  },

  /** New terms hold from now on; what was sold before keeps its own. */
  'loyalty.changeProgramme': async ({ id, terms, ...changes }, { db, now, describe }) => {
    const before = await programmeOf(db, id)
    refuseTaken(named(await programmesOf(db)), changes.name ?? before.name, id, 'programmeTaken')
    if (Object.keys(changes).length > 0) await queries.updateProgramme(db, id, changes).execute()
    if (terms && termsText(terms) !== termsText(before.terms)) {
      await queries.insertTerms(db, id, now().toISOString(), termsText(terms)).execute()
    }
    describe('programmeChanged', { name: changes.name ?? before.name })
    return programmeOf(db, id)
  },

  'loyalty.endProgramme': async ({ id, ended }, { db, now, describe }) => {
    const { name, endedAt } = await programmeOf(db, id)
    const isChanged = (endedAt !== null) !== ended
    if (isChanged) await queries.updateProgramme(db, id, { endedAt: ended ? now().toISOString() : null }).execute()
    describe(ended ? 'programmeEnded' : 'programmeBack', { name })
    return programmeOf(db, id)
  },

  'loyalty.rewards': (_input, { db }) => rewardsOf(db),

  'loyalty.createReward': async (reward, { db, now, describe }) => {
    await programmeOf(db, reward.programmeId)
    refuseTaken(othersOf(await rewardsOf(db), reward.programmeId), reward.name, null, 'rewardTaken')
    const row = { ...reward, effect: JSON.stringify(reward.effect), archivedAt: null, createdAt: now().toISOString() }
    const { id } = await queries.insertReward(db, row).executeTakeFirstOrThrow()
    describe('rewardCreated', { name: reward.name })
    return rewardOf(db, id)
  },

  'loyalty.changeReward': async ({ id, effect, ...rest }, { db, describe }) => {
    const before = await rewardOf(db, id)
    const changes = { ...rest, ...(effect && { effect: JSON.stringify(effect) }) }
    refuseDisorder({ ...before, ...rest })
    refuseTaken(othersOf(await rewardsOf(db), before.programmeId), changes.name ?? before.name, id, 'rewardTaken')
    if (Object.keys(changes).length > 0) await queries.updateReward(db, id, changes).execute()
    describe('rewardChanged', { name: changes.name ?? before.name })
    return rewardOf(db, id)
  },

  'loyalty.archiveReward': async ({ id, archived }, { db, now, describe }) => {
    const { name, archivedAt } = await rewardOf(db, id)
    const isChanged = (archivedAt !== null) !== archived
    if (isChanged) await queries.updateReward(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'rewardArchived' : 'rewardBack', { name })
    return rewardOf(db, id)
  },
}

function refuseDisorder({ validFrom, validTo }: Pick<Reward, 'validFrom' | 'validTo'>) {
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw AppError.from({ code: 'invalid', reason: 'endBeforeStart', problems: [{ path: ['validTo'], reason: 'endBeforeStart' }] })
}

type RewardLike = z.output<(typeof loyaltyContract)['loyalty.rewards']['output']>[number]
const othersOf = (rewards: readonly RewardLike[], programmeId: number) => rewards.filter(reward => reward.programmeId === programmeId)
