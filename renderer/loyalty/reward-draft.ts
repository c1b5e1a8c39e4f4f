import type { Input } from '../../shared/contract.ts'
import type { Reward, RewardEffect } from '../../shared/loyalty/model.ts'
import { scopeOf, scopeParts, type ScopeDraft } from '../prices/draft.ts'

/** A reward in its form: what belongs to another kind waits for whoever changes their mind. */
export type RewardDraft = ScopeDraft & {
  name: string
  points: number | null
  kind: RewardEffect['kind']
  amount: number | null
  basisPoints: number | null
  minimum: number | null
  /** Empty: without an end. */
  validFrom: string
  validTo: string
  stock: number | null
  perClient: number | null
  note: string
}

export const newReward = (): RewardDraft => ({
  ...{ name: '', points: null, kind: 'amount', amount: null, basisPoints: null, minimum: null, note: '' },
  ...{ validFrom: '', validTo: '', stock: null, perClient: null, ...scopeParts({ kind: 'all' }) },
})

export const rewardDraft = ({ name, points, effect, minimum, validFrom, validTo, stock, perClient, note }: Reward): RewardDraft => ({
  ...{ ...newReward(), name, points, minimum: minimum || null, stock, perClient, note, kind: effect.kind },
  ...{ validFrom: validFrom ?? '', validTo: validTo ?? '' },
  amount: effect.kind === 'amount' ? effect.amount : null,
  basisPoints: effect.kind === 'percent' ? effect.basisPoints : null,
  ...scopeParts('scope' in effect ? effect.scope : { kind: 'all' }),
})

/** As it is sent: what is missing is asked for by the model. */
export const rewardOf = (draft: RewardDraft): Omit<Input<'loyalty.createReward'>, 'programmeId'> => ({
  ...{ name: draft.name, points: draft.points ?? 0, effect: effectOf(draft), minimum: draft.minimum ?? 0 },
  ...{ validFrom: draft.validFrom || null, validTo: draft.validTo || null },
  ...{ stock: draft.stock, perClient: draft.perClient, note: draft.note },
})

function effectOf(draft: RewardDraft): RewardEffect {
  const { kind, amount, basisPoints } = draft
  if (kind === 'amount') return { kind, amount: amount ?? 0 }
  if (kind === 'percent') return { kind, basisPoints: basisPoints ?? 0, scope: scopeOf(draft) }
  return kind === 'free' ? { kind, scope: scopeOf(draft) } : { kind }
}
