import { openByDay, sumOfParts, type Instalment } from '../invoices/instalments.ts'
import type { DocumentKind } from '../invoices/model.ts'

/** What somebody owes: so much, since this day. */
export type Claim = Readonly<{ dueOn: string; open: number }>
export type Owing = Readonly<{
  kind: DocumentKind
  dueOn: string | null
  open: number
  settled: number
  instalments: readonly Instalment[] | null
}>

/**
 * What is asked for of a document; null where nothing is. The only place that says from when on, and how much: of one that is paid
 * in parts those that are late, and before any is, the next one.
 */
export function claimOf(owing: Owing, today: string): Claim | null {
  if (owing.kind !== 'invoice' && owing.kind !== 'deposit') return null
  const parts = openByDay(owing)
  const [next] = parts
  if (!next) return null
  const late = parts.filter(({ dueOn }) => dueOn < today)
  return { dueOn: next.dueOn, open: late.length > 0 ? sumOfParts(late) : next.amount }
}
