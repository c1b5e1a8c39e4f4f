import { at, type Field } from './fields.ts'
import type { Model } from './scoring.ts'

const leastShare = 1e-9
/** As common as a value is ever taken for where names agree (see scoring.ts). */
const mostShare = 0.5

/** How much the levels of a field speak for one person against strangers. */
export function gainsOf({ samePerson, strangers }: Model, field: Field) {
  const chances = samePerson[at[field]]!
  const gains = chances.map((chance, level) => {
    const stranger = strangers[at[field]]![level]!
    return Math.log(chance / (level < chances.length - 1 ? Math.min(mostShare, stranger) : stranger))
  })
  return {
    at: gains,
    /** The most of some levels. */
    most: (...levels: readonly number[]) => Math.max(...levels.map(level => gains[level]!)),
    count: gains.length,
    /** Where so large a part of the base has the value. */
    shared: (level: number, share: number) => Math.log(chances[level]! / Math.min(mostShare, Math.max(share, leastShare))),
  }
}
export type Gains = ReturnType<typeof gainsOf>

export const levelsFrom = ({ count }: Gains, first: number) => Array.from({ length: count - first }, (_, index) => first + index)
