import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import type { CalendarImport } from '../../shared/calendar/model.ts'
import { isFailure, type Problem } from '../../shared/calendar/problems.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { Context, JobContext } from '../handlers.ts'
import { understand, type Change } from './changes.ts'
import * as queries from './queries.ts'
import { readCalendar } from './reading.ts'
import { shopFor } from './shop.ts'

type Wanted = z.output<typeof CalendarImport>

/** So many are shown; all of them are counted. */
const [eventsShown, problemsShown] = [200, 500]
const entriesAtMost = 200_000
const writesAtOnce = 200
/** Milliseconds between two transactions: long enough for a waiting command to try again. */
const pause = 5

export async function previewCalendar(wanted: Wanted, context: Context) {
  const calendar = await readCalendar(context.file(wanted.file))
  const shop = await shopFor(context.db, context.now(), calendar.places)
  const [events, problems] = [
    [] as { uid: string; title: string; start: string; end: string; repeats: boolean; isKnown: boolean }[],
    [...calendar.problems],
  ]
  const uids = calendar.events.keys()
  for await (const { entries, repeats, isKnown, problems: found } of understand(context.db, calendar, shop)) {
    const [uid, first] = [uids.next().value!, entries[0]]
    problems.push(...found)
    if (!first || events.length === eventsShown) continue
    const [start, end] = [shop.clock.localOf(first.start), shop.clock.localOf(first.end)]
    events.push({ uid, title: first.title, start, end, repeats, isKnown })
  }
  return { total: calendar.events.size, events, problems: problems.slice(0, problemsShown) }
}

export async function importCalendar(wanted: Wanted, context: JobContext) {
  const { db } = context
  const file = context.file(wanted.file)
  if (wanted.staffId !== null && !(await queries.staff(db, wanted.staffId).executeTakeFirst())) throw new AppError('notFound', 'staffGone')
  const calendar = await readCalendar(file)
  const shop = await shopFor(db, context.now(), calendar.places)
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const problems: Problem[] = [...calendar.problems]
  let [waiting, events, entries] = [[] as Change[], 0, 0]

  async function write() {
    context.checkCancelled()
    for (let at = 0; at < waiting.length; at += writesAtOnce) {
      await context.transaction(() => writeAll(waiting.slice(at, at + writesAtOnce), wanted, context))
      await wait(pause)
    }
    waiting = []
    context.progress({ done: events, total: calendar.events.size, perSecond: null })
  }

  for await (const { changes, unchanged, problems: found, entries: own } of understand(db, calendar, shop)) {
    entries += own.length
    if (entries > entriesAtMost) throw new AppError('invalid', 'tooMany', { maximum: entriesAtMost })
    events++
    waiting.push(...changes)
    problems.push(...found)
    counts.unchanged += unchanged
    counts.created += changes.filter(({ action }) => action === 'create').length
    counts.updated += changes.filter(({ action }) => action !== 'create').length
    if (waiting.length >= writesAtOnce) await write()
  }
  await write()
  context.describe('calendarImported', { count: counts.created + counts.updated, file: file.name })
  const failed = new Set(problems.filter(({ reason }) => isFailure(reason)).map(({ line }) => line)).size
  return { ...counts, failed, problems: problems.slice(0, problemsShown) }
}

async function writeAll(changes: readonly Change[], wanted: Wanted, { db, now, session }: JobContext) {
  const at = now().toISOString()
  for (const change of changes) {
    if (change.action === 'create') await create(db, change, wanted, { at, user: session.user })
    else if (change.action === 'cancel') await queries.cancel(db, change.id, at).execute()
    else await update(db, change, at)
  }
}

type Of<Action> = Extract<Change, { action: Action }>

async function create(db: Db, { uid, key, values }: Of<'create'>, { as, staffId }: Wanted, author: { at: string; user: string }) {
  const entry = { kind: as, importedUid: uid, recurrenceStart: key, ...values, ...author }
  const { id } = await queries.insert(db, entry).executeTakeFirstOrThrow()
  await queries.insertTime(db, id, staffId, values).execute()
}

async function update(db: Db, { id, values }: Of<'change'>, at: string) {
  await queries.change(db, id, values, at).execute()
  await queries.changeTime(db, id, values).execute()
  await queries.removeFurther(db, id).execute()
}
