import { NewContact } from '../../shared/contacts/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import type { Deal, DealChange, Lead, NewDeal } from '../../shared/deals/model.ts'
import { oddDays } from '../../shared/deals/rules.ts'
import { isOpenKind, type Stage } from '../../shared/deals/pipeline.ts'
import { AppError } from '../../shared/errors.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import { create as createContact } from '../contacts/service.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { findStaff } from '../staff/find.ts'
import { dealOf } from './find.ts'
import { findStage, firstStage } from './pipelines.ts'
import * as queries from './queries.ts'
import { setTags } from './tags.ts'
import { tell } from './tell.ts'

/** One step: where the lead is nobody yet, they become a contact with the deal, and are none without it. */
export async function create({ lead, tags, anyway, stageId, ...given }: NewDeal, context: CommandContext): Promise<Deal> {
  const { db, now } = context
  if (!anyway) await refuseOddDays(context, [given.expectedOn, given.nextStepOn])
  await refuseUnknown(db, given)
  const stage = stageId === null ? await firstStage(context) : (await findStage(db, stageId)).stage
  if (!isOpenKind(stage.kind)) throw new AppError('invalid', 'dealBeginsOpen')
  const contactId = await contactFor(context, given.contactId, lead)
  const id = await insertDeal(context, { ...given, contactId, stage })
  await setTags(db, id, tags)
  const deal = await dealOf(db, id, now())
  tell(context, 'dealCreated', deal)
  return deal
}

type Begun = Omit<NewDeal, 'lead' | 'tags' | 'anyway' | 'stageId' | 'contactId'> & { contactId: number; stage: Pick<Stage, 'id'> }

export async function insertDeal({ db, now, session }: Pick<CommandContext, 'db' | 'now' | 'session'>, { stage, ...given }: Begun) {
  const at = now().toISOString()
  const facts = { outcome: null, closedAt: null, closedOn: null, lostReason: '', lostNote: '', quoteId: null, invoiceId: null }
  const times = { enteredAt: at, createdAt: at, changedAt: at, trashedAt: null, user: session.user }
  const row = { ...given, ...facts, ...times, stageId: stage.id, wanted: JSON.stringify(given.wanted) }
  const { id } = await queries.insert(db, row).executeTakeFirstOrThrow()
  const step = { dealId: id, fromStageId: null, toStageId: stage.id, event: 'created' as const, at, value: given.value }
  await queries.insertMove(db, { ...step, user: session.user, reason: '', note: '' }).execute()
  return id
}

async function contactFor(context: CommandContext, contactId: number | null, lead: Lead | null) {
  if (contactId === null && lead === null) throw new AppError('invalid', 'dealWithoutContact')
  if (contactId === null) return (await createContact(contactOf(lead!), context)).id
  const contact = await find(context.db, contactId)
  if (contact.trashedAt !== null) throw new AppError('conflict', 'dealOfTrashed', { name: displayName(contact) })
  return contact.id
}

function contactOf({ phone, email, ...names }: Lead) {
  const isPerson = names.givenName !== '' || names.familyName !== ''
  return NewContact.parse({
    ...names,
    kind: isPerson || names.organization === '' ? 'person' : 'company',
    phones: phone ? [{ label: 'mobile', number: phone }] : [],
    emails: email ? [{ label: 'work', address: email }] : [],
  })
}

async function refuseUnknown(db: Db, { staffId, referrerId }: { staffId?: number | null; referrerId?: number | null }) {
  if (typeof staffId === 'number') await findStaff(db, staffId)
  if (typeof referrerId === 'number') await find(db, referrerId)
}

/** Nothing is lost: whoever means it says so and sends it again. */
async function refuseOddDays({ db, now }: CommandContext, days: readonly (string | null | undefined)[]) {
  const odd = oddDays(days, await todayOf(db, now()))
  if (odd.length > 0) throw new AppError('conflict', 'dealDaysOdd', { count: odd.length, day: odd[0]! })
}

export async function change({ id, anyway, tags, ...changes }: DealChange, context: CommandContext): Promise<Deal> {
  const { db, now } = context
  const before = await dealOf(db, id, now())
  const isNew = (day: 'expectedOn' | 'nextStepOn') => (changes[day] === before[day] ? undefined : changes[day])
  if (!anyway && before.closedAt === null) await refuseOddDays(context, [isNew('expectedOn'), isNew('nextStepOn')])
  await refuseUnknown(db, changes)
  if (tags) await setTags(db, id, tags)
  const { wanted, ...rest } = changes
  const row = { ...rest, ...(wanted && { wanted: JSON.stringify(wanted) }) }
  if (Object.keys(changes).some(field => differs(field as keyof typeof changes))) {
    await queries.update(db, id, { ...row, changedAt: now().toISOString() }).execute()
  }
  const after = await dealOf(db, id, now())
  tell(context, 'dealChanged', after)
  return after

  function differs(field: keyof typeof changes) {
    return JSON.stringify(changes[field]) !== JSON.stringify(before[field])
  }
}

export async function remove({ id }: { id: number }, context: CommandContext) {
  const deal = await dealOf(context.db, id, context.now())
  await queries.update(context.db, id, { trashedAt: context.now().toISOString() }).execute()
  tell(context, 'dealRemoved', deal)
  return null
}
