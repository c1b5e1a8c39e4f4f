import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { Lack } from '../einvoice/lack.ts'
import { FileToken } from '../files/model.ts'
import { SignedAmount } from '../money.ts'
import { CalendarDate } from '../time.ts'
import { Credit, Document, DocumentFilter, DocumentLine, Draft, DraftChange, InvoicingChange, InvoicingSettings, Missing } from './model.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })

export const invoicesContract = {
  'invoices.settings': query('invoices.read', z.strictObject({}), InvoicingSettings),
  'invoices.changeSettings': command('settings.write', InvoicingChange, InvoicingSettings),

  'invoices.list': query(
    'invoices.read',
    DocumentFilter.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    z.array(DocumentLine),
  ),
  /** Of all that the filter lets through; credit notes are taken off, quotes and drafts do not count to the sums. */
  'invoices.sums': report('invoices.read', DocumentFilter, z.strictObject({ documents: z.int(), gross: SignedAmount, open: SignedAmount })),
  'invoices.get': query('invoices.read', Id, Document),
  /**
   * How the draft would look, and what has to be filled in before it can be issued. `lacks` is what an e-invoice of it would lack
   * beside that; where `needsEInvoice`, for a business or an authority, it cannot be issued without.
   */
  'invoices.preview': query(
    'invoices.read',
    Draft,
    z.strictObject({ document: Document, missing: z.array(Missing), lacks: z.array(Lack), needsEInvoice: z.boolean() }),
  ),

  'invoices.draft': command('invoices.write', Draft, Document),
  'invoices.change': command('invoices.write', DraftChange, Document),
  'invoices.discard': command('invoices.write', Id, z.null()),
  /** Gives it its number; from then on it is final. */
  'invoices.issue': command('invoices.write', Id, Document),
  /** Takes an invoice back, whole or by line; what is open of it is settled by that. */
  'invoices.credit': command('invoices.write', Credit, Document),
  /** Those that were issued for an invoice, in their order. */
  'invoices.creditNotes': query('invoices.read', Id, z.array(Document)),
  'invoices.decide': command('invoices.write', Id.extend({ decision: z.enum(['accepted', 'declined']).nullable() }), Document),
  /** The draft of an invoice with the lines of a quote. */
  'invoices.fromQuote': command('invoices.write', Id, Document),

  /** Whether anything that was issued has been changed since, or is missing: `broken` names the first document of each fault. */
  'invoices.verify': report(
    'invoices.read',
    z.strictObject({}),
    z.strictObject({
      documents: z.int(),
      broken: z.array(z.strictObject({ id: z.int(), number: z.string(), fault: z.enum(['changed', 'chain', 'gap', 'sums']) })),
    }),
  ),

  /** Every document that was issued in these days, a line each; or a line for each line of theirs. */
  'exports.invoices': job(
    'invoices.read',
    z.strictObject({ from: CalendarDate, to: CalendarDate, rows: z.enum(['documents', 'lines']).default('documents'), out: FileToken }),
    z.strictObject({ rows: z.int() }),
  ),
}
