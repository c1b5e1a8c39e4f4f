import { AppError } from '../errors.ts'
import { proportion } from '../money.ts'

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

/** `kept`: what of it is paid for with money that would have gone back. */
export type Reversal = Movement & Readonly<{ nominal: number; kept: number }>
/** `paid`: how many of those that were spent have been paid for with money. */
export type Reversible = Lot & Readonly<{ earned: number; reversed: number; paid: number }>
type Policy = Readonly<{ mayOwe: boolean; kept?: number }>

/**
 * Takes points back with the invoice that earned them, the newest lot first. `nominal` is what of a lot counts as taken back, `points`
 * what the client loses by that: first what is left; of what was spent, what money is kept for costs no points, and of the rest as
 * much goes as they may owe. What has lapsed was of no use to them, and is not taken twice.
 */
export function reverse(lots: readonly Reversible[], points: number, { mayOwe, kept: paidFor = 0 }: Policy): Reversal[] {
  let [open, unpaid] = [points, paidFor]
  return lots.toReversed().flatMap(lot => {
    const nominal = Math.min(open, lot.earned - lot.reversed)
    if (nominal <= 0) return []
    open -= nominal
    const owed = Math.max(0, -lot.left)
    const fromLeft = Math.min(nominal, Math.max(0, lot.left))
    const gone = Math.min(nominal - fromLeft, Math.max(0, lot.spent - owed - lot.paid))
    const kept = Math.min(gone, unpaid)
    unpaid -= kept
    return [{ lotId: lot.id, points: 0 - (fromLeft + (mayOwe ? gone - kept : 0)), nominal, kept }]
  })
}

/** How many of the points that are taken back are spent already. */
export const goneOf = (lots: readonly Reversible[], points: number) =>
  reverse(lots, points, { mayOwe: false, kept: Infinity }).reduce((sum, { kept }) => sum + kept, 0)

type Worth = Readonly<{ points: number; amount: number }>
export const worthOf = (points: number, worth: Worth) => proportion(points, worth.amount, worth.points)

/** As many of these points as so much money pays for; none where they are worth nothing. */
export function payable(points: number, money: number, worth: Worth) {
  if (worthOf(points, worth) <= 0) return 0
  if (worthOf(points, worth) <= money) return points
  return Math.floor((money * worth.points) / worth.amount)
}

/** What is lost next, and when. */
export function lapsingNext(lots: readonly Pick<Lot, 'left' | 'lapsesOn'>[], today: string) {
  const lasting = lots.filter(lot => lot.left > 0 && lot.lapsesOn !== null && !isLapsed(lot, today))
  const on = lasting.map(({ lapsesOn }) => lapsesOn!).sort()[0]
  if (on === undefined) return null
  return { on, points: lasting.reduce((sum, lot) => (lot.lapsesOn === on ? sum + lot.left : sum), 0) }
}
