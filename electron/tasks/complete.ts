import { fromPlain } from '../../shared/activities/rich-text.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import type { Completed, Completion, FollowUp, TaskFields } from '../../shared/tasks/model.ts'
import { nextAfter } from '../../shared/tasks/recurrence.ts'
import { loggedAs, onDay, outcomeFor } from '../../shared/tasks/rules.ts'
import { addActivity } from '../activities/service.ts'
import { find as findContact } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { remindersOf } from '../reminders/settings.ts'
import { openRow, wallOf } from './find.ts'
import * as queries from './queries.ts'
import { fieldsOf, withName, type TaskRow } from './rows.ts'
import { add } from './write.ts'

/** One step: done, told in the contact's timeline, the next one by its rule, and what follows. */
export async function complete({ id, followUp, note, durationMinutes, ...asked }: Completion, context: CommandContext): Promise<Completed> {
  const { db, now, session, describe } = context
  const task = await openRow(db, id)
  const outcome = outcomeFor(task.kind, asked.outcome)
  const at = now().toISOString()
  const done = await queries
    .update(db, id, { outcome, doneAt: at, doneBy: session.user, snoozedUntil: null, remindAt: null, changedAt: at })
    .executeTakeFirstOrThrow()
  const logged = loggedAs(task.kind, outcome)
  const body = fromPlain([task.title, note].filter(Boolean).join('\n'))
  const activityId =
    logged && task.contactId !== null ? await addActivity({ ...logged, contactId: task.contactId, durationMinutes, body }, context) : null
  const next = await bringNext(task, context)
  const follows = followUp && (await addFollowUp(followUp, task, context))
  describe('taskCompleted', { title: task.title }, task.contactId ?? undefined)
  return {
    task: await withName(db, done),
    next: next && (await withName(db, next)),
    followUp: follows && (await withName(db, follows)),
    activityId,
  }
}

/** By its rule, with everything of this one, none of its steps done yet. */
async function bringNext(task: TaskRow, context: CommandContext) {
  const fields = fieldsOf(task)
  if (fields.repeats === null || task.occurrence === null) return null
  const { clock, today } = await wallOf(context.db, context.now())
  const next = nextAfter({ due: task.occurrence, repeats: fields.repeats, doneOn: today, clock })
  if (!next) return null
  const checklist = fields.checklist.map(step => ({ ...step, done: false }))
  return add({ ...fields, checklist, due: next.due, repeats: { ...fields.repeats, rule: next.rule } }, context, task.id)
}

type After = Pick<TaskRow, 'title' | 'contactId' | 'documentId' | 'assigneeId' | 'priority'>

/** With the same contact, about the same, by the same person. */
export async function addFollowUp(
  { kind, title, due }: FollowUp,
  { contactId, documentId, assigneeId, ...before }: After,
  context: CommandContext,
) {
  const name = contactId === null ? '' : displayName(await findContact(context.db, contactId))
  const fields: TaskFields = {
    ...{ kind, due, contactId, documentId, assigneeId, note: '', appointmentId: null, checklist: [], repeats: null },
    title: title ?? (before.title || name),
    priority: 'normal',
    remindMinutes: (await remindersOf(context.db)).minutesBefore,
  }
  return add(fields, context)
}

/** Open again. The next one that its rule had brought goes, unless somebody has worked on it. */
export async function reopen({ id }: { id: number }, { db, now, describe }: CommandContext) {
  const task = await queries.byId(db, id).executeTakeFirstOrThrow()
  for (const next of await queries.nextOf(db, id).execute()) {
    if (next.changedAt === next.createdAt) await queries.remove(db, [next.id]).execute()
  }
  const open = { outcome: null, doneAt: null, doneBy: null, changedAt: now().toISOString() }
  const row = await queries.update(db, id, open).executeTakeFirstOrThrow()
  describe('taskReopened', { title: task.title }, task.contactId ?? undefined)
  return withName(db, row)
}

/** To another day, with its time where it has one. */
export const movedTo = (task: TaskRow, day: string) => ({ ...fieldsOf(task), due: onDay(task.due, day) })
