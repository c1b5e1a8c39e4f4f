import type { Discount } from './line.ts'
import type { Document, DocumentKind, DocumentState, InvoicingSettings, Missing } from './model.ts'
import { untaxed } from '../taxes/model.ts'
import { proportion } from '../money.ts'
import { comeTo } from './instalments.ts'

type Facts = Readonly<{
  kind: DocumentKind
  issuedAt: string | null
  validUntil: string | null
  dueOn: string | null
  decision: 'accepted' | 'declined' | null
  settled: number
  open: number
  /** Whether an invoice was made of it. */
  isInvoiced: boolean
}>

export function stateOf(facts: Facts, today: string): DocumentState {
  if (facts.issuedAt === null) return 'draft'
  if (facts.kind === 'quote') return quoteState(facts, today)
  if (facts.open === 0) return 'paid'
  if (facts.dueOn !== null && facts.dueOn < today) return 'overdue'
  return facts.settled === 0 ? 'open' : 'partPaid'
}

function quoteState({ decision, isInvoiced, validUntil }: Facts, today: string): DocumentState {
  if (isInvoiced) return 'invoiced'
  if (decision !== null) return decision
  return validUntil !== null && validUntil < today ? 'expired' : 'open'
}

export const seriesOf = (kind: DocumentKind): keyof InvoicingSettings['numbers'] => (kind === 'deposit' ? 'invoice' : kind)

const isBlank = ({ street, locality }: { street: string; locality: string }) => street === '' || locality === ''

/** What the law wants on an invoice, and is not there. Nobody has to be named on what is sold over the counter. */
export function missingIn({
  kind,
  lines,
  seller,
  buyer,
  groups,
  instalments,
  gross,
}: Pick<Document, 'kind' | 'lines' | 'seller' | 'buyer' | 'groups' | 'instalments' | 'gross'>): Missing[] {
  const isNamed = Object.values({ ...buyer, ...buyer.address, address: '' }).some(Boolean)
  const reversed = groups.some(({ category }) => category === 'AE' || category === 'K')
  const checks: Record<Missing, boolean> = {
    lines: lines.length === 0,
    sellerName: seller.name === '',
    sellerAddress: isBlank(seller.address),
    sellerTaxNumber: kind !== 'quote' && seller.vatId === '' && seller.taxNumber === '',
    buyerName: buyer.name === '' && (isNamed || reversed),
    buyerAddress: reversed && isBlank(buyer.address),
    buyerVatId: reversed && buyer.vatId === '',
    instalments: instalments !== null && !comeTo(instalments, gross),
    taxReason: groups.some(({ category, reason }) => category !== 'Z' && untaxed.includes(category) && reason === ''),
  }
  return (Object.keys(checks) as Missing[]).filter(name => checks[name])
}

/** What is left of a line's or a document's discount for a part of it. */
export function discountFor(discount: Discount | null, part: number, whole: number): Discount | null {
  if (discount === null || discount.kind === 'percent' || whole === 0) return discount
  return { ...discount, amount: Math.abs(proportion(discount.amount, part, whole)) }
}
