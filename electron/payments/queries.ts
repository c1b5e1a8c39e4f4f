import { sql, type Insertable } from 'kysely'
import type { PaymentMethod } from '../../shared/payments/model.ts'
import type { PaymentTable } from '../db/schema-payments.ts'
import type { Db } from '../db/schema.ts'

/**
 * What nothing has been settled with yet, and was not given back. Money that goes back has nothing left: it either settles what is
 * owed, or is taken off the payment that it gives back.
 */
const left = sql<number>`iif(payment.amount < 0, 0, payment.amount
  - (select coalesce(sum(amount), 0) from settlement where paymentId = payment.id)
  + (select coalesce(sum(back.amount - (select coalesce(sum(amount), 0) from settlement where paymentId = back.id)), 0)
     from payment as back where back.refundsId = payment.id))`

const withLeft = (db: Db) => db.selectFrom('payment').selectAll('payment').select(left.as('left'))

export const byId = (db: Db, id: number) => withLeft(db).where('id', '=', id)

export const insert = (db: Db, row: Insertable<PaymentTable>) => db.insertInto('payment').values(row).returning('id')

export const settlementsOf = (db: Db, paymentIds: readonly number[]) =>
  db
    .selectFrom('settlement')
    .innerJoin('document', 'document.id', 'settlement.documentId')
    .select(['settlement.paymentId', 'settlement.documentId', 'settlement.amount', 'document.number'])
    .where('settlement.paymentId', 'in', paymentIds)
    .orderBy('settlement.id')

export const documents = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'issuedAt', 'open', 'currency', 'contactId', 'buyerName'])
    .where('id', 'in', ids)

/** What of a payment was given back, as a negative sum. */
export const givenBack = (db: Db, paymentId: number) =>
  db
    .selectFrom('payment')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('amount'), sql<number>`0`).as('amount'))
    .where('refundsId', '=', paymentId)

type PaymentFilter = Readonly<{
  documentId: number | null
  contactId: number | null
  method: PaymentMethod | null
  from: string | null
  to: string | null
  before: number | null
}>

/** By day, and those of a day in the order in which they were entered; `before` is the last one that is known. */
export const list = (db: Db, { documentId, contactId, method, from, to, before }: PaymentFilter, limit: number) =>
  withLeft(db)
    .$if(documentId !== null, query =>
      query.where('id', 'in', db.selectFrom('settlement').select('paymentId').where('documentId', '=', documentId!)),
    )
    .$if(contactId !== null, query => query.where('contactId', '=', contactId))
    .$if(method !== null, query => query.where('method', '=', method))
    .$if(from !== null, query => query.where('day', '>=', from!))
    .$if(to !== null, query => query.where('day', '<=', to!))
    .$if(before !== null, query => query.where(sql<boolean>`(day, id) < (select day, id from payment where id = ${before})`))
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)

const onDays = (db: Db, from: string | null, to: string | null) =>
  db
    .selectFrom('payment')
    .$if(from !== null, query => query.where('day', '>=', from!))
    .$if(to !== null, query => query.where('day', '<=', to!))

export const sumsByMethod = (db: Db, from: string | null, to: string | null) =>
  onDays(db, from, to)
    .select(['method', sql<number>`count(*)`.as('payments'), sql<number>`sum(amount)`.as('amount'), sql<number>`sum(tip)`.as('tips')])
    .groupBy('method')
    .orderBy('method')

/** What nothing has been settled with of all of these. */
export const leftOf = (db: Db, from: string | null, to: string | null) =>
  onDays(db, from, to).select(sql<number>`coalesce(sum(${left}), 0)`.as('left'))

export const countBetween = (db: Db, from: string, to: string) => onDays(db, from, to).select(sql<number>`count(*)`.as('payments'))

/** The earliest first, after that one: what came before its day is not looked at again. */
export const between = (db: Db, from: string, to: string, after: { day: string; id: number }, limit: number) =>
  withLeft(db)
    .where('day', '>=', after.day || from)
    .where('day', '<=', to)
    .where(sql<boolean>`(day, id) > (${after.day}, ${after.id})`)
    .orderBy('day')
    .orderBy('id')
    .limit(limit)
/** What of an open document is due: of one that is paid in parts, those whose day is over, less what is settled. */
const overdue = (today: string) => sql<number>`iif(instalments is null, open,
  (select coalesce(sum(value ->> 'amount'), 0) from json_each(instalments) where value ->> 'dueOn' < ${today}) - settled)`
/** As they are booked, with whom they were: the earliest first, after that one. */
export const bookedBetween = (db: Db, from: string, to: string, after: { day: string; id: number }, limit: number) =>
  db
    .selectFrom('payment')
    .leftJoin('contact', 'contact.id', 'payment.contactId')
    .selectAll('payment')
    .select(['contact.givenName', 'contact.familyName', 'contact.organization'])
    .where('payment.day', '>=', after.day || from)
    .where('payment.day', '<=', to)
    .where(sql<boolean>`(payment.day, payment.id) > (${after.day}, ${after.id})`)
    .orderBy('payment.day')
    .orderBy('payment.id')
    .limit(limit)

export const settledBy = (db: Db, paymentIds: readonly number[]) =>
  db
    .selectFrom('settlement')
    .innerJoin('document', 'document.id', 'settlement.documentId')
    .select(['settlement.paymentId', 'settlement.amount', 'document.number', 'document.contactId', 'document.buyerName'])
    .where('settlement.paymentId', 'in', paymentIds)
    .orderBy('settlement.id')

export const openOf = (db: Db, contactId: number, today: string) =>
  db
    .selectFrom('document')
    .select([
      sql<number>`coalesce(sum(open), 0)`.as('open'),
      sql<number>`coalesce(sum(${overdue(today)}) filter (where open > 0 and dueOn < ${today}), 0)`.as('overdue'),
      sql<number>`count(*) filter (where issuedAt is not null and kind <> 'quote')`.as('documents'),
    ])
    .where('contactId', '=', contactId)

/**
 * What more went back than came in money for what was credited to a client, as far as a gift card had paid for it: it was paid by
 * whoever bought the card, and is no less because it went back in cash.
 */
const cardsGivenBack = (contactId: number) => sql<number>`(
  select coalesce(sum(max(0, min(-money, card))), 0) from (
    select
      coalesce(sum(settlement.amount) filter (where way.method <> 'voucher'), 0) as money,
      coalesce(sum(settlement.amount) filter (where way.method = 'voucher'), 0) as card
    from (select distinct sourceId from document where contactId = ${contactId} and kind = 'creditNote') as credited
    join document as part on part.id = credited.sourceId or (part.sourceId = credited.sourceId and part.kind = 'creditNote')
    join settlement on settlement.documentId = part.id
    join payment as way on way.id = settlement.paymentId
    group by credited.sourceId))`

/** What somebody has paid over time, less what went back of it. What is paid with a gift card was paid when the card was bought. */
export const paidBy = (db: Db, contactId: number) =>
  db
    .selectFrom('payment')
    .select([
      sql<number>`coalesce(sum(amount) filter (where method <> 'voucher'), 0) + ${cardsGivenBack(contactId)}`.as('revenue'),
      sql<number>`coalesce(sum(${left}), 0)`.as('credit'),
    ])
    .where('contactId', '=', contactId)
