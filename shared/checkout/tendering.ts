import type { PaymentMethod, Tender } from '../payments/model.ts'

/** A way to pay with what was typed beside it; nothing typed is all that is left. */
export type Way = Readonly<{ method: PaymentMethod; typed: number | null }>

/**
 * What is taken of each, one after the other: first what is due, then the tip. Too much cash is given back as change; of anything
 * else nothing is taken that is not due.
 */
export function taken(due: number, tip: number, ways: readonly Way[]) {
  let open = Math.max(0, due)
  let rest = open + tip
  let change = 0
  let tooMuch = 0
  const tenders = ways.map(({ method, typed }): Tender => {
    const given = typed ?? rest
    const kept = Math.min(given, rest)
    const amount = Math.min(kept, open)
    open -= amount
    rest -= kept
    if (method === 'cash') change += given - kept
    else tooMuch += given - kept
    return { method, amount, tip: kept - amount, tendered: method === 'cash' && typed !== null && kept > 0 ? given : null, reference: '' }
  })
  return { tenders: tenders.filter(({ amount, tip }) => amount + tip > 0), left: rest, change, tooMuch }
}
