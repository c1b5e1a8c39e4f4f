import { sql } from 'kysely'
import { documentKinds } from '../../../shared/invoices/model.ts'
import { cards } from '../../../shared/reports/sales.ts'
import { rateIn } from '../../texts.ts'
import { categories, choice, cityOf, clientIn, itemIn, lineKindIn, sourceOf, staffIn, words } from './fields.ts'
import { calendarDate, sum, type Source } from './source.ts'

const isDeposit = sql`document.kind = 'deposit'`
const kind = sql`iif(${isDeposit}, 'deposit', line.kind)`
const itemId = sql`iif(${isDeposit}, 0, coalesce(line.serviceId, line.productId, line.packageId, 0))`
const category = sql`coalesce(iif(${isDeposit}, null, coalesce((select category from service where id = line.serviceId),
  (select category from product where id = line.productId))), '')`

/** Lines of what was charged, as the report of revenue counts them: gift cards are none. */
export const sales: Source<'sales'> = {
  from: sql`document join documentLine as line on line.documentId = document.id`,
  where: ({ settings }) => sql`document.issuedOn is not null and document.kind <> 'quote' and document.currency = ${settings.currency}
    and line.kind <> ${cards}`,
  contact: 'document.contactId',
  dates: {
    issuedOn: {
      ...calendarDate('document.issuedOn'),
      // As the index of days has it.
      within: ({ from, to }) => sql`coalesce(document.issuedOn, '9999') between ${from} and ${to}`,
    },
  },
  fields: {
    item: itemIn(sql`${kind} || '.' || ${itemId}`),
    category: words(category, categories, 'noCategory'),
    lineKind: lineKindIn(kind),
    staff: staffIn('line.staffId'),
    client: clientIn('document.contactId'),
    city: cityOf('document.contactId'),
    source: sourceOf('document.contactId'),
    taxRate: {
      key: sql`line.basisPoints`,
      all: sql`select distinct basisPoints as "key" from documentTax`,
      names: ({ settings }) => {
        const rate = rateIn(settings.language)
        return Promise.resolve(key => rate(Number(key)))
      },
    },
    documentKind: choice(
      sql`document.kind`,
      'documents.kinds',
      documentKinds.filter(kind => kind !== 'quote'),
    ),
    document: {
      key: sql`document.id`,
      names: async ({ db, say }, keys) => {
        const rows = await db
          .selectFrom('document')
          .select(['id', 'number'])
          .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify([...new Set(keys.map(Number))])}))`)
          .execute()
        const known = new Map(rows.map(({ id, number }) => [id, number]))
        return key => known.get(Number(key)) ?? say('unknown')
      },
    },
  },
  figures: () => ({
    net: sum(sql`line.netOfAll`),
    tax: sum(sql`line.tax`),
    gross: sum(sql`line.netOfAll + line.tax`),
    quantity: sum(sql`line.quantity`),
    lines: sql`count(*)`,
    documents: sql`count(distinct iif(document.kind <> 'creditNote', document.id, null))`,
    clients: sql`count(distinct document.contactId)`,
  }),
}
