import { AppError } from '../errors.ts'
import type { Settlement } from './model.ts'
import type { z } from 'zod'

export type Settled = Readonly<z.infer<typeof Settlement>>
/** What a payment can settle: `open` is negative where money is owed to the client. */
export type OpenDocument = Readonly<{ id: number; number: string; open: number }>

/** Settles the documents in this order, each as far as it is open. */
export function spread(amount: number, documents: readonly OpenDocument[]): Settled[] {
  let left = amount
  return documents.flatMap(({ id, open }) => {
    const settled = Math.min(Math.max(0, open), left)
    left -= settled
    return settled === 0 ? [] : [{ documentId: id, amount: settled }]
  })
}

/** Never more than is open of any, nor more in all than there is. */
export function refuseUnfit(settlements: readonly Settled[], documents: readonly OpenDocument[], left: number) {
  const open = new Map(documents.map(({ id, open }) => [id, open]))
  for (const { documentId, amount } of settlements) {
    const rest = open.get(documentId) ?? 0
    if (Math.sign(amount) !== Math.sign(rest) || Math.abs(amount) > Math.abs(rest)) refuse(documents, documentId)
    open.set(documentId, rest - amount)
  }
  const total = settlements.reduce((sum, { amount }) => sum + amount, 0)
  if (total < 0 || total > left) throw new AppError('conflict', 'moreThanWasPaid')
}

function refuse(documents: readonly OpenDocument[], id: number): never {
  throw new AppError('conflict', 'moreThanIsOpen', { number: documents.find(document => document.id === id)?.number ?? '' })
}
