import { immediately } from '../db/immediately.ts'
import type { Connection } from '../db/open.ts'
import { conclude } from './engine.ts'
import * as queries from './queries.ts'
import { recordChanges, stopRecording } from './recording.ts'
import { createRestore } from './restore.ts'

const changesAtOnce = 2000
const rangeIdsAtOnce = 5000
/** What the history says of it. */
const interrupted = { text: 'interrupted', params: {}, contactId: null }

/**
 * Removes every trace of an operation that did not finish, but for rows that somebody else has changed meanwhile: their work
 * stays. Can itself be interrupted, and goes on where it stopped. Where it has added to a book that is only ever added to, what it
 * wrote so far is what it did.
 */
export async function rollBack(connection: Connection, id: number) {
  const { sqlite, db } = connection
  const booked = await queries.booked(db, id).executeTakeFirst()
  if (booked) return void (await immediately(connection, () => conclude(db, id, booked.at, interrupted)))
  stopRecording(sqlite)
  try {
    while (await immediately(connection, () => rollBackRange(connection, id)));
    while (await immediately(connection, () => rollBackChanges(connection, id)));
    await queries.forget(db, id).execute()
  } finally {
    recordChanges(sqlite)
  }
}

/** What a crash left half done, newest first. */
export async function rollBackAll(connection: Connection, ids: readonly number[]) {
  const failures: unknown[] = []
  for (const id of ids) await rollBack(connection, id).catch(error => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

async function rollBackChanges({ sqlite, db }: Connection, id: number) {
  const changes = await queries.changesNewestFirst(db, id, Number.MAX_SAFE_INTEGER, changesAtOnce).execute()
  sqlite.pragma('defer_foreign_keys = on')
  const restore = createRestore(sqlite)
  for (const change of changes) if (!restore.isBuiltOn(change)) restore.change(change)
  for (const change of changes) await queries.removeChange(db, change.id).execute()
  return changes.length > 0
}

async function rollBackRange({ sqlite, db }: Connection, id: number) {
  const range = await queries.rangesNewestFirst(db, id).executeTakeFirst()
  if (!range) return false
  const from = Math.max(range.firstId, range.lastId - rangeIdsAtOnce + 1)
  createRestore(sqlite).untouchedRange(range, from)
  await (from === range.firstId ? queries.removeRange(db, range.id) : queries.shortenRange(db, range.id, from - 1)).execute()
  return true
}
