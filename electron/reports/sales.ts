import { sql, type Expression, type SqlBool } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import type { Figures } from '../../shared/reports/table.ts'
import { cards, chargedFigures, type ChargedFigure } from '../../shared/reports/sales.ts'
import type { Filters } from '../../shared/reports/model.ts'
import type { Db } from '../db/schema.ts'
import { inParts, part, whole, type Books, type Named } from './cover.ts'

/** Which of the sums are looked at. */
export type SaleFilter = Pick<Filters, 'staffId' | 'serviceId' | 'productId' | 'category'> & Readonly<{ currency: string }>

/** All that is revenue. */
export const everythingIn = (currency: string): SaleFilter => ({
  ...{ staffId: null, serviceId: null, productId: null, category: null },
  currency,
})

/** Whether the sums of whole kinds do not say it. */
const isOfItems = ({ serviceId, productId, category }: SaleFilter) => serviceId !== null || productId !== null || category !== null

/** The sums of these days, as few as there can be, each with the name it goes under. Of some clients there are rows, each of an item. */
const sumsOf = (books: Books, named: readonly Named[], filter: SaleFilter, of: 'kinds' | 'items' = 'kinds') =>
  books.db
    .selectFrom(part(named, books))
    .innerJoin('saleSum', join => (books.clients ? join.onTrue() : join.onRef('saleSum.period', '=', 'part.period')))
    .where('saleSum.currency', '=', filter.currency)
    .where(({ eb }) =>
      books.clients || of === 'items' || isOfItems(filter) ? eb('saleSum.itemId', '>=', 0) : eb('saleSum.itemId', '=', -1),
    )
    .where(({ and }) => and(conditionsOf(filter)))

/** Of some clients the day, which `inParts` puts into its part. */
const keyIn = ({ clients }: Books) => sql<string>`${sql.ref(clients ? 'saleSum.period' : 'part.bucket')}`

function conditionsOf({ staffId, serviceId, productId, category }: SaleFilter): Expression<SqlBool>[] {
  const all: (Expression<SqlBool> | null)[] = [
    sql<SqlBool>`kind <> ${cards}`,
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

const charged = [
  sql<number>`coalesce(sum(net), 0)`.as('net'),
  sql<number>`coalesce(sum(tax), 0)`.as('tax'),
  sql<number>`coalesce(sum(net + tax), 0)`.as('gross'),
  sql<number>`coalesce(sum(documents), 0)`.as('documents'),
] as const
const figures = [
  ...charged,
  sql<number>`coalesce(sum(quantity), 0)`.as('quantity'),
  sql<number>`coalesce(sum(ofStaff), 0)`.as('ofStaff'),
] as const

/** Of each part in which anything was charged. */
export async function byPart(books: Books, named: readonly Named[], filter: SaleFilter) {
  if (books.clients === null) return chargedByPart(books, named, filter).execute()
  const isOfLines = isOfItems(filter) || filter.staffId !== null
  const rows = isOfLines
    ? await chargedByPart(books, named, filter).execute()
    : await chargedBy(books.db, 'issuedOn', { from: named[0]!.from, to: named.at(-1)!.to }, filter.currency)
  return inParts(rows, named, chargedFigures)
}

export const chargedByPart = (books: Books, named: readonly Named[], filter: SaleFilter) =>
  sumsOf(books, named, filter).select(keyIn(books).as('key')).select(charged).groupBy(keyIn(books))

export const byStaff = (books: Books, days: Days, filter: SaleFilter) =>
  sumsOf(books, whole(days), filter).select('saleSum.staffId').select(figures).groupBy('saleSum.staffId')

export const byItem = (books: Books, days: Days, filter: SaleFilter) =>
  sumsOf(books, whole(days), filter, 'items')
    .select(['saleSum.kind', 'saleSum.itemId'])
    .select(figures)
    .groupBy(['saleSum.kind', 'saleSum.itemId'])

/** How much of each item was sold in each part. */
export async function byItemAndPart(books: Books, named: readonly Named[], filter: SaleFilter) {
  const rows = await sumsOf(books, named, filter, 'items')
    .select([keyIn(books).as('key'), 'saleSum.kind', 'saleSum.itemId', sql<number>`sum(quantity)`.as('quantity')])
    .groupBy([keyIn(books), 'saleSum.kind', 'saleSum.itemId'])
    .execute()
  return books.clients ? inParts(rows, named, ['quantity'], ['kind', 'itemId']) : rows
}

/** What everybody sold of each item in each part. */
export async function byStaffItemAndPart(books: Books, named: readonly Named[], filter: SaleFilter) {
  const rows = await sumsOf(books, named, filter, 'items')
    .select([keyIn(books).as('key'), 'saleSum.staffId', 'saleSum.kind', 'saleSum.itemId', sql<number>`sum(net)`.as('net')])
    .groupBy([keyIn(books), 'saleSum.staffId', 'saleSum.kind', 'saleSum.itemId'])
    .execute()
  return books.clients ? inParts(rows, named, ['net'], ['staffId', 'kind', 'itemId']) : rows
}

export const byStaffAndKind = (books: Books, days: Days, filter: SaleFilter) =>
  sumsOf(books, whole(days), filter)
    .select(['saleSum.staffId', 'saleSum.kind'])
    .select(figures)
    .groupBy(['saleSum.staffId', 'saleSum.kind'])

/** As the index of revenue has it. */
const isCharged = sql<SqlBool>`document.issuedOn is not null and document.kind <> 'quote'`

type Charged = Figures<ChargedFigure>
type Keys = { contactId: number | null; issuedOn: string }

/** By client, the most first. Nobody's is null. */
export async function byClient(db: Db, days: Days, currency: string) {
  const rows = (await chargedBy(db, 'contactId', days, currency)).map(({ key, ...charged }) => ({ contactId: key, ...charged }))
  return rows.sort((a, b) => b.net - a.net || (a.contactId ?? 0) - (b.contactId ?? 0))
}

/**
 * Of documents what was charged, less what of it was for gift cards. The sums of `saleSum` know no clients, for in a month there are
 * nearly as many of them as documents; but the index of revenue has documents in the order of clients, and nothing is sorted before it
 * is added up.
 */
async function chargedBy<K extends keyof Keys>(db: Db, by: K, days: Days, currency: string) {
  const cards = new Map((await cardsBy(db, by, days, currency).execute()).map(({ key, ...charged }) => [key, charged]))
  return (await documentsBy(db, by, days, currency).execute()).map(({ key, ...charged }): { key: Keys[K] } & Charged => {
    const { net, tax, documents } = minus(charged, cards.get(key))
    return { key, net, tax, gross: net + tax, documents }
  })
}

type Sums = Omit<Charged, 'gross'>
const minus = (all: Sums, part: Sums | undefined) =>
  part ? { net: all.net - part.net, tax: all.tax - part.tax, documents: all.documents - part.documents } : all

export const documentsBy = <K extends keyof Keys>(db: Db, by: K, { from, to }: Days, currency: string) =>
  db
    .selectFrom('document')
    .where(isCharged)
    .where('currency', '=', currency)
    // The sign keeps the index of days away: there clients would have to be sorted.
    .where(sql<SqlBool>`+issuedOn between ${from} and ${to}`)
    .groupBy(sql.ref(by))
    .select(sql`${sql.ref(by)}`.as('key'))
    .select([sql<number>`sum(net)`.as('net'), sql<number>`sum(tax)`.as('tax'), sql<number>`sum(kind <> 'creditNote')`.as('documents')])
    .$castTo<Sums & { key: Keys[K] }>()

/** A document of nothing but cards, counted at its first line. */
const isAllCards = sql<number>`(document.kind <> 'creditNote' and not exists (select 1 from documentLine as other
  where other.documentId = document.id and (other.kind <> ${cards} or other.position < documentLine.position)))`

export const cardsBy = <K extends keyof Keys>(db: Db, by: K, { from, to }: Days, currency: string) =>
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
    .groupBy(sql.ref(`document.${by}`))
    .select(sql`${sql.ref(`document.${by}`)}`.as('key'))
    .select([
      sql<number>`sum(documentLine.netOfAll)`.as('net'),
      sql<number>`sum(documentLine.tax)`.as('tax'),
      sql<number>`sum(${isAllCards})`.as('documents'),
    ])
    .$castTo<Sums & { key: Keys[K] }>()
