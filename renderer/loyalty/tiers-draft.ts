import type { Terms } from '../../shared/loyalty/model.ts'

type Tiers = NonNullable<Terms['tiers']>
export type LevelDraft = { name: string; from: number | null; factor: number | null; priceListId: number | null; perk: string }
/** Tiers in their form. */
export type TiersDraft = Omit<Tiers, 'levels' | 'graceMonths'> & { on: boolean; graceMonths: number | null; levels: LevelDraft[] }

export const newLevel = (): LevelDraft => ({ name: '', from: null, factor: null, priceListId: null, perk: '' })
export const newTiers = (): TiersDraft => ({ on: false, by: 'turnover', window: 'rolling', graceMonths: 3, levels: [newLevel()] })

export const tiersDraft = (tiers: Terms['tiers']): TiersDraft =>
  tiers === null ? newTiers() : { ...tiers, on: true, levels: tiers.levels.map(level => ({ ...level })) }

/** Once is what everybody earns. */
const asUsual = 100

export const tiersOf = ({ on, by, window, graceMonths, levels }: TiersDraft): Terms['tiers'] =>
  on
    ? {
        ...{ by, window, graceMonths: graceMonths ?? 0 },
        levels: levels.map(level => ({ ...level, from: level.from ?? 0, factor: level.factor ?? asUsual })),
      }
    : null
