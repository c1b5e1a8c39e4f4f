import type { activitiesContract } from '../../shared/activities/contract.ts'
import type { Activity, ActivityChange, ActivityFields, NewActivity } from '../../shared/activities/model.ts'
import { asDocument, fitted, refuseEmpty } from '../../shared/activities/rules.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { find } from '../contacts/find.ts'
import { refuseForeign } from '../deals/whose.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import * as queries from './queries.ts'
import { toActivity } from './rows.ts'

export const activityHandlers: Handlers<typeof activitiesContract> = {
  'activities.create': create,
  'activities.update': change,

  'activities.trash': async ({ id }, context) => {
    const activity = await get(context.db, id)
    if (activity.trashedAt !== null) return activity
    return write(context, activity, { trashedAt: context.now().toISOString() }, `${activity.kind}Trashed`)
  },

  'activities.restore': async ({ id }, context) => {
    const activity = await get(context.db, id)
    if (activity.trashedAt === null) return activity
    return write(context, activity, { trashedAt: null }, 'activityRestored')
  },

  'activities.pin': async ({ id, pinned }, context) => {
    const activity = await get(context.db, id)
    if (pinned === (activity.pinnedAt !== null)) return activity
    const pinnedAt = pinned ? context.now().toISOString() : null
    return write(context, activity, { pinnedAt }, pinned ? 'activityPinned' : 'activityUnpinned')
  },
}

async function create(given: NewActivity, context: CommandContext) {
  const { db, now, describe } = context
  const contact = await find(db, given.contactId)
  if (given.dealId !== null) await refuseForeign(db, given.dealId, contact.id)
  const activity = fitted({ ...given, at: given.at ?? now().toISOString(), body: asDocument(given.body) })
  refuseEmpty(activity)
  const id = await addActivity({ ...activity, contactId: contact.id, dealId: given.dealId }, context)
  describe(`${activity.kind}Created`, { name: displayName(contact) }, contact.id)
  return get(db, id)
}

type Told = Omit<ActivityFields, 'at'> & { contactId: number; dealId?: number | null; at?: string }

/** What a contact's timeline tells, as a part of whatever else is done in the same step. */
export async function addActivity({ contactId, dealId = null, at, ...told }: Told, { db, now, session }: CommandContext) {
  const moment = now().toISOString()
  const { kind, direction, outcome, durationMinutes, body } = fitted({ ...told })
  const row = {
    ...{ kind, direction, outcome, durationMinutes, body: JSON.stringify(body), contactId, dealId, at: at ?? moment },
    ...{ user: session.user, pinnedAt: null, createdAt: moment, changedAt: moment, trashedAt: null },
  }
  return (await queries.insert(db, row).executeTakeFirstOrThrow()).id
}

async function change({ id, ...changes }: ActivityChange, context: CommandContext) {
  const before = await get(context.db, id)
  const after = fitted({ ...before, ...changes })
  refuseEmpty(after)
  if (JSON.stringify(before) === JSON.stringify(after)) return before
  const { kind, at, direction, outcome, durationMinutes, body } = after
  const row = { kind, at, direction, outcome, durationMinutes, body: JSON.stringify(body), changedAt: context.now().toISOString() }
  return write(context, before, row, `${kind}Changed`)
}

async function get(db: Db, id: number): Promise<Activity> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'activityGone')
  return toActivity(row)
}

async function write(
  { db, describe }: CommandContext,
  { id, contactId }: Activity,
  row: Parameters<typeof queries.update>[2],
  text: string,
) {
  const written = await queries.update(db, id, row).executeTakeFirstOrThrow()
  describe(text, { name: displayName(await find(db, contactId)) }, contactId)
  return toActivity(written)
}
