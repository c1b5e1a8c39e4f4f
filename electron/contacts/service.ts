import type { contactsContract } from '../../shared/contacts/contract.ts'
import type { ContactChange, NewContact } from '../../shared/contacts/model.ts'
import { applyCustom, completeCustom } from '../../shared/fields/rules.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { fieldsOf } from '../fields/service.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { tagMany, trashMany } from './bulk-changes.ts'
import { counted, find } from './find.ts'
import { pageOf, searchLines } from './list.ts'
import { merge, standingMerges } from './merge.ts'
import * as queries from './queries.ts'
import { toRow, withE164 } from './rows.ts'
import { setTags } from './tags.ts'
import { unmerge } from './unmerge.ts'

export const contactHandlers: Handlers<typeof contactsContract> = {
  'contacts.list': pageOf,
  'contacts.search': ({ text, limit }, { db }) => searchLines(db, text, limit),
  'contacts.get': ({ id }, { db }) => find(db, id),
  'contacts.create': create,
  'contacts.update': change,

  'contacts.trash': async ({ ids }, { db, now, describe }) => {
    const changed = (await queries.trash(db, ids, now().toISOString()).execute()).map(({ id }) => id)
    describe('contactsTrashed', await counted(db, changed), only(changed))
    return { contacts: changed.length }
  },

  'contacts.restore': async ({ ids }, { db, describe }) => {
    const changed = (await queries.restore(db, ids).execute()).map(({ id }) => id)
    describe('contactsRestored', await counted(db, changed), only(changed))
    return { contacts: changed.length }
  },

  'contacts.merge': merge,
  'contacts.unmerge': unmerge,
  'contacts.merges': ({ id }, { db }) => standingMerges(db, id),
  'contacts.block': async ({ ids, blocked }, { db, now, describe }) => {
    const query = blocked ? queries.block(db, ids, now().toISOString()) : queries.unblock(db, ids)
    const changed = (await query.execute()).map(({ id }) => id)
    describe(blocked ? 'contactsBlocked' : 'contactsUnblocked', await counted(db, changed), only(changed))
    return { contacts: changed.length }
  },

  'contacts.trashMany': trashMany,
  'contacts.tagMany': tagMany,
  'contacts.tags': (_input, { db }) => queries.tagCounts(db).execute(),
}

const only = (ids: readonly number[]) => (ids.length === 1 ? ids[0] : undefined)

/** The shop's own fields, checked by what the shop says about them. */
function refuseProblems({ custom, problems }: ReturnType<typeof applyCustom>) {
  const [first] = problems
  if (first) throw AppError.from({ code: 'invalid', reason: first.reason, params: first.params, problems })
  return custom
}

export async function create(given: NewContact, { db, now, describe }: CommandContext) {
  const custom = refuseProblems(completeCustom(await fieldsOf(db), given.custom, given.kind))
  const contact = { ...given, custom, phones: withE164(given.phones, (await settingsOf(db)).country) }
  const name = nameOf(contact)
  const at = now().toISOString()
  const { id } = await queries.insert(db, { ...toRow(contact), createdAt: at, changedAt: at }).executeTakeFirstOrThrow()
  await setTags(db, id, given.tags)
  describe('contactCreated', { name }, id)
  return find(db, id)
}

async function change({ id: given, ...changes }: ContactChange, { db, now, describe }: CommandContext) {
  const before = await find(db, given)
  const { id } = before
  const phones = changes.phones ? withE164(changes.phones, (await settingsOf(db)).country) : before.phones
  const kind = changes.kind ?? before.kind
  const custom = refuseProblems(applyCustom(await fieldsOf(db), before.custom, changes.custom ?? {}, kind))
  const after = { ...before, ...changes, phones, custom }
  const name = nameOf(after)
  if (changes.tags) await setTags(db, id, changes.tags)
  if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(after))) {
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
