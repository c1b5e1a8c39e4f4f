import { z } from 'zod'
import { command, job, query } from '../call.ts'
import { NewContact } from '../contacts/model.ts'
import { Instant } from '../time.ts'
import { DuplicateGroup, Match } from './model.ts'

const id = z.int().positive()

export const duplicatesContract = {
  /** Who is there already that a contact being typed may be, best first; `id` is left out. */
  'duplicates.check': query('contacts.read', NewContact.extend({ id: id.optional() }), z.array(Match)),
  'duplicates.scan': job('contacts.write', z.strictObject({}), z.strictObject({ contacts: z.int(), groups: z.int(), certain: z.int() })),
  'duplicates.groups': query(
    'contacts.read',
    z.strictObject({
      certain: z.boolean().nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100).default(20),
    }),
    z.strictObject({ total: z.int(), groups: z.array(DuplicateGroup) }),
  ),
  /** Each group that is beyond doubt becomes one contact. */
  'duplicates.mergeCertain': job('contacts.write', z.strictObject({}), z.strictObject({ groups: z.int(), contacts: z.int() })),
  /** "Not the same": none of these is another of them, for ever. */
  'duplicates.dismiss': command('contacts.write', z.strictObject({ ids: z.array(id).min(2).max(50) }), z.strictObject({ pairs: z.int() })),
  'duplicates.state': query(
    'contacts.read',
    z.strictObject({}),
    z.strictObject({
      /** null before the first scan. */
      scannedAt: Instant.nullable(),
      contacts: z.int(),
      groups: z.int(),
      certain: z.int(),
      /** Contacts that came or changed since the scan; counting stops at 10,000. */
      changedSince: z.int(),
    }),
  ),
}
