import { sql } from 'kysely'
import type { Build } from '../../../shared/reports/built/model.ts'
import { isTimeField } from '../../../shared/reports/built/subjects.ts'
import { cards } from '../../../shared/reports/sales.ts'
import { categoryOf } from '../sales.ts'
import { categories, itemIn, lineKindIn, staffIn, words } from './fields.ts'
import { sum, type AnySource, type DateSource } from './source.ts'

const ofItems: readonly string[] = ['item', 'category']

/** What was charged, from its sums: the same figures as those of `sales.ts`. Invoices are known of parts of time alone, for one may have two people in it. */
export function keptSales({ rows, filters }: Build, period: DateSource): AnySource {
  const isOfItems = [...rows, ...filters.map(({ field }) => field)].some(field => ofItems.includes(field))
  const isOfTime = rows.every(isTimeField) && filters.length === 0
  return {
    from: sql`saleSum`,
    where: ({ settings }) =>
      sql`currency = ${settings.currency} and kind <> ${cards} and ${isOfItems ? sql`itemId >= 0` : sql`itemId = -1`}`,
    dates: { issuedOn: period },
    fields: {
      item: itemIn(sql`kind || '.' || itemId`),
      category: words(categoryOf, categories, 'noCategory'),
      lineKind: lineKindIn(sql`kind`),
      staff: staffIn('staffId'),
    },
    figures: () => ({
      net: sum(sql`net`),
      tax: sum(sql`tax`),
      gross: sum(sql`net + tax`),
      quantity: sum(sql`quantity`),
      lines: sum(sql`lines`),
      ...(isOfTime && { documents: sum(sql`documents`) }),
    }),
  }
}
