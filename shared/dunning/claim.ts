import type { DocumentKind } from '../invoices/model.ts'

/** What somebody owes: so much, since this day. */
export type Claim = Readonly<{ dueOn: string; open: number }>
export type Owing = Readonly<{ kind: DocumentKind; dueOn: string | null; open: number }>

/** What is asked for of a document; null where nothing is. The only place that says from when on, and how much. */
export function claimOf({ kind, dueOn, open }: Owing): Claim | null {
  if ((kind !== 'invoice' && kind !== 'deposit') || open <= 0 || dueOn === null) return null
  return { dueOn, open }
}
