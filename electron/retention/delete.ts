import { sql } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { Deleted } from '../../shared/retention/model.ts'
import { immediately } from '../db/immediately.ts'
import type { Db } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import { writeOffPoints } from '../loyalty/write-off.ts'
import { recordChanges, stopRecording } from '../operations/recording.ts'
import { erase, forgetHistoryOf, forgetNamesOf, forgetTagsOf } from './erase.ts'
import { isNeeded, pointingAtContacts, withParts, type Pointing } from './goes-along.ts'
import * as queries from './queries.ts'

/** The trash of clients' notes and files, and of deals. */
const entryTables = ['activity', 'attachment', 'deal'] as const
const entriesAtOnce = 500

/**
 * Deletes for good: what the history would keep to take it back by is not written, and what it knows already goes too. The trace
 * that stays says how much was deleted, and when.
 */
export async function purging(context: JobContext, work: (deleted: Deleted, kept: number[]) => Promise<void>): Promise<Deleted> {
  const deleted: Deleted = { contacts: 0, entries: 0, files: 0, kept: 0 }
  const kept: number[] = []
  stopRecording(context.sqlite)
  try {
    await work(deleted, kept)
  } catch (error) {
    // Whoever cancels is told of what has gone already: it does not come back.
    if (!(error instanceof AppError && error.code === 'cancelled')) throw error
  } finally {
    recordChanges(context.sqlite)
  }
  deleted.kept = kept.length
  if (kept.length > 0) await writeOffPoints(context, kept)
  const { contacts, entries, files } = deleted
  if (contacts + entries + files === 0) return deleted
  await context.transaction(() => queries.notePurge(context.db, { at: context.now().toISOString(), contacts, entries, files }).execute())
  context.describe('trashPurged', { count: contacts, entries: entries + files })
  return deleted
}

/** One client after the other, each as a whole: a crash leaves nobody half deleted. */
export async function deleteContacts(context: JobContext, ids: readonly number[], deleted: Deleted, kept: number[]) {
  const pointing = await pointingAtContacts(context.db)
  for (const [index, id] of ids.entries()) {
    context.checkCancelled()
    await immediately(context, async () => {
      if (!(await deleteContact(context, id, pointing, deleted))) kept.push(id)
    })
    context.progress({ done: index + 1, total: ids.length, perSecond: null })
    await breathe()
  }
}

/** False where the books need them. */
async function deleteContact({ db, now }: JobContext, id: number, pointing: Pointing, deleted: Deleted) {
  const [trashed] = await queries.trashedContacts(db).where('id', '=', id).execute()
  if (!trashed) return true
  const parts = await withParts(db, id)
  if (await isNeeded(db, parts, pointing)) return false
  for (const { table, column } of pointing.letting) await letGo(db, table, column, parts)
  for (const { table, column } of pointing.along) {
    const count = await erase(db, { table, column, ids: parts, at: now().toISOString() })
    if (table === 'activity') deleted.entries += count
    if (table === 'attachment') deleted.files += count
  }
  await forgetTagsOf(db, parts)
  await forgetNamesOf(db, parts)
  await forgetHistoryOf(db, 'contact', parts)
  await sql`update contact set mergedInto = null where id in (${sql.join(parts)}) and mergedInto is not null`.execute(db)
  await sql`delete from contact where id in (${sql.join(parts)})`.execute(db)
  deleted.contacts++
  return true
}

async function letGo(db: Db, table: string, column: string, ids: readonly number[]) {
  const isTheirs = sql`${sql.ref(column)} in (${sql.join(ids)})`
  const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)} where ${isTheirs}`.execute(db)
  await forgetHistoryOf(
    db,
    table as 'appointment' | 'deal',
    rows.map(row => row.id),
  )
  const unsaid = table === 'appointment' ? sql`, title = '', note = '', cancelReason = ''` : sql``
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = null ${unsaid} where ${isTheirs}`.execute(db)
}

/** Notes, files and deals that were thrown away before that moment, of clients who are still there. */
export async function deleteEntries(context: JobContext, before: string, deleted: Deleted) {
  for (const table of entryTables) {
    for (;;) {
      context.checkCancelled()
      const count = await immediately(context, () => deleteSome(context, table, before))
      deleted[table === 'attachment' ? 'files' : 'entries'] += count
      if (count < entriesAtOnce) break
      await breathe()
    }
  }
}

async function deleteSome({ db, now }: JobContext, table: (typeof entryTables)[number], before: string) {
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where trashedAt < ${before} limit ${entriesAtOnce}`.execute(db)
  return erase(db, { table, column: 'id', ids: rows.map(({ id }) => id), at: now().toISOString() })
}
