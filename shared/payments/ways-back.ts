import type { PaymentMethod, WayBack } from './model.ts'

/** What came in for what is credited. */
type CameIn = Omit<WayBack, 'paymentId' | 'amount'> & { paymentId: number; left: number }
/** What went back for it before: of a payment, or of none in particular. */
type WentBack = Readonly<{ refundsId: number | null; method: PaymentMethod; voucherId: number | null; amount: number }>

/**
 * What is owed goes back in the ways in which it came: onto gift cards first, so that none of them becomes cash, the rest in the
 * order in which it was paid. What came in no known way is proposed in cash.
 */
export function waysBack(owed: number, came: readonly CameIn[], went: readonly WentBack[]): WayBack[] {
  const rests = restsOf(came, went)
  let open = owed
  const ways = [...came.keys()].sort(cardsFirst(came)).flatMap(place => {
    const amount = Math.min(open, rests[place]!)
    open -= amount
    return amount > 0 ? [{ ...came[place]!, amount }] : []
  })
  return open > 0 ? [...ways, { ...unknown, amount: open }] : ways
}

const unknown = {
  ...{ paymentId: null, method: 'cash' as const, paid: 0, day: null, left: null },
  ...{ voucherId: null, voucherCode: null, expiredOn: null, isBlocked: false },
}

const cardsFirst = (came: readonly CameIn[]) => (a: number, b: number) =>
  Number(came[b]!.method === 'voucher') - Number(came[a]!.method === 'voucher') || a - b

/** What went back without a word of which payment it was is taken off what came in the same way, then off whatever is there. */
function restsOf(came: readonly CameIn[], went: readonly WentBack[]) {
  let ways: Rest[] = came.map(one => ({ ...one, rest: one.paid }))
  let backs = went
  const take = (fits: Fits) => ({ ways, backs } = takenOff(ways, backs, fits))
  take(({ paymentId }, { refundsId }) => paymentId === refundsId)
  // Of a payment for several documents, something may have gone back for another of them.
  ways = ways.map(way => ({ ...way, rest: Math.max(0, Math.min(way.rest, way.left)) }))
  take((way, { method, voucherId }) => way.method === method && way.voucherId === voucherId)
  take(() => true)
  return ways.map(({ rest }) => rest)
}

type Rest = CameIn & { rest: number }
type Fits = (way: CameIn, back: WentBack) => boolean

function takenOff(ways: readonly Rest[], backs: readonly WentBack[], fits: Fits) {
  const rests = ways.map(way => ({ ...way }))
  const left = backs.map(back => {
    let { amount } = back
    for (const way of rests.filter(way => fits(way, back))) {
      const off = Math.min(amount, way.rest)
      way.rest -= off
      amount -= off
    }
    return { ...back, amount }
  })
  return { ways: rests, backs: left }
}
