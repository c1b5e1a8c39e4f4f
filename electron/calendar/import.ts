import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import type { CalendarImport } from '../../shared/calendar/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import { understand, type Change } from './changes.ts'
import { createTally } from './counting.ts'
import * as queries from './queries.ts'
import { readCalendar } from './reading.ts'
import { shopFor } from './shop.ts'

type Wanted = z.output<typeof CalendarImport>

const entriesAtMost = 200_000
const writesAtOnce = 200
/** Milliseconds between two transactions: long enough for a waiting command to try again. */
const pause = 5

export async function importCalendar(wanted: Wanted, context: JobContext) {
  const { db } = context
  const file = context.file(wanted.file)
  if (wanted.staffId !== null && !(await queries.staff(db, wanted.staffId).executeTakeFirst())) throw new AppError('notFound', 'staffGone')
  const calendar = await readCalendar(file)
  const shop = await shopFor(db, context.now(), calendar.places)
  const tally = createTally(calendar.problems)
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

  for await (const event of understand(db, calendar, shop)) {
    entries += event.entries.length
    if (entries > entriesAtMost) throw new AppError('invalid', 'tooMany', { maximum: entriesAtMost })
    events++
    tally.add(event)
    waiting.push(...event.changes)
    if (waiting.length >= writesAtOnce) await write()
  }
  await write()
  const result = tally.result()
  context.describe('calendarImported', { count: result.created + result.updated, file: file.name })
  return result
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
