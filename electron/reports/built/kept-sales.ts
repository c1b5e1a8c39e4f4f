import { sql } from 'kysely'
import { isTimeField } from '../../../shared/reports/built/subjects.ts'
import { cards } from '../../../shared/reports/sales.ts'
import { categoryOf } from '../sales.ts'
import { categories, itemIn, lineKindIn, staffIn, words } from './fields.ts'
import { isOfOnePerson } from './one-person.ts'
import { periodOf } from './periods.ts'
import { sum, type AnySource, type Shape } from './source.ts'

const ofItems: readonly string[] = ['item', 'category']

/** What was charged, from its sums: the same figures as those of `sales.ts`. */
export function keptSales(shape: Shape): AnySource {
  const isOfItems = [...shape.rows, ...shape.build.filters.map(({ field }) => field)].some(field => ofItems.includes(field))
  const documents = documentsIn(shape)
  return {
    from: sql`saleSum`,
    where: ({ settings }) =>
      sql`currency = ${settings.currency} and kind <> ${cards} and ${isOfItems ? sql`itemId >= 0` : sql`itemId = -1`}`,
    dates: { issuedOn: periodOf(shape) },
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
      ...(documents && { documents: sum(sql.ref(documents)) }),
    }),
  }
}

/** Which of the sums counts documents: those of parts of time, or those of one person each; of several together they are not known, for one may have two people in it. */
function documentsIn(shape: Shape) {
  const isOfStaff = isOfOnePerson(shape)
  const isOfTime = shape.rows.every(field => isTimeField(field) || (isOfStaff && field === 'staff'))
  if (!isOfTime || shape.build.filters.some(({ field }) => !isOfStaff || field !== 'staff')) return null
  return isOfStaff ? 'ofStaff' : 'documents'
}
