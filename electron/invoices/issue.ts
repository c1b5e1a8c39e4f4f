import { Instalments } from '../../shared/invoices/instalments.ts'
import type { Document, DocumentKind } from '../../shared/invoices/model.ts'
import { numberOf, seriesKey } from '../../shared/invoices/numbers.ts'
import { lacksBeside, needsEInvoice } from '../../shared/einvoice/missing.ts'
import { missingIn, seriesOf } from '../../shared/invoices/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { asSold, eachAlone } from '../../shared/vouchers/rules.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { earnFor } from '../loyalty/earn.ts'
import { leaveOff } from '../loyalty/visit-reward-queries.ts'
import { noteStanding } from '../loyalty/tiers.ts'
import { moveVouchers } from '../vouchers/sale.ts'
import { count, taxesFor } from './count.ts'
import { asDraft } from './draft.ts'
import { documentOf, draftRow } from './find.ts'
import * as queries from './queries.ts'
import { searchOf, type DocumentRow, type NewLineRow } from './rows.ts'
import { sealOf } from './seal.ts'
import { shopOf, type Shop } from './shop.ts'
import { moveStock } from './stock.ts'
import { tell } from './tell.ts'

export async function issue({ id }: { id: number }, context: CommandContext) {
  const document = await issueDraft(context, id)
  await tell(context, `${document.kind}Issued`, { ...document, buyerName: document.buyer.name })
  return document
}

/** Counts a draft once more, at the rates of the day, and makes it final. */
export async function issueDraft(context: CommandContext, id: number): Promise<Document> {
  const { db, now } = context
  const row = await draftRow(db, id)
  const shop = await shopOf(db, now())
  const draft = asDraft(await documentOf(db, id, shop.today), row.buyer === null)
  const day = row.deliveredTo ?? row.deliveredFrom ?? shop.today
  const lines = eachAlone(asSold(draft.lines, row))
  const taxOf = await taxesFor(db, lines, { rates: shop.rates, day, language: row.language })
  const { rows, ...sums } = count(lines, row.pricing, draft.discount, taxOf)
  await queries.removeLines(db, id).execute()
  if (rows.length > 0)
    await queries
      .insertLines(
        db,
        rows.map(line => ({ ...line, documentId: id })),
      )
      .execute()
  await queries.update(db, id, sums).execute()
  const counted = await documentOf(db, id, shop.today)
  refuseIncomplete(counted)
  refusePast(counted, shop.today)
  const document = await finish(context, id, shop)
  await noteStanding(context, id)
  await earnFor(context, [id])
  // What was reserved with the visit is on its invoice now, or goes back.
  if (row.kind === 'invoice' && row.appointmentId !== null) await leaveOff(db, row.appointmentId).execute()
  return document
}

/** Whatever is missing is asked for before, not found by whoever receives it. */
function refuseIncomplete(document: Document) {
  const missing = missingIn(document)
  const lacks = needsEInvoice(document) ? lacksBeside(document, missing) : []
  if (missing.length + lacks.length === 0) return
  const problems = [
    ...missing.map(name => ({ path: [name], reason: `${name}Missing` as const })),
    ...lacks.map(name => ({ path: [name], reason: `${name}ForEInvoice` as const })),
  ]
  throw AppError.from({ code: 'invalid', reason: 'documentIncomplete', problems })
}

/** A part that was due before there was an invoice is a slip of the hand. */
function refusePast({ instalments }: Document, today: string) {
  const first = instalments?.[0]?.dueOn
  if (first !== undefined && first < today) throw new AppError('invalid', 'instalmentBeforeIssue', { day: first })
}

/** Gives a draft with its lines its number and its seal, in the caller's transaction: there is no gap and no double. */
export async function finish(context: CommandContext, id: number, shop: Shop): Promise<Document> {
  const { db, now } = context
  const row = await draftRow(db, id)
  const { buyer, seller } = await documentOf(db, id, shop.today)
  const lines = await queries.linesOf(db, [id]).execute()
  const place = await nextPlace(db, row.kind, shop)
  const printed = {
    ...row,
    ...place,
    ...{ issuedAt: now().toISOString(), issuedOn: shop.today, dueOn: dueOn(row, shop), validUntil: validUntil(row, shop) },
    ...{ deliveredFrom: row.deliveredFrom ?? row.deliveredTo ?? shop.today, deliveredTo: row.deliveredTo },
    ...{ buyer: JSON.stringify(buyer), seller: JSON.stringify(seller), ...texts(row, shop) },
  }
  if (row.kind !== 'quote') await queries.insertTaxes(db, taxRows(row, shop.today)).execute()
  await moveStock(context, printed, lines)
  await moveVouchers(context, printed, lines)
  const { open: _open, settled: _settled, isInvoiced: _isInvoiced, ...head } = printed
  await queries
    .update(db, id, { ...head, hash: sealOf(printed, lines as NewLineRow[]), search: searchOf(printed), changedAt: now().toISOString() })
    .execute()
  return documentOf(db, id, shop.today)
}

async function nextPlace(db: Db, kind: DocumentKind, { invoicing, today }: Shop) {
  const name = seriesOf(kind)
  const series = seriesKey(name, invoicing.numbers[name], today)
  const last = await queries.lastIn(db, series).executeTakeFirst()
  if (last && last.issuedOn! > today) throw new AppError('conflict', 'clockSetBack', { today, last: last.issuedOn!, number: last.number! })
  const sequence = (last?.sequence ?? 0) + 1
  const number = numberOf(invoicing.numbers[name], sequence, today)
  if (await queries.byNumber(db, number).executeTakeFirst()) throw new AppError('conflict', 'numberTaken', { number })
  return { series, sequence, number, previousHash: last?.hash ?? '' }
}

function dueOn({ kind, paymentDays, instalments }: DocumentRow, { invoicing, today }: Shop) {
  if (kind === 'quote' || kind === 'creditNote') return null
  return instalments ? Instalments.parse(JSON.parse(instalments))[0]!.dueOn : dayAfter(today, paymentDays ?? invoicing.paymentDays)
}

const validUntil = ({ kind, validUntil }: DocumentRow, { invoicing, today }: Shop) =>
  kind === 'quote' ? (validUntil ?? dayAfter(today, invoicing.quoteDays)) : null

/** What the document does not say itself, the shop says for all of its kind. */
function texts({ kind, header, footer }: DocumentRow, { invoicing }: Shop) {
  const usual = invoicing.texts
  if (kind === 'quote') return { header: header || usual.quoteHeader, footer: footer || usual.quoteFooter }
  return { header: header || usual.header, footer: footer || usual.footer }
}

function taxRows({ id, groups }: DocumentRow, issuedOn: string) {
  const all = JSON.parse(groups) as Document['groups']
  return all.map(({ category, basisPoints, net, tax }) => ({ documentId: id, issuedOn, category, basisPoints, net, tax }))
}
