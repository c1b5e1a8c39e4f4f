import { sql, type Insertable } from 'kysely'
import type { ReminderItemTable, ReminderTable } from '../db/schema-dunning.ts'
import type { Db } from '../db/schema.ts'

const among = (ids: readonly number[]) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`

/** As the index of what is owed has it: neither a parameter nor the generated column would do. */
const isOpen = sql<boolean>`document.issuedAt is not null and document.kind <> 'quote' and document.gross <> document.settled`

/** The last reminder because of a document: each asks for more than the one before. */
const lastItem = sql<number>`(select max(id) from reminderItem where documentId = document.id)`

const withStanding = (db: Db) =>
  db
    .selectFrom('document')
    .leftJoin('reminderItem as item', join => join.on('item.id', '=', lastItem))
    .leftJoin('reminder', 'reminder.id', 'item.reminderId')
    .leftJoin('reminderPause as pause', 'pause.documentId', 'document.id')
    .leftJoin('reminderStop as stop', 'stop.contactId', 'document.contactId')
    .select(['document.id', 'document.contactId', 'document.kind', 'document.dueOn', 'document.settled', 'document.instalments'])
    .select(sql<number>`document.gross - document.settled`.as('open'))
    .select(['item.level', 'reminder.id as reminderId', 'reminder.day', 'reminder.payBy'])
    .select(['pause.until', 'pause.note', 'stop.id as stopId'])
    .where(isOpen)

/** Everything that is open, with where it stands: all of it from the index, whatever else a document says. */
export const standings = (db: Db, currency: string) => withStanding(db).where('document.currency', '=', currency)

/** The same added up by the day on which it is due, what is owed to clients apart: enough to tell how old it is. */
export const openByDueDay = (db: Db, currency: string) =>
  db
    .selectFrom('document')
    .where(isOpen)
    .where('document.currency', '=', currency)
    .groupBy(['document.dueOn', sql`document.gross < document.settled`])
    .select(['document.dueOn', sql<number>`sum(document.gross - document.settled)`.as('open'), sql<number>`count(*)`.as('documents')])

export const standingsOfContact = (db: Db, currency: string, contactId: number) =>
  standings(db, currency).where('document.contactId', '=', contactId)

export const standingsOf = (db: Db, currency: string, ids: readonly number[]) =>
  withStanding(db)
    .where('document.id', 'in', among(ids))
    // Without the plus, the index of the currency would be asked for all that is open.
    .where(sql<boolean>`+document.currency = ${currency}`)

/** What a list of what is open and a letter say of documents. */
export const documents = (db: Db, ids: readonly number[]) =>
  db.selectFrom('document').select(['id', 'number', 'issuedOn', 'gross', 'language', 'buyer', 'buyerName']).where('id', 'in', among(ids))

export const insert = (db: Db, row: Insertable<ReminderTable>) => db.insertInto('reminder').values(row).returning('id')

export const insertItems = (db: Db, rows: Insertable<ReminderItemTable>[]) => db.insertInto('reminderItem').values(rows)

const withCharge = (db: Db) =>
  db
    .selectFrom('reminder')
    .leftJoin('reminderCharge as charge', 'charge.reminderId', 'reminder.id')
    .selectAll('reminder')
    .select('charge.documentId as chargeId')

export const byIds = (db: Db, ids: readonly number[]) => withCharge(db).where('reminder.id', 'in', among(ids)).orderBy('reminder.id')

export const ofDocument = (db: Db, documentId: number) =>
  withCharge(db)
    .where('reminder.id', 'in', db.selectFrom('reminderItem').select('reminderId').where('documentId', '=', documentId))
    .orderBy('reminder.id', 'desc')

/** Those of a contact below a moment, the latest first. */
export const ofContact = (db: Db, contactId: number, below: { at: string; id: number }, limit: number) =>
  withCharge(db)
    .where('reminder.contactId', '=', contactId)
    .where(sql<boolean>`(reminder.at, reminder.id) < (${below.at}, ${below.id})`)
    .orderBy('reminder.at', 'desc')
    .orderBy('reminder.id', 'desc')
    .limit(limit)

export const itemsOf = (db: Db, reminderIds: readonly number[]) =>
  db
    .selectFrom('reminderItem as item')
    .innerJoin('document', 'document.id', 'item.documentId')
    .select(['item.reminderId', 'item.documentId', 'item.level', 'item.dueOn', 'item.open', 'item.interest'])
    .select(['document.number', 'document.issuedOn'])
    .where('item.reminderId', 'in', among(reminderIds))
    .orderBy('item.id')

export const pause = (db: Db, documentId: number, until: string, note: string) =>
  db
    .insertInto('reminderPause')
    .values({ documentId, until, note })
    .onConflict(conflict => conflict.column('documentId').doUpdateSet({ until, note }))

export const goOn = (db: Db, documentId: number) => db.deleteFrom('reminderPause').where('documentId', '=', documentId)

export const stopOf = (db: Db, contactId: number) => db.selectFrom('reminderStop').select('id').where('contactId', '=', contactId)

export const stop = (db: Db, contactId: number, at: string) => db.insertInto('reminderStop').values({ contactId, at })

export const remindAgain = (db: Db, contactId: number) => db.deleteFrom('reminderStop').where('contactId', '=', contactId)

export const insertCharge = (db: Db, reminderId: number, documentId: number) =>
  db.insertInto('reminderCharge').values({ reminderId, documentId })
