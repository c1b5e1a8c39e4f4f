import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { MergeWanted, StandingMerge, Unmerged } from './merge-model.ts'
import { Contact, ContactChange, ContactFilter, ContactId, ContactLine, ContactOrder, NewContact, Selection, Tag } from './model.ts'

const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(50) }
const ids = z.strictObject({ ids: z.array(z.int().positive()).min(1).max(1000) })
const changed = z.strictObject({ contacts: z.int() })

export const contactsContract = {
  'contacts.list': query(
    'contacts.read',
    ContactFilter.extend(ContactOrder.shape).extend(page),
    z.strictObject({ total: z.int(), contacts: z.array(ContactLine) }),
  ),
  'contacts.search': query(
    'contacts.read',
    z.strictObject({ text: z.string().max(200, { error: 'tooLong' }), limit: z.int().min(1).max(100).default(20) }),
    z.array(ContactLine),
  ),
  'contacts.get': query('contacts.read', ContactId, Contact),
  'contacts.create': command('contacts.write', NewContact, Contact),
  'contacts.update': command('contacts.write', ContactChange, Contact),
  'contacts.trash': command('contacts.write', ids, changed),
  'contacts.restore': command('contacts.write', ids, changed),
  'contacts.merge': command('contacts.write', MergeWanted, Contact),
  'contacts.unmerge': command('contacts.write', ContactId, Unmerged),
  'contacts.merges': query('contacts.read', ContactId, z.array(StandingMerge)),
  'contacts.block': command('contacts.write', ids.extend({ blocked: z.boolean() }), changed),
  'contacts.trashMany': job('contacts.write', z.strictObject({ selection: Selection }), changed),
  'contacts.tagMany': job(
    'contacts.write',
    z.strictObject({
      selection: Selection,
      tag: z.string().trim().min(1, { error: 'tagEmpty' }).max(60, { error: 'tooLong' }),
      action: z.enum(['add', 'remove']),
    }),
    changed,
  ),
  'contacts.tags': report('contacts.read', z.strictObject({}), z.array(Tag)),
}
