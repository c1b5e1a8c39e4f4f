import { z } from 'zod'
import { job } from '../call.ts'

export const demoContract = {
  'demo.fill': job(
    'contacts.import',
    z.strictObject({ contacts: z.int().min(1).max(2_000_000).default(2000) }),
    z.strictObject({ contacts: z.int() }),
  ),
  /** Invoices for the visits of the demo shop. They are final, as all invoices are. */
  'demo.fillBooks': job('invoices.write', z.strictObject({}), z.strictObject({ invoices: z.int() })),
}
