import { AppError } from '../errors.ts'

/**
 * Points that were earned together. `left` is what of them is neither spent, lapsed nor taken back: less than nothing where the
 * invoice was taken back after they were spent. `spent` is what rewards took, without what was given back.
 */
export type Lot = Readonly<{ id: number; day: string; lapsesOn: string | null; left: number; spent: number }>
export type Movement = Readonly<{ lotId: number; points: number }>

const isLapsed = ({ lapsesOn }: Pick<Lot, 'lapsesOn'>, today: string) => lapsesOn !== null && lapsesOn < today

/** What counts of a lot on a day: nothing that has lapsed, all that is owed. */
const counting = (lot: Pick<Lot, 'left' | 'lapsesOn'>, today: string) => (lot.left > 0 && isLapsed(lot, today) ? 0 : lot.left)

export const balanceOf = (lots: readonly Pick<Lot, 'left' | 'lapsesOn'>[], today: string) =>
  lots.reduce((sum, lot) => sum + counting(lot, today), 0)

const oldestFirst = (a: Lot, b: Lot) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1)

/** What a reward takes from which lots, the oldest first; what is owed is no one's to spend. */
export function spend(lots: readonly Lot[], points: number, today: string): Movement[] {
  const balance = balanceOf(lots, today)
  if (points > balance) throw new AppError('conflict', 'pointsTooFew', { points, balance: Math.max(0, balance) })
  let open = points
  return lots.toSorted(oldestFirst).flatMap(lot => {
    const taken = Math.min(open, Math.max(0, counting(lot, today)))
    open -= taken
    return taken > 0 ? [{ lotId: lot.id, points: -taken }] : []
  })
}

/** What a reward took goes back to where it came from, all of it or a part; the newest lots first, since they last longest. */
export function giveBack(taken: readonly Movement[], points: number): Movement[] {
  let open = points
  return taken.toReversed().flatMap(({ lotId, points: spent }) => {
    const back = Math.min(open, -spent)
    open -= back
    return back > 0 ? [{ lotId, points: back }] : []
  })
}

export type Reversal = Movement & Readonly<{ nominal: number }>
type Reversible = Lot & Readonly<{ earned: number; reversed: number }>

/**
 * Takes points back with the invoice that earned them, the newest lot first. `nominal` is what of a lot counts as taken back, `points`
 * what the client loses by that: first what is left; of what was spent as much as they may owe. What has lapsed was of no use to
 * them, and is not taken twice.
 */
export function reverse(lots: readonly Reversible[], points: number, mayOwe: boolean): Reversal[] {
  let open = points
  return lots.toReversed().flatMap(lot => {
    const nominal = Math.min(open, lot.earned - lot.reversed)
    if (nominal <= 0) return []
    open -= nominal
    const owed = Math.max(0, -lot.left)
    const fromLeft = Math.min(nominal, Math.max(0, lot.left))
    const fromSpent = mayOwe ? Math.min(nominal - fromLeft, Math.max(0, lot.spent - owed)) : 0
    return [{ lotId: lot.id, points: 0 - (fromLeft + fromSpent), nominal }]
  })
}

/** What is lost next, and when. */
export function lapsingNext(lots: readonly Pick<Lot, 'left' | 'lapsesOn'>[], today: string) {
  const lasting = lots.filter(lot => lot.left > 0 && lot.lapsesOn !== null && !isLapsed(lot, today))
  const on = lasting.map(({ lapsesOn }) => lapsesOn!).sort()[0]
  if (on === undefined) return null
  return { on, points: lasting.reduce((sum, lot) => (lot.lapsesOn === on ? sum + lot.left : sum), 0) }
}
