import { setTags } from '../contacts/tags.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './past-queries.ts'

export type Brought = { contacts: number; visits: number; entries: number; files: number }

/** Puts a client of the backup beside or in the place of today's: what they are, and what is missing of what was said and done. */
export async function bringBack(db: Db, pastId: number, changedAt: string, brought: Brought): Promise<number | null> {
  const [past] = await queries.pastRows(db, 'contact', 'id', pastId)
  if (!past) return null
  const id = await bringContact(db, past, changedAt)
  if (id === null) return null
  await setTags(db, id, await queries.pastTags(db, pastId))
  brought.contacts++
  brought.entries += await bringMissing(db, 'activity', pastId, id)
  brought.files += await bringMissing(db, 'attachment', pastId, id)
  brought.visits += await bringVisits(db, pastId, id)
  await bringRelations(db, pastId, id)
  return id
}

type Row = Awaited<ReturnType<typeof queries.pastRows>>[number]

/** null for one that is a part of another contact by now: it is taken apart first. */
async function bringContact(db: Db, { id: pastId, mergedInto, ...past }: Row, changedAt: string) {
  if (mergedInto !== null) return null
  const row = { ...past, custom: JSON.stringify(await knownFields(db, String(past.custom))), trashedAt: null, changedAt }
  const today = await queries.todaysId(db, 'contact', Number(pastId))
  if (today === null) return queries.insert(db, 'contact', { ...row, mergedInto: null })
  const now = await db.selectFrom('contact').select('mergedInto').where('id', '=', today).executeTakeFirstOrThrow()
  if (now.mergedInto !== null) return null
  await queries.update(db, 'contact', today, row)
  return today
}

/** Values of the shop's own fields, for those fields that there are today. */
async function knownFields(db: Db, custom: string) {
  const known: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(JSON.parse(custom) as Record<string, unknown>)) {
    if ((await queries.todaysId(db, 'field', Number(id))) !== null) known[id] = value
  }
  return known
}

async function bringMissing(db: Db, table: 'activity' | 'attachment', pastId: number, contactId: number) {
  let count = 0
  for (const row of await queries.pastRows(db, table, 'contactId', pastId)) {
    const today = await queries.todaysId(db, table, Number(row.id))
    if (today === null) await queries.insert(db, table, { ...row, contactId, ...(table === 'attachment' && { pictureAt: null }) })
    else if (!(await isInTrash(db, table, today)) || row.trashedAt !== null) continue
    else await queries.update(db, table, today, { trashedAt: null })
    count++
  }
  return count
}

const isInTrash = async (db: Db, table: 'activity' | 'attachment', id: number) =>
  (await db.selectFrom(table).select('trashedAt').where('id', '=', id).executeTakeFirst())?.trashedAt !== null

async function bringVisits(db: Db, pastId: number, contactId: number) {
  let count = 0
  for (const row of await queries.pastRows(db, 'appointment', 'contactId', pastId)) {
    if ((await queries.todaysId(db, 'appointment', Number(row.id))) !== null) continue
    const seriesId = await stillThere(db, 'series', row.seriesId)
    const appointmentId = await queries.insert(db, 'appointment', {
      ...row,
      contactId,
      seriesId,
      ...(seriesId === null && { recurrenceStart: null }),
    })
    for (const part of await queries.pastRows(db, 'appointmentService', 'appointmentId', Number(row.id))) {
      const who = { serviceId: await stillThere(db, 'service', part.serviceId), staffId: await stillThere(db, 'staff', part.staffId) }
      await queries.insert(db, 'appointmentService', {
        ...part,
        ...who,
        appointmentId,
        resourceId: await stillThere(db, 'resource', part.resourceId),
      })
    }
    count++
  }
  return count
}

/** With whom they are linked, where those are there today. */
async function bringRelations(db: Db, pastId: number, contactId: number) {
  for (const [own, other] of [
    ['fromId', 'toId'],
    ['toId', 'fromId'],
  ] as const) {
    for (const row of await queries.pastRows(db, 'relation', own, pastId)) {
      const partner = await stillThere(db, 'contact', row[other])
      if (partner !== null && (await queries.todaysId(db, 'relation', Number(row.id))) === null) {
        await queries.insert(db, 'relation', { ...row, [own]: contactId, [other]: partner })
      }
    }
  }
}

const stillThere = async (db: Db, table: queries.Stamped, id: Row[string] | undefined) =>
  typeof id === 'number' ? queries.todaysId(db, table, id) : null
