import type { Insertable } from 'kysely'
import type { CashClosingTable, CashEntryTable } from '../db/schema-payments.ts'
import type { Db } from '../db/schema.ts'

/** Visits that are over and done, in their order, each with the first of its services and with whose it was. */
export const visitsToBill = (db: Db, before: string) =>
  db
    .selectFrom('appointment as visit')
    .innerJoin('appointmentService as part', join => join.onRef('part.appointmentId', '=', 'visit.id').on('part.position', '=', 0))
    .innerJoin('service', 'service.id', 'part.serviceId')
    .innerJoin('contact', 'contact.id', 'visit.contactId')
    .select(['visit.id as appointmentId', 'visit.contactId', 'visit.endsAt', 'service.id as serviceId', 'part.staffId', 'service.name'])
    .select('contact.addresses')
    .select(({ fn, val }) => [
      fn.coalesce('part.price', 'service.price', val(0)).as('price'),
      fn<string>('trim', [fn<string>('concat', ['contact.givenName', val(' '), 'contact.familyName'])]).as('clientName'),
    ])
    .where('visit.status', '=', 'done')
    .where('visit.endsAt', '<', before)
    .orderBy('visit.endsAt')
    .orderBy('visit.id')

export const anyDocument = (db: Db) => db.selectFrom('document').select('id').limit(1)

export const anyTask = (db: Db) => db.selectFrom('task').select('id').limit(1)

/** Those who come often, and have a visit before or ahead of them. */
export const regulars = (db: Db, today: string) =>
  db
    .selectFrom('clientRhythm')
    .innerJoin('contact', 'contact.id', 'clientRhythm.contactId')
    .select('contactId')
    .where('contact.kind', '=', 'person')
    .where('contact.trashedAt', 'is', null)
    .where('lastAt', '<', today)
    .orderBy('visits', 'desc')
    .orderBy('contactId')
    .limit(40)

export const balance = (db: Db) => db.selectFrom('cashEntry').select('balance').orderBy('id', 'desc').limit(1)

export const insertEntry = (db: Db, row: Insertable<CashEntryTable>) => db.insertInto('cashEntry').values(row)

export const insertClosing = (db: Db, row: Insertable<CashClosingTable>) => db.insertInto('cashClosing').values(row)

export const companies = (db: Db) =>
  db.selectFrom('contact').select('id').where('kind', '=', 'company').where('trashedAt', 'is', null).orderBy('id').limit(2)

/** Who came last, the latest first. */
export const someClients = (db: Db, limit: number) =>
  db
    .selectFrom('document')
    .innerJoin('contact', 'contact.id', 'document.contactId')
    .select('contact.id')
    .where('contact.kind', '=', 'person')
    .where('contact.trashedAt', 'is', null)
    .groupBy('contact.id')
    .orderBy(({ fn }) => fn.max('document.id'), 'desc')
    .limit(limit)

/** What clients paid in full, in its order, with the moment of it. */
export const paidInvoices = (db: Db) =>
  db
    .selectFrom('document')
    .select(['id as documentId', 'contactId', 'issuedOn as day', 'gross'])
    .select(({ fn }) => fn.coalesce('issuedAt', 'createdAt').as('at'))
    .where('kind', '=', 'invoice')
    .where('issuedAt', 'is not', null)
    .where('open', '=', 0)
    .where('contactId', 'is not', null)
    .$narrowType<{ contactId: number }>()
    .orderBy('issuedAt')
    .orderBy('id')

/** The first ids of lots and of rewards given that nobody has yet. */
export const freeOfLoyalty = (db: Db) =>
  db.selectNoFrom(({ selectFrom, fn, lit, eb }) => [
    eb(
      fn.coalesce(
        selectFrom('loyaltyLot').select(({ fn }) => fn.max('id').as('id')),
        lit(0),
      ),
      '+',
      1,
    ).as('lot'),
    eb(
      fn.coalesce(
        selectFrom('loyaltyRedemption').select(({ fn }) => fn.max('id').as('id')),
        lit(0),
      ),
      '+',
      1,
    ).as('redemption'),
  ])

export const lastProductSold = (db: Db) =>
  db
    .selectFrom('documentLine')
    .select(['id', 'documentId', 'quantity'])
    .where('productId', 'is not', null)
    .where('creditsLineId', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
