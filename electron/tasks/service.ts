import { AppError } from '../../shared/errors.ts'
import type { tasksContract } from '../../shared/tasks/contract.ts'
import { NewTask, type QuickTask, type Task, type TaskChange, type TaskFields, type TaskQuestion } from '../../shared/tasks/model.ts'
import { refuseUnfitRule } from '../../shared/tasks/recurrence.ts'
import { dayOf } from '../../shared/tasks/rules.ts'
import type { CommandContext, Context, Handlers } from '../handlers.ts'
import { remindersOf } from '../reminders/settings.ts'
import { complete, movedTo, reopen } from './complete.ts'
import { linked, openRow, rowOf, wallOf } from './find.ts'
import * as queries from './queries.ts'
import { fieldsOf, withName, withNames, type TaskRow } from './rows.ts'
import { understand } from './understand.ts'
import { add, toRow } from './write.ts'

/** More than anybody sees in a week. */
const onCalendar = 300

export const taskHandlers: Handlers<typeof tasksContract> = {
  'tasks.list': list,

  'tasks.between': async ({ from, to }, { db }) => withNames(db, await queries.timed(db, { from, below: to }, onCalendar).execute()),

  'tasks.counts': async ({ assigneeId }, { db, now }) => {
    const wall = await wallOf(db, now())
    const whose = { assigneeId, contactId: null }
    const counted = async (name: 'overdue' | 'today' | 'week' | 'all') => {
      const notOn = name === 'overdue' ? wall.today : null
      return (await queries.count(db, whose, queries.spanOf(name, wall.now), notOn).executeTakeFirstOrThrow()).tasks
    }
    return { overdue: await counted('overdue'), today: await counted('today'), week: await counted('week'), all: await counted('all') }
  },

  'tasks.get': async ({ id }, { db }) => withName(db, await rowOf(db, id)),
  'tasks.create': create,
  'tasks.quick': quick,
  'tasks.understand': async ({ text }, { db, now }) => understand(db, text, now()),
  'tasks.change': change,
  'tasks.complete': complete,

  'tasks.reopen': async ({ id }, context) => {
    const row = await rowOf(context.db, id)
    return row.doneAt === null ? withName(context.db, row) : reopen({ id }, context)
  },

  'tasks.snooze': async ({ id, until }, context) => {
    const row = await openRow(context.db, id)
    const { now } = await wallOf(context.db, context.now())
    if (until < now && until !== dayOf(now)) throw new AppError('invalid', 'snoozePast')
    return write(context, row, fieldsOf(row), until, 'taskSnoozed')
  },

  'tasks.move': async ({ ids, day }, context) => {
    const rows = (await queries.byIds(context.db, ids).execute()).filter(({ doneAt }) => doneAt === null)
    for (const row of rows) await update(context, row, movedTo(row, day), null)
    describeMany(context, 'tasksMoved', rows)
    return { tasks: rows.length }
  },

  'tasks.remove': async ({ ids }, context) => {
    const rows = await queries.byIds(context.db, ids).execute()
    await queries.remove(context.db, ids).execute()
    describeMany(context, 'tasksRemoved', rows)
    return { tasks: rows.length }
  },
}

async function list({ list, assigneeId, contactId, ...page }: TaskQuestion, { db, now }: Context): Promise<Task[]> {
  const whose = { assigneeId, contactId }
  if (list === 'done') return withNames(db, await queries.done(db, whose, page).execute())
  const wall = await wallOf(db, now())
  const notOn = list === 'overdue' ? wall.today : null
  return withNames(db, await queries.page(db, whose, queries.spanOf(list, wall.now), notOn, page).execute())
}

/** Where the sentence may be about several people it is about nobody, and whoever asked is told who they are. */
async function quick({ text, contactId, appointmentId }: QuickTask, context: CommandContext) {
  const { contact, candidates, assignee, ...said } = await understand(context.db, text, context.now())
  const about = contactId === undefined ? (contact?.id ?? null) : contactId
  const task = await create(NewTask.parse({ ...said, assigneeId: assignee?.id ?? null, contactId: about, appointmentId }), context)
  return { task, candidates: about === null ? candidates : [] }
}

async function create(given: NewTask, context: CommandContext) {
  const { db, describe } = context
  const remindMinutes = given.remindMinutes === undefined ? (await remindersOf(db)).minutesBefore : given.remindMinutes
  const fields = await linked(db, { ...given, remindMinutes })
  await refuseUnfit(fields, context)
  const row = await add(fields, context)
  describe('taskCreated', { title: row.title }, row.contactId ?? undefined)
  return withName(db, row)
}

async function refuseUnfit({ repeats, due }: TaskFields, { db, now }: CommandContext) {
  if (repeats) refuseUnfitRule(repeats, due, (await wallOf(db, now())).clock)
}

/** Whoever gives it another day no longer puts it off. */
async function change({ id, ...changes }: TaskChange, context: CommandContext) {
  const { db } = context
  const row = await rowOf(db, id)
  const before = fieldsOf(row)
  const after = await linked(db, { ...before, ...changes })
  await refuseUnfit(after, context)
  if (JSON.stringify(before) === JSON.stringify(after)) return withName(db, row)
  return write(context, row, after, after.due === before.due ? row.snoozedUntil : null, 'taskChanged')
}

async function write(context: CommandContext, row: TaskRow, fields: TaskFields, snoozedUntil: string | null, text: string) {
  const written = await update(context, row, fields, snoozedUntil)
  context.describe(text, { title: written.title }, written.contactId ?? undefined)
  return withName(context.db, written)
}

/** Where it was moved by hand, its rule goes on from where it stood; a new rule begins here. */
function update({ db, now }: CommandContext, row: TaskRow, fields: TaskFields, snoozedUntil: string | null) {
  const isNewRule = (fields.repeats?.rule ?? null) !== row.rule
  const occurrence = isNewRule ? fields.repeats && fields.due : row.occurrence
  const written = { ...toRow(fields, { snoozedUntil, occurrence }), changedAt: now().toISOString() }
  return queries.update(db, row.id, row.doneAt === null ? written : { ...written, remindAt: null }).executeTakeFirstOrThrow()
}

const describeMany = ({ describe }: CommandContext, text: string, rows: readonly TaskRow[]) =>
  describe(text, { count: rows.length, title: rows[0]?.title ?? '' })
