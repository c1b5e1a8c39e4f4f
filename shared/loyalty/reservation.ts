import type { Status } from '../appointments/model.ts'

/** A reward that is reserved, and whose it is. */
export type Held = Readonly<{ contactId: number; rewardId: number | null }>
type Visit = Readonly<{ contactId: number | null; rewardId: number | null; status: Status }>

/** Why points that were reserved go back. */
export type Release = 'gone' | 'cancelled' | 'noShow' | 'otherClient' | 'takenOff'

/** null as long as the visit and its client want it: the points of one that does not come about are not kept. */
export function releaseOf(held: Held, visit: Visit | undefined): Release | null {
  if (!visit) return 'gone'
  if (visit.status === 'cancelled' || visit.status === 'noShow') return visit.status
  if (visit.contactId !== held.contactId) return 'otherClient'
  return visit.rewardId === held.rewardId ? null : 'takenOff'
}

/** Whether a reward can still be reserved with a visit. */
export const takesReward = (status: Status) => status !== 'cancelled' && status !== 'noShow' && status !== 'done'

/** What rewards of a sale cost beside what is reserved for one of them; less than nothing where that one is left out, and its points come back. */
export function costOf(
  taken: readonly Readonly<{ id: number; points: number }>[],
  held: Readonly<{ rewardId: number | null; points: number }> | null,
) {
  const whole = taken.reduce((sum, { points }) => sum + points, 0)
  if (!held) return whole
  const own = taken.find(({ id }) => id === held.rewardId)
  return own ? whole - own.points : whole - held.points
}
