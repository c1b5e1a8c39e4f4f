import { z } from 'zod'
import { command, query } from '../call.ts'
import { CalendarDate } from '../time.ts'
import { CashClosing, CashDay, CashEntry, Count, NewCashEntry } from './model.ts'

/** The drawer. What stands in its book is never changed: a mistake is put right by another entry. */
export const cashbookContract = {
  'cashbook.day': query('invoices.read', z.strictObject({ day: CalendarDate.optional() }), CashDay),
  'cashbook.closings': query(
    'invoices.read',
    z.strictObject({ before: CalendarDate.nullable().default(null), limit: z.int().min(1).max(200).default(50) }),
    z.array(CashClosing),
  ),
  'cashbook.enter': command('invoices.write', NewCashEntry, CashEntry),
  /** Counts the drawer at the end of a day: nothing is entered into that day any more. */
  'cashbook.close': command('invoices.write', Count, CashClosing),
}
