import type { Insertable, Selectable } from 'kysely'
import type { DraftLine, Line } from '../../shared/invoices/line.ts'
import type { Document, DocumentLine } from '../../shared/invoices/model.ts'
import { stateOf } from '../../shared/invoices/rules.ts'
import { words } from '../../shared/text.ts'
import type { DocumentLineTable, DocumentTable } from '../db/schema-documents.ts'

export type DocumentRow = Selectable<DocumentTable>
export type LineRow = Selectable<DocumentLineTable>
export type NewLineRow = Omit<Insertable<DocumentLineTable>, 'documentId'>

/** A text that the model has checked when it was written. */
const parsed = <T>(json: string | null) => (json === null ? null : (JSON.parse(json) as T))

/** Without a zero of its own for credit notes. */
const signed = (sign: number, amount: number) => (amount === 0 ? 0 : sign * amount)

type Around = Pick<Document, 'seller' | 'buyer' | 'credits'> & { today: string }

export function toDocument(row: DocumentRow & { isInvoiced: number }, lines: readonly LineRow[], { today, ...around }: Around): Document {
  const { id, appointmentId, contactId, sourceId, pricing, language, currency, deliveredFrom, deliveredTo, paymentDays, validUntil } = row
  const { kind, title, header, footer, note, number, issuedAt, issuedOn, dueOn, decidedAt, createdAt, changedAt } = row
  const sign = kind === 'creditNote' ? -1 : 1
  return {
    ...{ id, kind, appointmentId, contactId, sourceId, pricing, language, currency, deliveredFrom, deliveredTo, paymentDays, validUntil },
    ...{ title, header, footer, note, number, issuedAt, issuedOn, dueOn, decidedAt, createdAt, changedAt },
    ...around,
    state: stateOf({ ...row, isInvoiced: row.isInvoiced === 1 }, today),
    discount: parsed(row.discount),
    instalments: parsed(row.instalments),
    lines: lines.map(line => toLine(line, sign)),
    groups: groupsOf(row, sign),
    ...{ discountAmount: signed(sign, row.discountAmount), discountNet: signed(sign, row.discountNet) },
    ...{ net: signed(sign, row.net), tax: signed(sign, row.tax), gross: signed(sign, row.gross) },
    ...{ settled: signed(sign, row.settled), open: signed(sign, row.open) },
  }
}

function groupsOf({ groups }: DocumentRow, sign: number) {
  const all = JSON.parse(groups) as Document['groups']
  return all.map(group => ({
    ...group,
    ...{
      linesNet: signed(sign, group.linesNet),
      net: signed(sign, group.net),
      tax: signed(sign, group.tax),
      gross: signed(sign, group.gross),
    },
  }))
}

function toLine(row: LineRow, sign: number): Line {
  const { id, kind, staffId, name, description, unit, price, taxRateId, taxCategory, basisPoints, taxReason, taxReasonCode } = row
  return {
    ...{ id, kind, staffId, name, description, unit, price, taxRateId, taxCategory, basisPoints, taxReason, taxReasonCode },
    itemId: itemOf(row),
    discount: parsed(row.discount),
    creditsLineId: row.creditsLineId,
    ...{ quantity: signed(sign, row.quantity), amount: signed(sign, row.amount), net: signed(sign, row.net), tax: signed(sign, row.tax) },
  }
}

/** Which of the catalogue, or which deposit, by the line's kind. */
const itemOf = ({ serviceId, productId, depositId, packageId, voucherId }: Pick<LineRow, ItemColumn>) =>
  serviceId ?? productId ?? depositId ?? packageId ?? voucherId

type ItemColumn = 'serviceId' | 'productId' | 'depositId' | 'packageId' | 'voucherId'

export const itemColumns = ({ kind, itemId }: Pick<DraftLine, 'kind' | 'itemId'>) => ({
  serviceId: kind === 'service' ? itemId : null,
  productId: kind === 'product' ? itemId : null,
  depositId: kind === 'deposit' ? itemId : null,
  packageId: kind === 'package' ? itemId : null,
  voucherId: kind === 'redemption' || kind === 'voucher' ? itemId : null,
})

/** A draft's line again, as somebody entered it. */
export const toDraftLine = ({ kind, itemId, staffId, name, description, quantity, unit, price, discount, taxRateId }: Line): DraftLine => ({
  ...{ kind, itemId, staffId, name, description, quantity, unit, price, discount, taxRateId },
})

type Listed = Pick<
  DocumentRow,
  'id' | 'kind' | 'number' | 'issuedOn' | 'dueOn' | 'contactId' | 'buyerName' | 'title' | 'currency' | 'createdAt'
> &
  Pick<DocumentRow, 'gross' | 'settled' | 'open' | 'issuedAt' | 'validUntil' | 'decision'> & { isInvoiced: number }

/** Here a credit note is negative, so that a column of them adds up. */
export const toListed = (row: Listed, today: string): DocumentLine => {
  const { id, kind, number, issuedOn, dueOn, contactId, buyerName, title, currency, createdAt, gross, open } = row
  const state = stateOf({ ...row, isInvoiced: row.isInvoiced === 1 }, today)
  return { id, kind, state, number, issuedOn, dueOn, contactId, buyerName, title, gross, open, currency, createdAt }
}

/** What a document is found by. */
export const searchOf = ({ number, buyerName, title }: Pick<DocumentRow, 'number' | 'buyerName' | 'title'>) =>
  words(`${number ?? ''} ${buyerName} ${title}`).join(' ')
