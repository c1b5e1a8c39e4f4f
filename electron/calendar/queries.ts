import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

const columns = [
  ...(['id', 'kind', 'status', 'contactId', 'title', 'note', 'startsAt', 'endsAt', 'sequence', 'createdAt', 'changedAt'] as const),
]

export const appointment = (db: Db, id: number) => db.selectFrom('appointment').select(columns).where('id', '=', id)

type Part = { from: string; to: string; staffId: number | null; after: { startsAt: string; id: number }; limit: number }

/** Those that begin in this time, a page of them. */
export const beginning = (db: Db, { from, to, staffId, after, limit }: Part) =>
  db
    .selectFrom('appointment')
    .select(columns)
    .where('startsAt', '>=', from)
    .where('startsAt', '<', to)
    .where(({ and, eb, or }) =>
      or([eb('startsAt', '>', after.startsAt), and([eb('startsAt', '=', after.startsAt), eb('id', '>', after.id)])]),
    )
    .$if(staffId !== null, query =>
      query.where('id', 'in', db.selectFrom('appointmentService').select('appointmentId').where('staffId', '=', staffId)),
    )
    .orderBy('startsAt')
    .orderBy('id')
    .limit(limit)

/** What somebody has from one time to another, and only that: the index finds it by the person. */
export const visitsOf = (db: Db, staffId: number, from: string, to: string) =>
  db
    .selectFrom('appointmentService')
    .innerJoin('appointment', 'appointment.id', 'appointmentService.appointmentId')
    .select(columns.map(column => `appointment.${column}` as const))
    .distinct()
    .where('appointmentService.staffId', '=', staffId)
    .where('appointmentService.startsAt', '>=', from)
    .where('appointmentService.startsAt', '<', to)
    .where('appointment.kind', '=', 'visit')
    .where('appointment.status', 'not in', ['cancelled', 'noShow'])
    .orderBy('appointment.startsAt')
    .orderBy('appointment.id')

/** When somebody is taken, from a time on, in order. */
export const timesTaken = (db: Db, staffId: number, from: string) =>
  db
    .selectFrom('appointmentService')
    .innerJoin('appointment', 'appointment.id', 'appointmentService.appointmentId')
    .select([
      ...(['appointment.id', 'appointment.kind', 'appointment.contactId', 'appointment.title'] as const),
      ...(['appointmentService.startsAt', 'appointmentService.endsAt'] as const),
    ])
    .where('appointmentService.staffId', '=', staffId)
    .where('appointmentService.startsAt', '>=', from)
    .where('appointment.status', 'not in', ['cancelled', 'noShow'])
    .orderBy('appointmentService.startsAt')

export const servicesOf = (db: Db, appointmentIds: readonly number[]) =>
  db
    .selectFrom('appointmentService')
    .leftJoin('service', 'service.id', 'appointmentService.serviceId')
    .select([
      ...(['appointmentService.appointmentId', 'appointmentService.staffId'] as const),
      ...(['appointmentService.startsAt', 'appointmentService.endsAt', 'service.name'] as const),
    ])
    .where('appointmentId', 'in', appointmentIds)
    .orderBy('appointmentId')
    .orderBy('appointmentService.position')

export const clients = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('contact')
    .select(['id', 'kind', 'namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'])
    .where('id', 'in', ids)

/** What came of these events before. */
export const imported = (db: Db, uids: readonly string[]) =>
  db
    .selectFrom('appointment')
    .select(['id', 'importedUid', 'recurrenceStart', 'startsAt', 'endsAt', 'title', 'note', 'status'])
    .where('importedUid', 'in', uids)

/** Visits that went out of here, by what their UIDs say. */
export const own = (db: Db, ids: readonly number[]) => db.selectFrom('appointment').select(['id', 'createdAt']).where('id', 'in', ids)

type NewEntry = {
  kind: 'visit' | 'block'
  title: string
  note: string
  startsAt: string
  endsAt: string
  importedUid: string
  recurrenceStart: string | null
  user: string
  at: string
}

export const insert = (db: Db, { at, ...entry }: NewEntry) =>
  db
    .insertInto('appointment')
    .values({
      ...{ ...entry, status: 'booked', contactId: null, source: '', deposit: null, seriesId: null, detachedAt: null },
      ...{ cancelledAt: null, cancelledBy: null, cancelReason: '', isLate: 0, despite: '[]', sequence: 0, createdAt: at, changedAt: at },
    })
    .returning('id')

type Time = { startsAt: string; endsAt: string }

export const insertTime = (db: Db, appointmentId: number, staffId: number | null, { startsAt, endsAt }: Time) =>
  db.insertInto('appointmentService').values({
    ...{ appointmentId, position: 0, serviceId: null, staffId, resourceId: null, startsAt, endsAt, price: null },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, processingAfterMinutes: null, processingMinutes: null },
  })

export const change = (db: Db, id: number, values: Time & { title: string; note: string }, changedAt: string) =>
  db
    .updateTable('appointment')
    .set({ ...values, changedAt, sequence: sql`sequence + 1` })
    .where('id', '=', id)

/** Whatever somebody made of it since: what the file says is one service long. */
export const changeTime = (db: Db, appointmentId: number, { startsAt, endsAt }: Time) =>
  db.updateTable('appointmentService').set({ startsAt, endsAt }).where('appointmentId', '=', appointmentId).where('position', '=', 0)
export const removeFurther = (db: Db, appointmentId: number) =>
  db.deleteFrom('appointmentService').where('appointmentId', '=', appointmentId).where('position', '>', 0)

export const cancel = (db: Db, id: number, at: string) =>
  db
    .updateTable('appointment')
    .set({ status: 'cancelled', cancelledAt: at, cancelledBy: 'shop', changedAt: at, sequence: sql`sequence + 1` })
    .where('id', '=', id)

export const staff = (db: Db, id: number) => db.selectFrom('staff').select(['id', 'name', 'archivedAt']).where('id', '=', id)

/** Closures that touch these days. */
export const closures = (db: Db) => db.selectFrom('closure').select(['firstDay', 'lastDay', 'hours'])

export const feeds = (db: Db) => db.selectFrom('calendarFeed').selectAll().orderBy('id')
/** Those of people who work here: whoever leaves takes no address along. */
export const feedsOfStaff = (db: Db) =>
  db
    .selectFrom('calendarFeed')
    .innerJoin('staff', 'staff.id', 'calendarFeed.staffId')
    .selectAll('calendarFeed')
    .where('staff.archivedAt', 'is', null)
export const insertFeed = (db: Db, feed: { staffId: number; keyHash: string; createdAt: string }) =>
  db.insertInto('calendarFeed').values(feed).returning('id')
export const removeFeed = (db: Db, id: number) => db.deleteFrom('calendarFeed').where('id', '=', id)
