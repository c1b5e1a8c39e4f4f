import { z } from 'zod'
import { command, job, query } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { InvoicingSettings } from '../invoices/model.ts'

const ToFile = z.strictObject({ id: z.int().positive(), out: FileToken })

export const paperContract = {
  'invoices.pdf': job('invoices.read', ToFile, z.strictObject({ pages: z.int() })),
  'invoices.receipt': job('invoices.read', ToFile, z.strictObject({ pages: z.int() })),
  /** A PNG or a JPEG for the head of papers. */
  'invoices.useLogo': job('settings.write', z.strictObject({ file: FileToken }), InvoicingSettings),
  'invoices.dropLogo': command('settings.write', z.strictObject({}), InvoicingSettings),
  /** The picture as a data: address; null where there is none. */
  'invoices.logo': query('invoices.read', z.strictObject({}), z.strictObject({ source: z.string().nullable() })),
}
