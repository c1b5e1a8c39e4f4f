import type { PaymentMethod, Tender } from '../payments/model.ts'

/** A way to pay with what was typed beside it; nothing typed is all that is left. Of a gift card no more than is on it. */
export type Way = Readonly<{ method: PaymentMethod; typed: number | null; card?: Readonly<{ id: number; balance: number }> | null }>

/**
 * What is taken of each, one after the other: first what is due, then the tip. Too much cash is given back as change; of anything
 * else nothing is taken that is not due. A gift card pays for what is due alone.
 */
export function taken(due: number, tip: number, ways: readonly Way[]) {
  let open = Math.max(0, due)
  let rest = open + tip
  let change = 0
  let tooMuch = 0
  const tenders = ways.map(({ method, typed, card = null }): Tender => {
    const most = method === 'voucher' ? Math.min(open, card?.balance ?? 0) : rest
    const given = typed ?? most
    const kept = Math.min(given, most)
    const amount = Math.min(kept, open)
    open -= amount
    rest -= kept
    if (method === 'cash') change += given - kept
    else tooMuch += given - kept
    const tendered = method === 'cash' && typed !== null && kept > 0 ? given : null
    return { method, amount, tip: kept - amount, tendered, reference: '', voucherId: method === 'voucher' ? (card?.id ?? null) : null }
  })
  return { tenders: tenders.filter(({ amount, tip }) => amount + tip > 0), left: rest, change, tooMuch }
}
