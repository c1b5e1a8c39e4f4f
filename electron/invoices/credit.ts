import type { Credit, Document } from '../../shared/invoices/model.ts'
import { creditOf, type CreditedLine } from '../../shared/invoices/credit.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { keepBackOf } from '../loyalty/charge.ts'
import { earnFor } from '../loyalty/earn.ts'
import { rowsOf, sumsOf } from './count.ts'
import { documentOf, rowOf } from './find.ts'
import { finish } from './issue.ts'
import * as queries from './queries.ts'
import { searchOf, toDraftLine, type DocumentRow } from './rows.ts'
import { settleBoth } from './settle.ts'
import { shopOf, type Shop } from './shop.ts'
import { tell } from './tell.ts'

/** Takes an invoice back with a document of its own; as far as the invoice is open, it is settled by that. */
export async function credit({ id, lines, reason }: Credit, context: CommandContext) {
  const { db, now } = context
  const invoice = await rowOf(db, id)
  if (invoice.issuedAt === null || (invoice.kind !== 'invoice' && invoice.kind !== 'deposit'))
    throw new AppError('conflict', 'onlyInvoicesAreCredited')
  const shop = await shopOf(db, now())
  const original = await documentOf(db, id, shop.today)
  const notes = await notesOf(db, id, shop.today)
  const credited = creditOf(original, notes, lines)
  const noteId = await writeNote(context, invoice, credited, { reason, shop })
  const note = await finish(context, noteId, shop)
  await settleBoth(db, id, noteId, now())
  await earnFor(context, [id], keepBackOf(context, noteId))
  await tell(context, 'creditNoteIssued', { ...note, buyerName: note.buyer.name })
  return documentOf(db, noteId, shop.today)
}

export const notesOf = async (db: Db, invoiceId: number, today: string): Promise<Document[]> =>
  Promise.all((await queries.creditNotesOf(db, invoiceId).execute()).map(note => documentOf(db, note.id, today)))

type Credited = ReturnType<typeof creditOf>

async function writeNote(
  context: CommandContext,
  invoice: DocumentRow,
  { lines, totals, discount }: Credited,
  more: { reason: string; shop: Shop },
) {
  const { db, now, session } = context
  const at = now().toISOString()
  const { contactId, pricing, language, currency, buyer, buyerName } = invoice
  const rows = rowsOf(lines.map(asRow), totals).map(row => ({ ...row, ...negative(row, ['quantity', 'amount', 'net', 'netOfAll', 'tax']) }))
  const { groups, ...sums } = sumsOf(lines, totals)
  const head = {
    ...{ kind: 'creditNote' as const, contactId, pricing, language, currency, buyer, buyerName, appointmentId: null, sourceId: invoice.id },
    ...{ discount: discount && JSON.stringify(discount), deliveredFrom: invoice.deliveredFrom, deliveredTo: invoice.deliveredTo },
    ...{
      paymentDays: null,
      instalments: null,
      subscriptionPeriodId: null,
      validUntil: null,
      title: '',
      header: '',
      footer: '',
      note: more.reason,
      seller: null,
    },
    ...{ series: null, sequence: null, number: null, issuedAt: null, issuedOn: null, dueOn: null, previousHash: null, hash: null },
    ...{ decision: null, decidedAt: null, user: session.user, createdAt: at, changedAt: at },
    ...negative(sums, ['discountAmount', 'discountNet', 'net', 'tax', 'gross']),
    groups: JSON.stringify((JSON.parse(groups) as Document['groups']).map(group => negative(group, ['linesNet', 'net', 'tax', 'gross']))),
  }
  const { id } = await queries
    .insert(db, { ...head, header: more.reason, search: searchOf({ ...head, number: null }) })
    .executeTakeFirstOrThrow()
  await queries
    .insertLines(
      db,
      rows.map(row => ({ ...row, documentId: id })),
    )
    .execute()
  return id
}

const asRow = (line: CreditedLine) => ({ ...line, ...toDraftLine(line) })

/** The books hold what is given back with a sign. */
function negative<T extends object, K extends keyof T>(row: T, columns: readonly K[]) {
  const turned = columns.map(column => [column, row[column] === 0 ? 0 : -Number(row[column])])
  return { ...row, ...(Object.fromEntries(turned) as Record<K, number>) }
}
