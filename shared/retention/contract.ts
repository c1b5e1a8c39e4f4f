import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { Instant } from '../time.ts'
import { Deleted, Retention, RetentionState } from './model.ts'

export const retentionContract = {
  'retention.state': report('settings.read', z.strictObject({}), RetentionState),
  'retention.change': command('settings.write', Retention.partial(), Retention),
  /** Before when the history was forgotten; null where it goes back to the beginning. */
  'retention.forgotten': query('history.read', z.strictObject({}), z.strictObject({ before: Instant.nullable() })),
  /** Forgets what is older than the settings want it. Cannot be taken back. */
  'retention.forget': job('settings.write', z.strictObject({}), Deleted.extend({ operations: z.int() })),
  /** Deletes clients in the trash for good, with all that was noted about them, also in the history. Whom the books need stays. */
  'retention.delete': job('contacts.write', z.strictObject({ ids: z.array(z.int()).min(1).max(1000) }), Deleted),
  'retention.emptyTrash': job('contacts.write', z.strictObject({}), Deleted),
}
