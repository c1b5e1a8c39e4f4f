import { z } from 'zod'
import { command, job, query } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { CalendarDate } from '../time.ts'
import { AccountantChange, AccountantSettings } from './model.ts'

/** By the day of issue, of payment, or of the entry; both days included. */
const Period = z.strictObject({ from: CalendarDate, to: CalendarDate, out: FileToken })
const Rows = z.strictObject({ rows: z.int() })

export const accountantContract = {
  'accountant.settings': query('settings.read', z.strictObject({}), AccountantSettings),
  'accountant.changeSettings': command('settings.write', AccountantChange, AccountantSettings),

  /** A batch of bookings as DATEV reads it (EXTF 700, Buchungsstapel 13); within one business year. */
  'exports.datev': job('invoices.read', Period, Rows),
  'exports.taxes': job('invoices.read', Period, Rows),
  'exports.cashbook': job('invoices.read', Period, Rows),
  /** Every document that was issued in these days as a PDF, in one zip file. */
  'invoices.pdfs': job('invoices.read', Period, z.strictObject({ documents: z.int() })),
  /** All that an accountant asks for, in one zip file: tables, papers, e-invoices, bookings, and the hash of each. */
  'exports.monthEnd': job('invoices.read', Period, z.strictObject({ files: z.int(), documents: z.int(), withoutEInvoice: z.int() })),
}
