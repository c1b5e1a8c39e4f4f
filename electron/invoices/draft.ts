import type { Draft, DraftChange } from '../../shared/invoices/model.ts'
import { lacksBeside, needsEInvoice } from '../../shared/einvoice/missing.ts'
import { missingIn } from '../../shared/invoices/rules.ts'
import { asSold } from '../../shared/vouchers/rules.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { refuseUnknown } from '../vouchers/lines.ts'
import { buyerOf } from './buyer.ts'
import { count, taxesFor } from './count.ts'
import { asDocument, documentOf, draftRow } from './find.ts'
import * as queries from './queries.ts'
import { searchOf, toDraftLine, type LineRow, type NewLineRow } from './rows.ts'
import { shopOf, type Shop } from './shop.ts'
import { tell } from './tell.ts'

/** The row and the lines that a draft comes to. */
async function drawn({ db, now, session }: Context, draft: Draft, shop: Shop, subscriptionPeriodId: number | null = null) {
  const { lines: wantedLines, discount, instalments, buyer, contactId: wanted, ...rest } = draft
  const { pricing = shop.invoicing.pricing, language = shop.settings.language, ...given } = rest
  const lines = asSold(wantedLines, draft)
  await refuseUnknown(db, lines)
  const contactId = wanted === null ? null : (await find(db, wanted)).id
  const day = given.deliveredTo ?? given.deliveredFrom ?? shop.today
  const taxOf = await taxesFor(db, lines, { rates: shop.rates, day, language })
  const { rows, ...sums } = count(lines, pricing, discount, taxOf)
  const buyerName = (buyer ?? (await buyerOf(db, contactId))).name
  const at = now().toISOString()
  const head = {
    ...{ ...given, contactId, pricing, language, ...sums, buyerName, currency: shop.settings.currency },
    ...{ discount: discount && JSON.stringify(discount), buyer: buyer && JSON.stringify(buyer), seller: null },
    ...{ instalments: instalments && isPaid(draft) ? JSON.stringify(instalments) : null, subscriptionPeriodId },
    ...{ series: null, sequence: null, number: null, issuedAt: null, issuedOn: null, dueOn: null, previousHash: null, hash: null },
    ...{ decision: null, decidedAt: null, user: session.user, createdAt: at, changedAt: at },
  }
  return { head: { ...head, search: searchOf(head) }, rows }
}

/** Nobody pays a quote. */
const isPaid = ({ kind }: Draft) => kind !== 'quote'

/** `subscriptionPeriodId` where a recurring invoice made it. */
export async function createDraft(context: CommandContext, draft: Draft, subscriptionPeriodId: number | null = null) {
  const { db } = context
  const shop = await shopOf(db, context.now())
  const { head, rows } = await drawn(context, draft, shop, subscriptionPeriodId)
  const { id } = await queries.insert(db, head).executeTakeFirstOrThrow()
  await writeLines(context, id, rows)
  return documentOf(db, id, shop.today)
}

async function writeLines({ db }: Context, documentId: number, rows: readonly NewLineRow[]) {
  if (rows.length > 0)
    await queries
      .insertLines(
        db,
        rows.map(row => ({ ...row, documentId })),
      )
      .execute()
}

export async function draft(given: Draft, context: CommandContext) {
  const document = await createDraft(context, given)
  await tell(context, `${document.kind}Drafted`, { ...document, buyerName: document.buyer.name })
  return document
}

/** What is left out stays as it is. */
export async function change({ id, ...changes }: DraftChange, context: CommandContext) {
  const { db, now } = context
  const before = await draftRow(db, id)
  const shop = await shopOf(db, now())
  const old = await documentOf(db, id, shop.today)
  const wanted = { ...asDraft(old, before.buyer === null), ...changes }
  const { head, rows } = await drawn(context, wanted, shop, before.subscriptionPeriodId)
  const newLines = changes.lines && JSON.stringify(changes.lines) !== JSON.stringify(old.lines.map(toDraftLine)) ? rows : null
  const { createdAt: _createdAt, changedAt, user: _user, ...facts } = head
  const isSame = Object.entries(facts).every(([column, value]) => before[column as keyof typeof facts] === value)
  if (isSame && newLines === null) return old
  await queries.update(db, id, { ...facts, changedAt }).execute()
  if (newLines) {
    await queries.removeLines(db, id).execute()
    await writeLines(context, id, newLines)
  }
  const document = await documentOf(db, id, shop.today)
  await tell(context, `${document.kind}Changed`, { ...document, buyerName: document.buyer.name })
  return document
}

/** A draft as somebody gave it; `fromCard` where the buyer is whoever the card says. */
export function asDraft(document: Awaited<ReturnType<typeof documentOf>>, fromCard: boolean): Draft {
  const { contactId, buyer, appointmentId, sourceId, pricing, language, discount, deliveredFrom, deliveredTo, paymentDays } = document
  const { instalments, kind, validUntil, title, header, footer, note, lines } = document
  return {
    ...{ contactId, buyer: fromCard ? null : buyer, appointmentId, sourceId, pricing, language, discount, deliveredFrom, deliveredTo },
    ...{
      kind: kind === 'creditNote' ? 'invoice' : kind,
      paymentDays,
      instalments,
      validUntil,
      title,
      header,
      footer,
      note,
      lines: lines.map(toDraftLine),
    },
  }
}

export async function discard({ id }: { id: number }, context: CommandContext) {
  const { db } = context
  const draft = await draftRow(db, id)
  await queries.remove(db, id).execute()
  await tell(context, `${draft.kind}Discarded`, draft)
  return null
}

/** As it would stand in the table. */
const toLineRow = (row: NewLineRow, index: number): LineRow => ({
  ...{
    serviceId: null,
    productId: null,
    depositId: null,
    packageId: null,
    voucherId: null,
    staffId: null,
    creditsLineId: null,
    discount: null,
  },
  ...row,
  ...{ id: index + 1, documentId: 0 },
})

/** How it would look: nothing is written. */
export async function preview(given: Draft, context: Context) {
  const shop = await shopOf(context.db, context.now())
  const { head, rows } = await drawn(context, given, shop)
  const lines = rows.map((row, index) => toLineRow(row, index))
  const document = await asDocument(context.db, { ...head, id: 0, settled: 0, open: 0, isInvoiced: 0 }, lines, shop.today)
  const missing = missingIn(document)
  return { document, missing, lacks: lacksBeside(document, missing), needsEInvoice: needsEInvoice(document) }
}
