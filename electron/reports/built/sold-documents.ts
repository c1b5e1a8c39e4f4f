import { sql } from 'kysely'
import { cards } from '../../../shared/reports/sales.ts'
import type { Around } from '../definition.ts'
import { sales } from './sales.ts'
import { calendarDate, sum, type AnySource, type Value } from './source.ts'

const isCard = sql`line.kind = ${sql.lit(cards)}`
const ofCards = sql`(select documentId, sum(netOfAll) as net, sum(tax) as tax from documentLine as line where ${isCard} group by documentId)`
const isMoreThanCards = sql`(cards.documentId is null or exists (
  select 1 from documentLine as line where line.documentId = document.id and not ${isCard}))`

/** Documents in the place of their lines. Those of nothing but gift cards are left out; of the others the cards are taken off. */
export const sold = {
  from: sql`document left join ${ofCards} as cards on cards.documentId = document.id`,
  /** As the indexes of revenue have it. */
  where: ({ settings }: Around): Value => sql`document.issuedOn is not null and document.kind <> 'quote'
    and document.currency = ${settings.currency} and ${isMoreThanCards}`,
  net: sql`document.net - coalesce(cards.net, 0)`,
  tax: sql`document.tax - coalesce(cards.tax, 0)`,
  isCounted: sql`document.kind <> 'creditNote'`,
}

/** What was charged, where nothing of a line is asked for. */
export const soldDocuments = (): AnySource => ({
  from: sold.from,
  where: around => sql`${sold.where(around)}`,
  contact: 'document.contactId',
  dates: { issuedOn: calendarDate('document.issuedOn') },
  fields: ofDocuments,
  figures: () => ({
    net: sum(sold.net),
    tax: sum(sold.tax),
    gross: sum(sql`${sold.net} + ${sold.tax}`),
    documents: sum(sold.isCounted),
    clients: sql`count(distinct document.contactId)`,
  }),
})
const { client, city, source, documentKind, document } = sales.fields
const ofDocuments = { client, city, source, documentKind, document }
