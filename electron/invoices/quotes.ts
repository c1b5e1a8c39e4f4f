import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../handlers.ts'
import { asDraft, createDraft } from './draft.ts'
import { documentOf, rowOf } from './find.ts'
import * as queries from './queries.ts'
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

/** A quote becomes one invoice; asked twice, the second is refused with the first. */
export async function fromQuote({ id }: { id: number }, context: CommandContext) {
  const { db, now } = context
  const quote = await issuedQuote(context, id)
  const made = await queries.madeFrom(db, id).executeTakeFirst()
  if (made) throw new AppError('conflict', 'quoteInvoiced', { number: quote.number! })
  const { today } = await shopOf(db, now())
  const draft = { ...asDraft(await documentOf(db, id, today), false), kind: 'invoice' as const, sourceId: id, validUntil: null }
  const invoice = await createDraft(context, { ...draft, header: '', footer: '' })
  if (quote.decision === null) {
    const at = now().toISOString()
    await queries.update(db, id, { decision: 'accepted', decidedAt: at, changedAt: at }).execute()
  }
  await tell(context, 'invoiceFromQuote', quote)
  return invoice
}

async function issuedQuote({ db }: Pick<CommandContext, 'db'>, id: number) {
  const row = await rowOf(db, id)
  if (row.kind !== 'quote' || row.issuedAt === null) throw new AppError('conflict', 'onlyQuotes')
  return row
}
