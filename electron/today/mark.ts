import { fromPlain, noText } from '../../shared/activities/rich-text.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { loggedAs, outcomeFor } from '../../shared/tasks/rules.ts'
import type { MarkedKind, TodayDone, TodaySnooze } from '../../shared/today/model.ts'
import { restingUntil } from '../../shared/today/rules.ts'
import { addActivity } from '../activities/service.ts'
import { find as findContact } from '../contacts/find.ts'
import * as contacts from '../contacts/queries.ts'
import { dealOf } from '../deals/find.ts'
import type { CommandContext } from '../handlers.ts'
import { rowOf as documentRow } from '../invoices/find.ts'
import { addFollowUp } from '../tasks/complete.ts'
import { wallOf } from '../tasks/find.ts'
import * as queries from './queries.ts'

/** What was said to the contact, what comes next, and that nobody has to think of the line for a while. */
export async function finish({ kind, id, contacted, followUp }: TodayDone, context: CommandContext) {
  const { db, now, describe } = context
  const subject = await subjectOf(context, kind, id)
  if ((contacted || followUp) && subject.contact === null) throw new AppError('invalid', 'nobodyToContact')
  const { today } = await wallOf(db, now())
  await markSubject(subject, restingUntil(kind, today), now().toISOString(), context)
  if (kind === 'followUp') await setFollowUp(subject.contact!, null, context)
  if (contacted) await log(contacted, subject.contact!, context)
  const before = { title: '', contactId: subject.contact, documentId: subject.documentId, assigneeId: null, priority: 'normal' as const }
  if (followUp) await addFollowUp(followUp, before, context)
  describe('todayDone', { name: subject.name }, subject.contact ?? undefined)
  return null
}

/** The day of a contact's next follow-up is moved itself; anything else is hidden until then. */
export async function snooze({ kind, id, until }: TodaySnooze, context: CommandContext) {
  const { db, now, describe } = context
  const subject = await subjectOf(context, kind, id)
  const { today } = await wallOf(db, now())
  if (until <= today) throw new AppError('invalid', 'snoozePast')
  if (kind === 'followUp') await setFollowUp(subject.contact!, until, context)
  else await markSubject(subject, until, null, context)
  describe('todaySnoozed', { name: subject.name }, subject.contact ?? undefined)
  return null
}

type Subject = Readonly<{ kind: MarkedKind; contact: number | null; name: string } & Place>
type Place = Readonly<{ contactId: number | null; documentId: number | null; dealId: number | null }>

const nowhere: Place = { contactId: null, documentId: null, dealId: null }

async function subjectOf({ db, now }: CommandContext, kind: MarkedKind, id: number): Promise<Subject> {
  if (kind === 'deal') {
    const { title, contactId } = await dealOf(db, id, now())
    return { ...nowhere, kind, dealId: id, contact: contactId, name: title }
  }
  if (kind === 'quote' || kind === 'invoice') {
    const { number, contactId } = await documentRow(db, id)
    return { ...nowhere, kind, documentId: id, contact: contactId, name: number ?? '' }
  }
  const contact = await findContact(db, id)
  return { ...nowhere, kind, contactId: contact.id, contact: contact.id, name: displayName(contact) }
}

/** The last word counts. */
async function markSubject(
  { kind, contactId, documentId, dealId }: Subject,
  until: string,
  doneAt: string | null,
  { db, session }: CommandContext,
) {
  await queries.forget(db, { kind, contactId, documentId, dealId }).execute()
  await queries.mark(db, { kind, contactId, documentId, dealId, until, doneAt, user: session.user }).execute()
}

const setFollowUp = (contactId: number, followUpOn: string | null, { db, now }: CommandContext) =>
  contacts.update(db, contactId, { followUpOn, changedAt: now().toISOString() }).execute()

async function log({ kind, outcome, note }: NonNullable<TodayDone['contacted']>, contactId: number, context: CommandContext) {
  const logged = loggedAs(kind, outcomeFor(kind, outcome))!
  const body = note === '' ? noText : fromPlain(note)
  if (kind === 'email' && note === '') throw new AppError('invalid', 'noteEmpty')
  await addActivity({ ...logged, contactId, durationMinutes: null, body }, context)
}
