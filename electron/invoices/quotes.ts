import { AppError } from '../../shared/errors.ts'
import type { Document } from '../../shared/invoices/model.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { depositLines, paidDeposits } from './deposits.ts'
import { asDraft, createDraft } from './draft.ts'
import { documentOf, rowOf } from './find.ts'
import * as queries from './queries.ts'
import type { DocumentRow } from './rows.ts'
import { shopOf } from './shop.ts'
import { tell } from './tell.ts'

const answers = { accepted: 'quoteAccepted', declined: 'quoteDeclined', open: 'quoteReopened' }

/** null takes the answer back. */
export async function decide({ id, decision }: { id: number; decision: 'accepted' | 'declined' | null }, context: CommandContext) {
  const { db, now } = context
  const quote = await issuedQuote(context, id)
  const { today } = await shopOf(db, now())
  if (quote.decision !== decision) {
    const at = now().toISOString()
    await queries.update(db, id, { decision, decidedAt: decision && at, changedAt: at }).execute()
  }
  await tell(context, answers[decision ?? 'open'], quote)
  return documentOf(db, id, today)
}

/** A quote becomes one invoice, less what was paid for it before; asked twice, the second is refused with the first. */
export async function fromQuote({ id }: { id: number }, context: CommandContext) {
  const { db, now } = context
  const quote = await issuedQuote(context, id)
  await refuseInvoiced(db, quote)
  const { today } = await shopOf(db, now())
  const document = await documentOf(db, id, today)
  const deposits = await paidDeposits(db, await queries.issuedOfQuote(db, id).execute(), today)
  const paid = deposits.flatMap(deposit => depositLines(deposit, document.pricing, document.language))
  const draft = asDraft(document, false)
  const lines = [...draft.lines, ...paid]
  const discount = paid.length > 0 ? asAmount(document) : draft.discount
  const made = { ...draft, lines, discount, kind: 'invoice' as const, sourceId: id, validUntil: null, header: '', footer: '' }
  const invoice = await createDraft(context, made)
  if (quote.decision === null) {
    const at = now().toISOString()
    await queries.update(db, id, { decision: 'accepted', decidedAt: at, changedAt: at }).execute()
  }
  await tell(context, 'invoiceFromQuote', quote)
  return invoice
}

/** A discount in percent is that of the quote: a deposit that is taken off is not discounted. */
const asAmount = ({ discount, discountAmount }: Document): Document['discount'] => discount && { kind: 'amount', amount: discountAmount }

async function refuseInvoiced(db: Db, { id, number }: DocumentRow) {
  const made = await queries.madeFrom(db, id).executeTakeFirst()
  if (made) throw new AppError('conflict', 'quoteInvoiced', { number: number! })
}

/** One that may still become an invoice. */
export async function openQuote(db: Db, id: number) {
  const quote = await issuedQuote({ db }, id)
  await refuseInvoiced(db, quote)
  if (quote.decision === 'declined') throw new AppError('conflict', 'quoteIsDeclined', { number: quote.number! })
}

async function issuedQuote({ db }: Pick<CommandContext, 'db'>, id: number) {
  const row = await rowOf(db, id)
  if (row.kind !== 'quote' || row.issuedAt === null) throw new AppError('conflict', 'onlyQuotes')
  return row
}
