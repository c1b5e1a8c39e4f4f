import type { contactsContract } from '../../shared/contacts/contract.ts'
import type { ContactChange, NewContact } from '../../shared/contacts/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { tagMany, trashMany } from './bulk-changes.ts'
import { counted, find } from './find.ts'
import { pageOf, searchLines } from './list.ts'
import * as queries from './queries.ts'
import { toRow, withE164 } from './rows.ts'
import { setTags } from './tags.ts'

export const contactHandlers: Handlers<typeof contactsContract> = {
  'contacts.list': pageOf,
  'contacts.search': ({ text, limit }, { db }) => searchLines(db, text, limit),
  'contacts.get': ({ id }, { db }) => find(db, id),
  'contacts.create': create,
  'contacts.update': change,

  'contacts.trash': async ({ ids }, { db, now, describe }) => {
    const { numUpdatedRows } = await queries.trash(db, ids, now().toISOString()).executeTakeFirst()
    describe('contactsTrashed', await counted(db, ids, Number(numUpdatedRows)), ids.length === 1 ? ids[0] : undefined)
    return { contacts: Number(numUpdatedRows) }
  },

  'contacts.restore': async ({ ids }, { db, describe }) => {
    const { numUpdatedRows } = await queries.restore(db, ids).executeTakeFirst()
    describe('contactsRestored', await counted(db, ids, Number(numUpdatedRows)), ids.length === 1 ? ids[0] : undefined)
    return { contacts: Number(numUpdatedRows) }
  },

  'contacts.trashMany': trashMany,
  'contacts.tagMany': tagMany,
  'contacts.tags': (_input, { db }) => queries.tagCounts(db).execute(),
}

async function create(given: NewContact, { db, now, describe }: CommandContext) {
  const contact = { ...given, phones: withE164(given.phones, (await settingsOf(db)).country) }
  const name = nameOf(contact)
  const at = now().toISOString()
  const { id } = await queries.insert(db, { ...toRow(contact), createdAt: at, changedAt: at, trashedAt: null }).executeTakeFirstOrThrow()
  await setTags(db, id, given.tags)
  describe('contactCreated', { name }, id)
  return find(db, id)
}

async function change({ id, ...changes }: ContactChange, { db, now, describe }: CommandContext) {
  const before = await find(db, id)
  const phones = changes.phones ? withE164(changes.phones, (await settingsOf(db)).country) : before.phones
  const after = { ...before, ...changes, phones }
  const name = nameOf(after)
  const tagsDiffer = changes.tags ? await setTags(db, id, changes.tags) : false
  if (tagsDiffer || JSON.stringify(toRow(before)) !== JSON.stringify(toRow(after))) {
    await queries.update(db, id, { ...toRow(after), changedAt: now().toISOString() }).execute()
  }
  describe('contactUpdated', { name }, id)
  return find(db, id)
}

function nameOf(contact: Parameters<typeof displayName>[0]) {
  const name = displayName(contact)
  if (!name) throw new AppError('invalid', 'nameMissing')
  return name
}
