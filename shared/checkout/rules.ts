import { AppError } from '../errors.ts'
import type { Tender } from '../payments/model.ts'

/**
 * What of each tender is for the invoice. What is too much is given back as change, and so only of cash; what is too little stays
 * open, which a shop can only wait for where it knows the client.
 */
export function fitted(tenders: readonly Tender[], due: number, isKnown: boolean): Tender[] {
  const given = tenders.reduce((sum, { amount }) => sum + amount, 0)
  if (given < due && !isKnown) throw new AppError('conflict', 'openOfNobody')
  const change = withoutChange(tenders, Math.max(0, given - Math.max(0, due)))
  return change.filter(({ amount, tip }) => amount + tip > 0)
}

function withoutChange(tenders: readonly Tender[], excess: number): Tender[] {
  let change = excess
  const kept = tenders.map(tender => {
    const back = tender.method === 'cash' ? Math.min(change, tender.amount) : 0
    if (back === 0) return tender
    change -= back
    return { ...tender, amount: tender.amount - back, tendered: tender.tendered ?? tender.amount + tender.tip }
  })
  if (change > 0) throw new AppError('conflict', 'tendersTooMuch')
  return kept
}
