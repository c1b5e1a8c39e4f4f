import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { Document } from '../invoices/model.ts'
import { CalendarDate } from '../time.ts'
import {
  Aged,
  Debtor,
  DunningLevel,
  DunningSettings,
  NewReminder,
  NextReminder,
  OpenClient,
  OpenItem,
  Proposal,
  Reminder,
} from './model.ts'

const id = z.int().positive()
const note = z.string().trim().max(500, { error: 'tooLong' }).default('')

export const dunningContract = {
  'dunning.settings': query('invoices.read', z.strictObject({}), DunningSettings),
  'dunning.changeSettings': command('settings.write', DunningSettings.partial(), DunningSettings),

  /** By client, whoever has owed the longest first. `letters` are how many could go out today, by level. */
  'dunning.openItems': report(
    'invoices.read',
    z.strictObject({
      show: z.enum(['all', 'overdue', 'toRemind']).default('all'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({
      today: CalendarDate,
      clients: z.array(OpenClient),
      total: z.int(),
      sums: Aged,
      letters: z.strictObject({ 1: z.int(), 2: z.int(), 3: z.int() }),
    }),
  ),
  /** The open documents behind a line of it, the oldest first. */
  'dunning.openOf': query('invoices.read', Debtor, z.array(OpenItem)),
  /** Every letter that could go out today. */
  'dunning.due': report('invoices.read', z.strictObject({}), z.array(Proposal)),
  /** The letter of one client, also before its day, of a level of one's own choice; null where nothing of theirs is overdue. */
  'dunning.propose': query('invoices.read', Debtor.extend({ level: DunningLevel.nullable().default(null) }), Proposal.nullable()),

  /** Writes down that these were sent, each as one letter. That stays. */
  'dunning.remind': command('invoices.write', z.strictObject({ letters: z.array(NewReminder).min(1).max(1000) }), z.array(Reminder)),
  'dunning.get': query('invoices.read', z.strictObject({ id }), Reminder),
  /** Of a document: what was sent, the latest first, and what comes next. */
  'dunning.ofDocument': query(
    'invoices.read',
    z.strictObject({ documentId: id }),
    z.strictObject({
      reminders: z.array(Reminder),
      pause: OpenItem.shape.pause,
      isStopped: z.boolean(),
      next: NextReminder.nullable(),
    }),
  ),
  /** No reminder of it until this day, that day included; null goes on again. */
  'dunning.pause': command('invoices.write', z.strictObject({ documentId: id, until: CalendarDate.nullable(), note }), z.null()),
  /** This client is never reminded. */
  'dunning.stop': command('invoices.write', z.strictObject({ contactId: id, stopped: z.boolean() }), z.null()),
  'dunning.isStopped': query('invoices.read', z.strictObject({ contactId: id }), z.boolean()),
  /** The draft of an invoice over fee and interest of a reminder: what was issued before stays as it is. */
  'dunning.charge': command('invoices.write', z.strictObject({ id }), Document),

  /** These letters, one after the other. */
  'dunning.pdf': job(
    'invoices.read',
    z.strictObject({ ids: z.array(id).min(1).max(1000), out: FileToken }),
    z.strictObject({ pages: z.int() }),
  ),
  /** The same, each in a file of its own. */
  'dunning.zip': job(
    'invoices.read',
    z.strictObject({ ids: z.array(id).min(1).max(1000), out: FileToken }),
    z.strictObject({ pages: z.int(), files: z.int() }),
  ),
  'exports.openItems': job('invoices.read', z.strictObject({ out: FileToken }), z.strictObject({ rows: z.int() })),
}
