import { sql, type Expression, type SqlBool } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import { cards } from '../../shared/reports/sales.ts'
import type { Filters } from '../../shared/reports/model.ts'
import type { Db } from '../db/schema.ts'
import { part, whole, type Named } from './cover.ts'

/** Which of the sums are looked at; `kinds` says whether what was charged for gift cards is revenue here, or all that is. */
export type SaleFilter = Pick<Filters, 'staffId' | 'serviceId' | 'productId' | 'category'> &
  Readonly<{ currency: string; kinds?: 'revenue' | 'cards' | 'charged' }>

/** All that is revenue. */
export const everythingIn = (currency: string): SaleFilter => ({
  ...{ staffId: null, serviceId: null, productId: null, category: null },
  currency,
})

/** Whether the sums of whole kinds do not say it. */
const isOfItems = ({ serviceId, productId, category }: SaleFilter) => serviceId !== null || productId !== null || category !== null

/** The sums of these days, as few as there can be, each with the name it goes under. */
const sumsOf = (db: Db, named: readonly Named[], filter: SaleFilter, of: 'kinds' | 'items' = 'kinds') =>
  db
    .selectFrom(part(named))
    .innerJoin('saleSum', 'saleSum.period', 'part.period')
    .where('saleSum.currency', '=', filter.currency)
    .where(({ eb }) => (of === 'items' || isOfItems(filter) ? eb('saleSum.itemId', '>=', 0) : eb('saleSum.itemId', '=', -1)))
    .where(({ and }) => and(conditionsOf(filter)))

function conditionsOf({ kinds = 'revenue', staffId, serviceId, productId, category }: SaleFilter): Expression<SqlBool>[] {
  const all: (Expression<SqlBool> | null)[] = [
    kinds === 'revenue' ? sql<SqlBool>`kind <> ${cards}` : kinds === 'cards' ? sql<SqlBool>`kind = ${cards}` : null,
    staffId === null ? null : sql<SqlBool>`staffId = ${staffId}`,
    serviceId === null ? null : sql<SqlBool>`kind = 'service' and itemId = ${serviceId}`,
    productId === null ? null : sql<SqlBool>`kind = 'product' and itemId = ${productId}`,
    category === null ? null : sql<SqlBool>`${categoryOf} = ${category}`,
  ]
  return all.filter(condition => condition !== null)
}

/** As the catalogue has it now; what has none, or is not of the catalogue, has no name. */
export const categoryOf = sql<string>`coalesce(case kind
  when 'service' then (select category from service where id = itemId)
  when 'product' then (select category from product where id = itemId) end, '')`

const figures = [
  sql<number>`coalesce(sum(lines), 0)`.as('lines'),
  sql<number>`coalesce(sum(quantity), 0)`.as('quantity'),
  sql<number>`coalesce(sum(net), 0)`.as('net'),
  sql<number>`coalesce(sum(tax), 0)`.as('tax'),
  sql<number>`coalesce(sum(net + tax), 0)`.as('gross'),
  sql<number>`coalesce(sum(documents), 0)`.as('documents'),
  sql<number>`coalesce(sum(ofStaff), 0)`.as('ofStaff'),
] as const

export const total = (db: Db, days: Days, filter: SaleFilter) => sumsOf(db, whole(days), filter).select(figures)

/** Of each part in which anything was charged. */
export const byPart = (db: Db, named: readonly Named[], filter: SaleFilter) =>
  sumsOf(db, named, filter).select('part.bucket as key').select(figures).groupBy('part.bucket')

export const byStaff = (db: Db, days: Days, filter: SaleFilter) =>
  sumsOf(db, whole(days), filter).select('saleSum.staffId').select(figures).groupBy('saleSum.staffId')

export const byItem = (db: Db, days: Days, filter: SaleFilter) =>
  sumsOf(db, whole(days), filter, 'items')
    .select(['saleSum.kind', 'saleSum.itemId'])
    .select(figures)
    .groupBy(['saleSum.kind', 'saleSum.itemId'])

export const byItemAndPart = (db: Db, named: readonly Named[], filter: SaleFilter) =>
  sumsOf(db, named, filter, 'items')
    .select(['part.bucket as key', 'saleSum.kind', 'saleSum.itemId'])
    .select(figures)
    .groupBy(['part.bucket', 'saleSum.kind', 'saleSum.itemId'])

export const byStaffItemAndPart = (db: Db, named: readonly Named[], filter: SaleFilter) =>
  sumsOf(db, named, filter, 'items')
    .select(['part.bucket as key', 'saleSum.staffId', 'saleSum.kind', 'saleSum.itemId'])
    .select(figures)
    .groupBy(['part.bucket', 'saleSum.staffId', 'saleSum.kind', 'saleSum.itemId'])

export const byStaffAndKind = (db: Db, days: Days, filter: SaleFilter) =>
  sumsOf(db, whole(days), filter).select(['saleSum.staffId', 'saleSum.kind']).select(figures).groupBy(['saleSum.staffId', 'saleSum.kind'])

/** As the index of revenue has it. */
const isCharged = sql<SqlBool>`document.issuedOn is not null and document.kind <> 'quote'`

type Charged = Readonly<Record<'net' | 'tax' | 'gross' | 'documents', number>>

/**
 * By client, the most first: of documents what was charged, less what of it was for gift cards. Nobody's is null. The sums of
 * `saleSum` know no clients, for in a month there are nearly as many of them as documents; but the index of revenue has documents in
 * the order of clients, and nothing is sorted before it is added up.
 */
export async function byClient(db: Db, days: Days, currency: string) {
  const cards = new Map((await cardsByClient(db, days, currency).execute()).map(({ contactId, ...charged }) => [contactId, charged]))
  const rows = (await chargedByClient(db, days, currency).execute()).map(
    ({ contactId, ...charged }): { contactId: number | null } & Charged => {
      const { net, tax, documents } = minus(charged, cards.get(contactId))
      return { contactId, net, tax, gross: net + tax, documents }
    },
  )
  return rows.sort((a, b) => b.net - a.net || (a.contactId ?? 0) - (b.contactId ?? 0))
}

type Sums = Omit<Charged, 'gross'>
const minus = (all: Sums, part: Sums | undefined) =>
  part ? { net: all.net - part.net, tax: all.tax - part.tax, documents: all.documents - part.documents } : all

export const chargedByClient = (db: Db, { from, to }: Days, currency: string) =>
  db
    .selectFrom('document')
    .where(isCharged)
    .where('currency', '=', currency)
    // The sign keeps the index of days away: there they would have to be sorted.
    .where(sql<SqlBool>`+issuedOn between ${from} and ${to}`)
    .groupBy('contactId')
    .select('contactId')
    .select([sql<number>`sum(net)`.as('net'), sql<number>`sum(tax)`.as('tax'), sql<number>`sum(kind <> 'creditNote')`.as('documents')])

/** A document of nothing but cards, counted at its first line. */
const isAllCards = sql<number>`(document.kind <> 'creditNote' and not exists (select 1 from documentLine as other
  where other.documentId = document.id and (other.kind <> ${cards} or other.position < documentLine.position)))`

export const cardsByClient = (db: Db, { from, to }: Days, currency: string) =>
  db
    .selectFrom('documentLine')
    // Cards are few: they are looked at first.
    .crossJoin('document')
    .whereRef('document.id', '=', 'documentLine.documentId')
    .where('documentLine.kind', '=', sql.lit(cards))
    .where(isCharged)
    .where('document.currency', '=', currency)
    .where('document.issuedOn', '>=', from)
    .where('document.issuedOn', '<=', to)
    .groupBy('document.contactId')
    .select('document.contactId')
    .select([
      sql<number>`sum(documentLine.netOfAll)`.as('net'),
      sql<number>`sum(documentLine.tax)`.as('tax'),
      sql<number>`sum(${isAllCards})`.as('documents'),
    ])
