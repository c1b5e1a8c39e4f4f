/**
 * What is told of clients, wherever it is told. Cancelled and missed visits are no visits here.
 *
 * - New in a period is whose first visit lies in it; returning is who comes in it and came before it.
 * - Lost is who has not come for three times as long as usual, 90 days at least; who came too seldom to have a usual time, for a
 *   year. They are lost on the day on which that time is over, and as long as they have no visit to come.
 * - Lifetime value is the net revenue with a client so far.
 * - At risk is who is later than their own rhythm wants, and not lost yet. What a year of them is worth is a year's usual visits
 *   times what one of them brings.
 */
export const lostAfter = { rhythms: 3, leastDays: 90, daysWithoutRhythm: 365 } as const

/** A year's worth of somebody who comes every so many days and brings so much each time. */
export const worthOfAYear = (usualDays: number, revenue: number, visits: number) =>
  visits === 0 ? 0 : Math.round((revenue / visits) * (365 / Math.max(1, usualDays)))

/**
 * Recency, frequency and money in words that an owner understands. How long ago, how often, how much are told from 1 to 5 by where
 * somebody stands among all clients: 5 is the best fifth.
 */
export const tiers = ['best', 'loyal', 'promising', 'fresh', 'fading', 'atRisk', 'asleep'] as const
export type Tier = (typeof tiers)[number]

export function tierOf({ recency, frequency, money }: Readonly<Record<'recency' | 'frequency' | 'money', number>>): Tier {
  if (recency >= 4 && frequency >= 4 && money >= 4) return 'best'
  if (recency >= 3 && frequency >= 4) return 'loyal'
  if (recency >= 4) return frequency >= 2 ? 'promising' : 'fresh'
  if (recency === 3) return 'fading'
  return frequency >= 4 || money >= 4 ? 'atRisk' : 'asleep'
}

/** Where a value stands among all in their order, from 1 to 5; what is the same stands in the same fifth. */
export function fifthsOf(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b)
  const ends = [1, 2, 3, 4].map(fifth => sorted[Math.ceil((sorted.length * fifth) / 5) - 1] ?? 0)
  return value => 1 + ends.filter(end => value > end).length
}
