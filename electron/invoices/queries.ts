import { sql, type Insertable, type SelectQueryBuilder, type Updateable } from 'kysely'
import type { DocumentFilter } from '../../shared/invoices/model.ts'
import type { Db, Schema } from '../db/schema.ts'
import type { Search } from './search.ts'
import type { StockMovementTable } from '../db/schema-catalogue.ts'
import type { DocumentLineTable, DocumentTable, DocumentTaxTable } from '../db/schema-documents.ts'
import type { SettlementTable } from '../db/schema-payments.ts'

/** Whether an invoice was made of a quote. */
const isInvoiced = sql<number>`(document.kind = 'quote' and exists (select 1 from document as made where made.sourceId = document.id and made.kind = 'invoice'))`

export const byId = (db: Db, id: number) =>
  db.selectFrom('document').selectAll('document').select(isInvoiced.as('isInvoiced')).where('id', '=', id)

export const linesOf = (db: Db, ids: readonly number[]) =>
  db.selectFrom('documentLine').selectAll().where('documentId', 'in', ids).orderBy('documentId').orderBy('position')

export const insert = (db: Db, row: Insertable<DocumentTable>) => db.insertInto('document').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<DocumentTable>) => db.updateTable('document').set(row).where('id', '=', id)

export const remove = (db: Db, id: number) => db.deleteFrom('document').where('id', '=', id)

export const insertLines = (db: Db, rows: Insertable<DocumentLineTable>[]) => db.insertInto('documentLine').values(rows)

export const removeLines = (db: Db, documentId: number) => db.deleteFrom('documentLine').where('documentId', '=', documentId)

export const insertTaxes = (db: Db, rows: Insertable<DocumentTaxTable>[]) => db.insertInto('documentTax').values(rows)

export const insertSettlements = (db: Db, rows: Insertable<SettlementTable>[]) => db.insertInto('settlement').values(rows)

/** The last one that was given a number in a series: the index has those with a number alone. */
export const lastIn = (db: Db, series: string) =>
  db
    .selectFrom('document')
    .select(['sequence', 'issuedOn', 'hash', 'number'])
    .where('series', '=', series)
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)

/** The last number that was given to one of a kind, in whatever year. */
export const newestOf = (db: Db, kind: string) =>
  db
    .selectFrom('document')
    .select('number')
    .where('series', '>=', kind)
    .where('series', '<', `${kind}~`)
    .where('sequence', 'is not', null)
    .orderBy('series', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)

export const byNumber = (db: Db, number: string) => db.selectFrom('document').select('id').where('number', '=', number)

export const stocked = (db: Db, ids: readonly number[]) =>
  db.selectFrom('product').select('id').where('id', 'in', ids).where('isStocked', '=', 1)

export const insertMovements = (db: Db, rows: Insertable<StockMovementTable>[]) => db.insertInto('stockMovement').values(rows)

export const lastBuyer = (db: Db, contactId: number) =>
  db
    .selectFrom('document')
    .select('buyer')
    .where('contactId', '=', contactId)
    .where('issuedOn', 'is not', null)
    .where('buyer', 'is not', null)
    .orderBy('issuedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)

export const creditNotesOf = (db: Db, invoiceId: number) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('sourceId', '=', invoiceId)
    .where('kind', '=', 'creditNote')
    .where('issuedAt', 'is not', null)
    .orderBy('id')

/** What was issued for a quote. */
export const issuedOfQuote = (db: Db, quoteId: number) =>
  db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'gross', 'open'])
    .where('sourceId', '=', quoteId)
    .where('issuedAt', 'is not', null)
    .where('kind', 'in', ['invoice', 'deposit'])
    .orderBy('id')

export const madeFrom = (db: Db, quoteId: number) =>
  db.selectFrom('document').select(['id', 'number']).where('sourceId', '=', quoteId).where('kind', '=', 'invoice').limit(1)

/** What a line of the list says. */
export const listed = (db: Db) =>
  db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'issuedAt', 'issuedOn', 'dueOn', 'validUntil', 'contactId', 'buyerName', 'title'])
    .select(['gross', 'settled', 'open', 'currency', 'decision', 'createdAt'])
    .select(isInvoiced.as('isInvoiced'))

/** `search` is how its text is looked for. */
export type Filter = Omit<DocumentFilter, 'text'> & { search: Search | null }

/** The latest first, drafts above all; by the filter's index where there is one. */
export const list = (db: Db, filter: Filter, today: string, { offset, limit }: { offset: number; limit: number }) =>
  filtered(listed(db), filter, today)
    .orderBy(sql`coalesce(issuedOn, '9999')`, 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)

export const sums = (db: Db, filter: Filter, today: string) =>
  filtered(db.selectFrom('document'), filter, today).select(({ fn }) => [
    fn.countAll<number>().as('documents'),
    sql<number>`coalesce(sum(gross) filter (where issuedAt is not null and kind <> 'quote'), 0)`.as('gross'),
    sql<number>`coalesce(sum(open), 0)`.as('open'),
  ])

/** As the index of what is open has it: a parameter would not do. */
const isOpen = sql<boolean>`open <> 0`

function filtered<O>(all: SelectQueryBuilder<Schema, 'document', O>, filter: Filter, today: string) {
  const { kind, state, contactId, from, to, search } = filter
  const day = sql<string>`coalesce(issuedOn, '9999')`
  let query = all
  if (kind) query = query.where('kind', '=', kind)
  if (contactId !== null) query = query.where('contactId', '=', contactId)
  if (state === 'draft') query = query.where('issuedAt', 'is', null)
  if (state === 'open') query = query.where(isOpen)
  if (state === 'overdue') query = query.where(isOpen).where('dueOn', '<', today)
  if (state === 'paid') query = query.where('issuedAt', 'is not', null).where('kind', '<>', 'quote').where('open', '=', 0)
  if (from !== null) query = query.where(day, '>=', from).where('issuedOn', 'is not', null)
  if (to !== null) query = query.where(day, '<=', to)
  return search ? found(query, search) : query
}

function found<O>(query: SelectQueryBuilder<Schema, 'document', O>, search: Search) {
  if (search.by === 'index') return query.where(sql<boolean>`document.id in (${matching(search.match)})`)
  return search.beginnings.reduce((query, word) => query.where(sql<boolean>`instr(${asIndexed}, ${` ${word}`}) > 0`), query)
}

/** The words of a document as the index has them, each behind a space. */
const asIndexed = sql<string>`(' ' || search || ' ' || coalesce(sequence, ''))`

const matching = (match: string) => sql`select rowid from documentSearch where documentSearch match ${match}`

export const countMatching = (db: Db, match: string, atMost: number) =>
  db
    .selectFrom(
      db
        .selectFrom('documentSearch')
        .select('rowid')
        .where(sql<boolean>`documentSearch match ${match}`)
        .limit(atMost)
        .as('found'),
    )
    .select(({ fn }) => fn.countAll<number>().as('documents'))

/** Everything that was issued in a series, in its order. */
export const issuedIn = (db: Db, after: { series: string; sequence: number }, limit: number) =>
  db
    .selectFrom('document')
    .selectAll()
    .where(sql<boolean>`(series, sequence) > (${after.series}, ${after.sequence})`)
    .where('sequence', 'is not', null)
    .orderBy('series')
    .orderBy('sequence')
    .limit(limit)

/** Drafts stand behind all days in the index, which therefore knows by itself what was issued. */
const onDays = (db: Db, from: string, to: string) => {
  const day = sql<string>`coalesce(issuedOn, '9999')`
  return db.selectFrom('document').where(day, '>=', from).where(day, '<=', to).where(day, '!=', '9999')
}

export const countIssued = (db: Db, from: string, to: string) =>
  onDays(db, from, to).select(({ fn }) => fn.countAll<number>().as('documents'))

/** The earliest first, after that one: what came before its day is not looked at again. */
export const issuedBetween = (db: Db, from: string, to: string, after: { issuedOn: string; id: number }, limit: number) =>
  onDays(db, after.issuedOn || from, to)
    .selectAll()
    .where(sql<boolean>`(coalesce(issuedOn, '9999'), id) > (${after.issuedOn}, ${after.id})`)
    .orderBy(sql`coalesce(issuedOn, '9999')`)
    .orderBy('id')
    .limit(limit)

/** The same with what a table says of them. */
export const tableDocuments = (...page: Parameters<typeof issuedBetween>) =>
  issuedBetween(...page)
    .clearSelect()
    .select(['id', 'kind', 'number', 'issuedOn', 'dueOn', 'buyer', 'title', 'currency', 'net', 'tax', 'gross', 'settled', 'open'])

/** The same with what a table of their lines says of them. */
export const headsBetween = (...page: Parameters<typeof issuedBetween>) =>
  issuedBetween(...page)
    .clearSelect()
    .select(['id', 'kind', 'number', 'issuedOn', 'currency'])
    .select(sql<string>`coalesce(buyer ->> 'name', '')`.as('buyer'))

/** What a table says of the lines of many documents. */
export const tableLines = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('documentLine')
    .select(['documentId', 'name', 'quantity', 'unit', 'price', 'taxCategory', 'basisPoints', 'amount', 'netOfAll as net', 'tax'])
    .where('documentId', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy('documentId')
    .orderBy('position')

export const taxesOf = (db: Db, ids: readonly number[]) =>
  db.selectFrom('documentTax').selectAll().where('documentId', 'in', ids).orderBy('id')

export const settledOf = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('settlement')
    .select(({ fn }) => ['documentId', fn.sum<number>('amount').as('amount')])
    .where('documentId', 'in', ids)
    .groupBy('documentId')

/** Those of a contact at or below a moment, the latest first. */
export const ofContact = (db: Db, contactId: number, below: { at: string; id: number }, limit: number) =>
  db
    .selectFrom('document')
    .selectAll('document')
    .select(isInvoiced.as('isInvoiced'))
    .where('contactId', '=', contactId)
    .where(({ or, and, eb }) => {
      const at = sql<string>`coalesce(issuedAt, createdAt)`
      return or([eb(at, '<', below.at), and([eb(at, '=', below.at), eb('id', '<', below.id)])])
    })
    .orderBy(sql`coalesce(issuedAt, createdAt)`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
