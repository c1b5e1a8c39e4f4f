import type { remindersContract } from '../../shared/reminders/contract.ts'
import type { Digest, Taken } from '../../shared/reminders/model.ts'
import { dueReminders, isDigestDue, nextDigest, remindedDays, tellableAt } from '../../shared/reminders/rules.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { Context, Handlers } from '../handlers.ts'
import { wallOf } from '../tasks/find.ts'
import * as tasks from '../tasks/queries.ts'
import { withNames } from '../tasks/rows.ts'
import * as queries from './queries.ts'
import { changeReminders, remindersOf } from './settings.ts'

export const reminderHandlers: Handlers<typeof remindersContract> = {
  'reminders.next': async (_input, { db, now }) => {
    const { clock, ...wall } = await wallOf(db, now())
    const settings = await remindersOf(db)
    const [first] = await queries.waiting(db, earliest(wall.today), '9999', 1).execute()
    const reminder = first && tellableAt(first.remindAt! < wall.now ? wall.now : first.remindAt!, settings.quiet)
    const moments = [reminder, nextDigest({ now: wall.now, toldOn: await toldOn(db), settings })].flatMap(moment => moment ?? [])
    const next = moments.toSorted()[0]
    return { at: next === undefined ? null : new Date(clock.reaching(next)).toISOString() }
  },

  'reminders.take': take,
  'reminders.settings': (_input, { db }) => remindersOf(db),

  'reminders.changeSettings': async (changes, { db, describe }) => {
    const settings = await changeReminders(db, changes)
    describe('settingsChanged', {})
    return settings
  },
}

const earliest = (today: string) => `${dayAfter(today, -remindedDays)}T00:00`
const toldOn = async (db: Db) => (await queries.lastDigest(db).executeTakeFirst())?.at ?? null
const atMost = 50
/** Longer than anything is looked for. */
const keptFor = 2 * remindedDays * 86_400_000

/** The table of what was shown is not part of the history: this leaves no trace there. */
async function take(_input: unknown, context: Context): Promise<Taken> {
  const { db, now } = context
  const [wall, settings] = [await wallOf(db, now()), await remindersOf(db)]
  const rows = await queries.waiting(db, earliest(wall.today), wall.now, atMost).execute()
  // The query leaves out what was shown already.
  const asked = { now: wall.now, shown: new Set<string>(), quiet: settings.quiet }
  const due = dueReminders(
    rows.map(row => ({ taskId: row.id, remindAt: row.remindAt!, row })),
    asked,
  )
  const shownAt = now().toISOString()
  await markAll(
    db,
    due.map(({ taskId, remindAt }) => ({ subject: `task ${taskId}`, at: remindAt, shownAt })),
  )
  const named = await withNames(
    db,
    due.map(({ row }) => row),
  )
  const reminders = named.map(({ id, title, client, due, remindAt }) => ({
    taskId: id,
    title,
    name: client?.name ?? '',
    due,
    remindAt: remindAt!,
  }))
  return { reminders, digest: await takeDigest(context, wall) }
}

async function takeDigest({ db, now }: Context, wall: { now: string; today: string }): Promise<Digest | null> {
  if (!isDigestDue({ now: wall.now, toldOn: await toldOn(db), settings: await remindersOf(db) })) return null
  await markAll(db, [{ subject: 'digest', at: wall.today, shownAt: now().toISOString() }])
  await queries.forgetBefore(db, new Date(now().getTime() - keptFor).toISOString()).execute()
  const whose = { assigneeId: null, contactId: null }
  const span = tasks.spanOf('today', wall.now)
  const { tasks: count } = await tasks.count(db, whose, span, null).executeTakeFirstOrThrow()
  const first = await tasks.page(db, whose, span, null, { offset: 0, limit: 3 }).execute()
  return count === 0 ? null : { tasks: count, first: first.map(({ title }) => title) }
}

async function markAll(db: Db, rows: readonly { subject: string; at: string; shownAt: string }[]) {
  if (rows.length > 0) await queries.markShown(db, rows).execute()
}
