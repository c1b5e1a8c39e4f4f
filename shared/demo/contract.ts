import { z } from 'zod'
import { job } from '../call.ts'

export const demoContract = {
  'demo.fill': job(
    'contacts.import',
    z.strictObject({ contacts: z.int().min(1).max(2_000_000).default(2000) }),
    z.strictObject({ contacts: z.int() }),
  ),
}
