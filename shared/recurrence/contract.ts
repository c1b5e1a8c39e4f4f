import { z } from 'zod'
import { query } from '../call.ts'
import { LocalDateTime, Zone } from '../time.ts'

export const recurrenceContract = {
  /** The starts of a rule (RFC 5545, 3.3.10), each with the offset of its zone: `2026-10-13T09:00:00+01:00`. */
  'recurrence.expand': query(
    'appointments.read',
    z.strictObject({
      rule: z.string().max(300, { error: 'tooLong' }),
      start: LocalDateTime,
      /** Left out: the shop's. */
      zone: Zone.optional(),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    z.array(z.string()),
  ),
}
