import { AppError } from '../errors.ts'
import type { Discount, DraftLine } from '../invoices/line.ts'
import { amountOf } from '../invoices/totals.ts'
import { oneUnit, priceFor, proportion, share, wholeInBasisPoints } from '../money.ts'
import type { PriceScope } from '../prices/model.ts'
import { isAbout } from '../prices/rules.ts'
import type { Item, Reward } from './model.ts'

export type Rewarding = Pick<Reward, 'id' | 'name' | 'effect' | 'minimum'>
/** What a reward took off a line, by its place. */
export type Off = Readonly<{ place: number; amount: number; earns: boolean }>
type CategoryOf = (item: Item) => string
type Sale<L extends DraftLine> = Readonly<{ lines: readonly L[]; categoryOf: CategoryOf }>

/** Gift cards and packages are money of tomorrow, and deposits money of yesterday: nothing is off them. */
const isRewardable = (line: DraftLine) => (line.kind === 'service' || line.kind === 'product' || line.kind === 'free') && amountOf(line) > 0

/**
 * The lines of a sale with a reward taken off them. By tax law points are no money: whoever gives them takes something off the price,
 * and the tax with it. So a reward is a discount of the lines, never a payment.
 */
export function rewarded<L extends DraftLine>({ lines, categoryOf }: Sale<L>, reward: Rewarding): { lines: L[]; off: Off[] } {
  const off = offBy(lines, reward, categoryOf)
  const lessened = lines.map((line, place) => {
    const own = off.find(one => one.place === place)
    return own ? { ...line, discount: lessBy(line, own.amount, reward) } : line
  })
  return { lines: lessened, off }
}

type Obstacle = 'rewardBelowMinimum' | 'rewardFitsNothing'

/** One after the other, each of what the one before it has left; what cannot be had takes nothing off. */
export function rewardedInTurn<L extends DraftLine>({ lines, categoryOf }: Sale<L>, rewards: readonly Rewarding[]) {
  let left: readonly L[] = lines
  const taken = rewards.map((reward): Readonly<{ off: readonly Off[]; obstacle: Obstacle | null }> => {
    if (spentOn(lines) < reward.minimum) return { off: [], obstacle: 'rewardBelowMinimum' }
    const after = rewarded({ lines: left, categoryOf }, reward)
    left = after.lines
    return { off: after.off, obstacle: after.off.length === 0 && reward.effect.kind !== 'gift' ? 'rewardFitsNothing' : null }
  })
  return { lines: [...left], taken }
}

/** The same, refused where one of them cannot be had. */
export function rewardedByAll<L extends DraftLine>(sale: Sale<L>, rewards: readonly Rewarding[]) {
  const { lines, taken } = rewardedInTurn(sale, rewards)
  for (const [place, { obstacle }] of taken.entries())
    if (obstacle) throw new AppError('conflict', obstacle, { name: rewards[place]!.name })
  return { lines, offs: taken.map(({ off }) => off) }
}

export const spentOn = (lines: readonly DraftLine[]) => lines.filter(isRewardable).reduce((sum, line) => sum + amountOf(line), 0)

/** Whether it can be taken off what is sold now. */
export const fits = <L extends DraftLine>(sale: Sale<L>, reward: Rewarding) =>
  spentOn(sale.lines) >= reward.minimum && (reward.effect.kind === 'gift' || rewarded(sale, reward).off.length > 0)

function offBy(lines: readonly DraftLine[], { effect }: Rewarding, categoryOf: CategoryOf): Off[] {
  const places = [...lines.keys()].filter(place => isRewardable(lines[place]!))
  if (effect.kind === 'gift') return []
  if (effect.kind === 'amount') return sharedAmong(lines, places, effect.amount)
  const own = places.filter(place => isIn(effect.scope, lines[place]!, categoryOf))
  if (effect.kind === 'percent')
    return own.map(place => partOf(lines[place]!, place, effect.basisPoints)).filter(({ amount }) => amount > 0)
  const [dearest] = own.toSorted((a, b) => unitOf(lines[b]!) - unitOf(lines[a]!) || a - b)
  return dearest === undefined ? [] : [{ place: dearest, amount: unitOf(lines[dearest]!), earns: false }]
}

function sharedAmong(lines: readonly DraftLine[], places: readonly number[], amount: number): Off[] {
  const amounts = places.map(place => amountOf(lines[place]!))
  const most = amounts.reduce((sum, one) => sum + one, 0)
  const parts = share(Math.min(amount, most), amounts)
  return places.flatMap((place, index) => (parts[index]! > 0 ? [{ place, amount: parts[index]!, earns: true }] : []))
}

const partOf = (line: DraftLine, place: number, basisPoints: number): Off => ({
  ...{ place, amount: proportion(amountOf(line), basisPoints, wholeInBasisPoints), earns: false },
})

/** What one of it comes to, or all of it where it is less than one. */
const unitOf = (line: DraftLine) =>
  line.quantity <= oneUnit ? amountOf(line) : Math.min(amountOf(line), proportion(amountOf(line), oneUnit, line.quantity))

const isIn = (scope: PriceScope, { kind, itemId }: DraftLine, categoryOf: CategoryOf) => {
  if (scope.kind === 'all') return true
  if (itemId === null || (kind !== 'service' && kind !== 'product')) return false
  return isAbout(scope, { kind, id: itemId, category: categoryOf({ kind, id: itemId }) })
}

/** Beside what is off already, with the reason of both. */
function lessBy(line: DraftLine, amount: number, { name }: Rewarding): Discount {
  const before = priceFor(line.price, line.quantity) - amountOf(line)
  const reason = [line.discount?.reason, name].filter(Boolean).join(', ').slice(0, 80)
  return { kind: 'amount', amount: before + amount, reason }
}

/** Of the lines that a reward made cheaper: how much of each there was, and how much credit notes have taken back. */
type Returned = Readonly<{ amount: number; quantity: number; credited: number }>

/** How many of a reward's points belong to what was taken back of its lines: all of them with all of these, rounded down before. */
export function pointsBack(points: number, lines: readonly Returned[]) {
  const whole = lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  if (whole === 0n) return 0
  const back = lines.reduce(
    (sum, { amount, credited, quantity }) => sum + BigInt(proportion(amount, Math.min(credited, quantity), quantity)),
    0n,
  )
  return Number((BigInt(points) * back) / whole)
}
