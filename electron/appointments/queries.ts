import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely'
import type { Below } from '../timeline/source.ts'
import type { Db } from '../db/schema.ts'
import type { AppointmentServiceTable, AppointmentTable, SeriesTable } from '../db/schema-appointments.ts'

/** Nothing in the diary takes longer: what touches a moment began a day before it at the earliest. */
const longest = 86_400_000
const dayBefore = (instant: string) => new Date(Date.parse(instant) - longest).toISOString()

const among = (ids: readonly number[]) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`

/** Those that touch this time. */
export const between = (db: Db, from: string, to: string) =>
  db
    .selectFrom('appointment')
    .selectAll()
    .where('startsAt', '>=', dayBefore(from))
    .where('startsAt', '<', to)
    .where('endsAt', '>', from)
    .orderBy('startsAt')
    .orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('appointment').selectAll().where('id', '=', id)

export const ofSeries = (db: Db, seriesId: number) =>
  db.selectFrom('appointment').selectAll().where('seriesId', '=', seriesId).orderBy('startsAt').orderBy('id')

export const servicesOf = (db: Db, ids: readonly number[]) =>
  db.selectFrom('appointmentService').selectAll().where('appointmentId', 'in', among(ids)).orderBy('appointmentId').orderBy('position')

/** Of these people, rooms and courses, and of this client. */
export type Whose = Readonly<{
  staffIds: readonly number[]
  resourceIds: readonly number[]
  serviceIds: readonly number[]
  contactId: number | null
}>

/** What takes the time of any of these from one moment to another; of everybody where nobody is named. */
export const busyBetween = (db: Db, from: string, to: string, whose?: Whose) =>
  db
    .selectFrom('appointment as visit')
    .innerJoin('appointmentService as part', 'part.appointmentId', 'visit.id')
    .leftJoin('service', 'service.id', 'part.serviceId')
    .leftJoin('contact', 'contact.id', 'visit.contactId')
    .select(['visit.id', 'visit.kind', 'visit.contactId', 'visit.title', 'service.seats'])
    .select(['part.serviceId', 'part.staffId', 'part.resourceId', 'part.startsAt', 'part.endsAt'])
    .select(['part.bufferBeforeMinutes', 'part.bufferAfterMinutes', 'part.processingAfterMinutes', 'part.processingMinutes'])
    .select(['contact.givenName', 'contact.familyName', 'contact.organization'])
    .where('visit.startsAt', '>=', dayBefore(from))
    .where('visit.startsAt', '<', to)
    .where('visit.status', 'not in', ['cancelled', 'noShow'])
    .$if(whose !== undefined, query =>
      query.where(({ or, eb }) =>
        or([
          eb('part.staffId', 'in', among(whose!.staffIds)),
          eb('part.resourceId', 'in', among(whose!.resourceIds)),
          eb('part.serviceId', 'in', among(whose!.serviceIds)),
          eb('visit.contactId', '=', whose!.contactId),
        ]),
      ),
    )
    .orderBy('visit.startsAt')
    .orderBy('part.id')

export const ofContact = (db: Db, contactId: number, below: Below, limit: number) =>
  db
    .selectFrom('appointment')
    .selectAll()
    .where('contactId', '=', contactId)
    .where('startsAt', '<=', below.at)
    .where(sql<SqlBool>`(startsAt, id) < (${below.at}, ${below.id})`)
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)

/** What must be known of clients wherever a visit is shown. */
export const clients = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('contact')
    .leftJoin('clientRhythm', 'clientRhythm.contactId', 'contact.id')
    .select(['contact.id', 'kind', 'namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'])
    .select(['phones', 'emails', 'alerts', 'blockedAt', 'trashedAt', 'visits', 'noShows'])
    .where('contact.id', 'in', among(ids))

export const insert = (db: Db, row: Insertable<AppointmentTable>) => db.insertInto('appointment').values(row).returningAll()
export const insertServices = (db: Db, rows: Insertable<AppointmentServiceTable>[]) => db.insertInto('appointmentService').values(rows)
export const insertSeries = (db: Db, row: Insertable<SeriesTable>) => db.insertInto('series').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<AppointmentTable>) => db.updateTable('appointment').set(row).where('id', '=', id)
export const updateService = (db: Db, id: number, row: Updateable<AppointmentServiceTable>) =>
  db.updateTable('appointmentService').set(row).where('id', '=', id)
export const removeServices = (db: Db, appointmentId: number) =>
  db.deleteFrom('appointmentService').where('appointmentId', '=', appointmentId)

/** How many visits to come take this service, or this room. */
export const visitsToCome = (db: Db, what: 'serviceId' | 'resourceId', id: number, after: string) =>
  db
    .selectFrom('appointment as visit')
    .innerJoin('appointmentService as part', 'part.appointmentId', 'visit.id')
    .select(({ fn }) => fn.count<number>('visit.id').distinct().as('visits'))
    .where('visit.startsAt', '>', after)
    .where('visit.status', 'not in', ['cancelled', 'noShow'])
    .where(`part.${what}`, '=', id)

/** A client's visits that were not cancelled, the latest first, with what was done by whom. */
export const visitsOf = (db: Db, contactIds: readonly number[], from: string) =>
  db
    .selectFrom('appointment as visit')
    .innerJoin('appointmentService as part', 'part.appointmentId', 'visit.id')
    .select([
      'visit.id',
      'visit.contactId',
      'visit.startsAt',
      'part.serviceId',
      'part.staffId',
      'part.startsAt as partStartsAt',
      'part.endsAt as partEndsAt',
    ])
    .where('visit.contactId', 'in', among(contactIds))
    .where('visit.startsAt', '>=', from)
    .where('visit.status', 'not in', ['cancelled', 'noShow'])
    .orderBy('visit.startsAt', 'desc')
    .orderBy('part.position')

export const rhythm = (db: Db, contactId: number) => db.selectFrom('clientRhythm').selectAll().where('contactId', '=', contactId)

const kept = (db: Db, contactId: number) =>
  db
    .selectFrom('appointment')
    .select(['id', 'startsAt'])
    .where('contactId', '=', contactId)
    .where('status', 'not in', ['cancelled', 'noShow'])

export const lastVisit = (db: Db, contactId: number, now: string) =>
  kept(db, contactId).where('startsAt', '<=', now).orderBy('startsAt', 'desc').limit(1)

export const nextVisit = (db: Db, contactId: number, now: string) =>
  kept(db, contactId).where('startsAt', '>', now).orderBy('startsAt').limit(1)

/** Whose next visit was due by this day, the most recently due first: whoever is years overdue is gone. */
export const dueBy = (db: Db, day: string, limit: number) =>
  db.selectFrom('clientRhythm').select(['contactId', 'usualDays', 'lastAt']).where('dueOn', '<=', day).orderBy('dueOn', 'desc').limit(limit)

export const callsAbout = (db: Db, appointmentId: number) =>
  db.selectFrom('holeCall').selectAll().where('appointmentId', '=', appointmentId).orderBy('id')
export const insertCall = (
  db: Db,
  row: { appointmentId: number; contactId: number; outcome: 'noAnswer' | 'declined' | 'booked'; at: string },
) => db.insertInto('holeCall').values(row)
