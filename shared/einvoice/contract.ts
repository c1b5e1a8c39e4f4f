import { z } from 'zod'
import { job, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { EInvoice } from './model.ts'

export const einvoiceContract = {
  'invoices.einvoice': job(
    'invoices.read',
    z.strictObject({ id: z.int().positive(), format: z.enum(['ubl', 'cii', 'zugferd']).default('zugferd'), out: FileToken }),
    z.strictObject({ bytes: z.int() }),
  ),
  /** What an e-invoice that was received says: UBL or CII, as XML or inside a PDF. `breaches` names the rules of EN 16931 that it breaks. */
  'einvoices.read': report(
    'invoices.read',
    z.strictObject({ file: FileToken }),
    z.strictObject({
      syntax: z.enum(['ubl', 'cii']),
      /** Whether it was found inside a PDF. */
      isEnclosed: z.boolean(),
      invoice: EInvoice,
      breaches: z.array(z.strictObject({ rule: z.string(), path: z.string() })),
    }),
  ),
  /** The XML of an e-invoice as it was received, also out of a PDF. */
  'einvoices.saveXml': job('invoices.read', z.strictObject({ file: FileToken, out: FileToken }), z.strictObject({ bytes: z.int() })),
}
