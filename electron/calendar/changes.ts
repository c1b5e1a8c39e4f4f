import { entriesOf, type Entry } from '../../shared/calendar/entries.ts'
import type { Problem } from '../../shared/calendar/problems.ts'
import type { Shop } from '../../shared/calendar/dates.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import type { Calendar } from './reading.ts'
import { ownIn } from './telling.ts'

type Values = Readonly<{ startsAt: string; endsAt: string; title: string; note: string }>
export type Change = Readonly<
  | { action: 'create'; uid: string; key: string | null; values: Values }
  | { action: 'change'; id: number; values: Values }
  | { action: 'cancel'; id: number }
>
/** What an event comes to, and what has to be done about it. */
export type Understood = Readonly<{
  entries: readonly Entry[]
  repeats: boolean
  isKnown: boolean
  changes: readonly Change[]
  unchanged: number
  problems: readonly Problem[]
}>

type Row = Awaited<ReturnType<ReturnType<typeof queries.imported>['executeTakeFirstOrThrow']>>
const eventsAtOnce = 100

/** Event by event, beside what stands in the diary of it already. */
export async function* understand(db: Db, { events }: Calendar, shop: Shop): AsyncGenerator<Understood, void, undefined> {
  const uids = [...events.keys()]
  for (let at = 0; at < uids.length; at += eventsAtOnce) {
    const page = uids.slice(at, at + eventsAtOnce)
    const [rows, own] = [await queries.imported(db, page).execute(), await ownAmong(db, page)]
    for (const uid of page) {
      const known = rows.filter(({ importedUid }) => importedUid === uid)
      yield own.has(uid) ? ours(events.get(uid)!, shop) : compare(uid, entriesOf(events.get(uid)!, shop), known, shop)
    }
  }
}

/** What went out of here is known better here than in any file. */
function ours(events: Parameters<typeof entriesOf>[0], shop: Shop): Understood {
  const { entries, repeats } = entriesOf(events, shop)
  return { entries, repeats, isKnown: true, changes: [], unchanged: entries.length, problems: [] }
}

function compare(
  uid: string,
  { entries, problems, repeats, isWhole }: ReturnType<typeof entriesOf>,
  rows: readonly Row[],
  shop: Shop,
): Understood {
  const known = new Map(rows.map(row => [row.recurrenceStart, row]))
  const changes = entries.flatMap(entry => changeFor(uid, entry, known.get(entry.key)) ?? [])
  const keys = new Set(entries.map(({ key }) => key))
  // Dates that an event has no more; those behind us stay as they were.
  const gone = rows.filter(row => row.status !== 'cancelled' && !keys.has(row.recurrenceStart) && Date.parse(row.startsAt) >= shop.now)
  const cancelled = isWhole && entries.length > 0 ? gone.map(({ id }): Change => ({ action: 'cancel', id })) : []
  const unchanged = entries.length - changes.length
  return { entries, repeats, isKnown: rows.length > 0, changes: [...changes, ...cancelled], unchanged, problems }
}

/** null where all is as it should be. A visit that was cancelled here stays cancelled. */
function changeFor(uid: string, entry: Entry, row: Row | undefined): Change | null {
  const values = {
    startsAt: new Date(entry.start).toISOString(),
    endsAt: new Date(entry.end).toISOString(),
    title: entry.title,
    note: entry.note,
  }
  if (!row) return entry.isCancelled ? null : { action: 'create', uid, key: entry.key, values }
  if (row.status === 'cancelled') return null
  if (entry.isCancelled) return { action: 'cancel', id: row.id }
  const isSame = (['startsAt', 'endsAt', 'title', 'note'] as const).every(name => row[name] === values[name])
  return isSame ? null : { action: 'change', id: row.id, values }
}

async function ownAmong(db: Db, uids: readonly string[]): Promise<ReadonlySet<string>> {
  const said = uids.map(uid => ({ uid, ...ownIn(uid) })).filter(({ id }) => id !== undefined)
  if (said.length === 0) return new Set()
  const rows = await queries
    .own(
      db,
      said.map(({ id }) => id!),
    )
    .execute()
  const made = new Map(rows.map(({ id, createdAt }) => [id, Date.parse(createdAt)]))
  return new Set(said.filter(({ id, createdAt }) => made.get(id!) === createdAt!.getTime()).map(({ uid }) => uid))
}
