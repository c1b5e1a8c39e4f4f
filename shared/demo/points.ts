import { lapsesOn } from '../loyalty/earning.ts'
import { balanceOf, spend, type Lot } from '../loyalty/ledger.ts'
import type { EntryKind, Terms } from '../loyalty/model.ts'
import { dayAfter } from '../zone.ts'
import type { Dice } from './dice.ts'

export type PaidSale = Readonly<{ documentId: number; contactId: number; at: string; day: string; gross: number }>
export type DemoLot = {
  id: number
  contactId: number
  documentId: number
  at: string
  day: string
  points: number
  lapsesOn: string | null
}
export type DemoRedemption = { id: number; contactId: number; rewardId: number; at: string; day: string; points: number }
export type DemoEntry = { lotId: number; at: string; day: string; kind: EntryKind; points: number; redemptionId: number | null }
type Held = { -readonly [Key in keyof Lot]: Lot[Key] }
type Reward = Readonly<{ id: number; points: number }>
/** The first ids that are free. */
type First = Readonly<{ lot: number; redemption: number }>

/** How often somebody who could have something takes it. */
const taking = 0.35

/** What became of the points of a year of sales, in their order: earned, spent now and then, lapsed the day after their last. */
export function demoPoints(
  roll: Dice,
  sales: readonly PaidSale[],
  { terms, rewards, first }: { terms: Terms; rewards: readonly Reward[]; first: First },
) {
  const [lots, redemptions, entries]: [DemoLot[], DemoRedemption[], DemoEntry[]] = [[], [], []]
  const held = new Map<number, Held[]>()

  function take(movements: readonly { lotId: number; points: number }[], own: readonly Held[], entry: Omit<DemoEntry, 'lotId' | 'points'>) {
    for (const { lotId, points } of movements) {
      own.find(({ id }) => id === lotId)!.left += points
      entries.push({ ...entry, lotId, points })
    }
  }
  function lapse(own: readonly Held[], today: string) {
    for (const { id, left, lapsesOn } of own) {
      if (left <= 0 || lapsesOn === null || lapsesOn >= today) continue
      const day = dayAfter(lapsesOn)
      take([{ lotId: id, points: -left }], own, { at: `${day}T00:00:30.000Z`, day, kind: 'lapsed', redemptionId: null })
    }
  }
  for (const { documentId, contactId, at, day, gross } of sales) {
    const own = held.get(contactId) ?? []
    held.set(contactId, own)
    lapse(own, day)
    const points = Math.floor(gross / 100)
    if (points <= 0) continue
    const lot = { id: first.lot + lots.length, day, lapsesOn: lapsesOn(terms, day) }
    lots.push({ ...lot, contactId, documentId, at, points })
    own.push({ ...lot, left: points, spent: 0 })
    const wanted = rewards.find(reward => reward.points <= balanceOf(own, day))
    if (!wanted || !roll.chance(taking)) continue
    const id = first.redemption + redemptions.length
    redemptions.push({ id, contactId, rewardId: wanted.id, at, day, points: wanted.points })
    take(spend(own, wanted.points, day), own, { at, day, kind: 'spent', redemptionId: id })
  }
  return {
    ...{ lots, redemptions },
    /** With what has lapsed by a day of those who did not come again. */
    entries(today: string) {
      for (const own of held.values()) lapse(own, today)
      return entries.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    },
  }
}
