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
 * somebody stands among all clients who have come: 5 is the best fifth, and what is the same stands in the same one.
 */
export const tiers = ['best', 'loyal', 'promising', 'fresh', 'fading', 'atRisk', 'asleep'] as const
export type Tier = (typeof tiers)[number]

/** What the list of contacts can be narrowed to: those, whoever is late by their own rhythm, and who is lost. */
export const clientGroups = [...tiers, 'late', 'lost'] as const
export type ClientGroup = (typeof clientGroups)[number]

/** Where each of these stands among all of them: so many fifths have less. */
export function scoresOf(values: Float64Array): Uint8Array {
  const sorted = values.toSorted()
  const ends = [1, 2, 3, 4].map(fifth => sorted[Math.ceil((sorted.length * fifth) / 5) - 1]!)
  return Uint8Array.from(values, value => 1 + ends.filter(end => value > end).length)
}

export function tierOf({ recency, frequency, money }: Readonly<Record<'recency' | 'frequency' | 'money', number>>): Tier {
  if (recency >= 4 && frequency >= 4 && money >= 4) return 'best'
  if (recency >= 3 && frequency >= 4) return 'loyal'
  if (recency >= 4) return frequency >= 2 ? 'promising' : 'fresh'
  if (recency === 3) return 'fading'
  return frequency >= 4 || money >= 4 ? 'atRisk' : 'asleep'
}
