import { changedFields, planProducts, type Planned } from '../../../shared/catalogue/import/plan.ts'
import type { PlannedProduct, ProductField, ProductFile } from '../../../shared/catalogue/import/model.ts'
import { readRows, type ReadingShop } from '../../../shared/catalogue/import/row.ts'
import type { NewProduct } from '../../../shared/catalogue/product.ts'
import { units } from '../../../shared/invoices/line.ts'
import { decimalsOf } from '../../../shared/money.ts'
import { formatsOf, localeOf, type Formats } from '../../../shared/paper/formats.ts'
import type { Language } from '../../../shared/settings/model.ts'
import { fold } from '../../../shared/text.ts'
import type { Context } from '../../handlers.ts'
import { brokenRow } from '../../imports/rows.ts'
import { toProblem } from '../../imports/problems.ts'
import { shopOf, type Shop } from '../../invoices/shop.ts'
import { textIn } from '../../texts.ts'
import { productsOf } from '../product-find.ts'
import { readTable, type Table } from './table.ts'

export type Plan = Readonly<{ name: string; table: Table; planned: readonly Planned[]; shop: Shop }>

/** What would become of each row of a file. */
export async function planFile({ file, counts, ...options }: ProductFile, { db, now, ...context }: Context): Promise<Plan> {
  const offered = context.file(file)
  const shop = await shopOf(db, now())
  const table = await readTable(offered, options)
  const rows = readRows(table.rows, table.columns, readingShop(shop))
  const planned = planProducts(rows, await productsOf(db), { counts })
  return { name: offered.name, table, shop, planned: [...planned, ...brokenOf(table)].toSorted((a, b) => a.line - b.line) }
}

const readingShop = ({ settings: { country, currency, language }, rates, today }: Shop): ReadingShop => ({
  ...{ country, today, rates, decimals: decimalsOf(currency) },
  unitNames: new Map(units.map(unit => [fold(textIn(language, `catalogue.units.${unit}`)), unit])),
})

/** What could not be told apart from what follows it. */
const brokenOf = ({ broken }: Table): Planned[] =>
  broken.map(record => {
    const { line, problems } = brokenRow(record)
    const told = problems.map(problem => toProblem([], line, false, problem))
    return { line, outcome: 'rejected', name: '', before: null, after: null, stock: null, problems: told }
  })

export function countsOf(planned: readonly Planned[]) {
  const count = (outcome: Planned['outcome']) => planned.filter(row => row.outcome === outcome).length
  return {
    ...{ created: count('created'), changed: count('changed'), unchanged: count('unchanged'), rejected: count('rejected') },
    counted: planned.filter(({ stock }) => stock !== null).length,
  }
}

const shownAtMost = 500

/** Those that do something, or do not come in, as they are shown. */
export function shownRows({ planned, shop, table }: Plan): PlannedProduct[] {
  const { language, country, currency } = shop.settings
  const formats = formatsOf(localeOf(language, country), currency)
  return planned
    .filter(({ outcome }) => outcome !== 'unchanged')
    .slice(0, shownAtMost)
    .map(row => ({
      ...{
        line: row.line,
        outcome: row.outcome,
        name: row.name,
        problems: row.problems.map(problem => ({ ...problem, column: headerOf(problem.column, table) })),
      },
      changes: row.outcome === 'rejected' ? [] : changesOf(row, shop, formats),
    }))
}

/** What is wrong with a product stands below the header of its column. */
const headerOf = (name: string, { columns }: Table) => columns.find(({ field }) => field === name)?.header ?? name

type Kept = ReturnType<typeof changedFields>[number]
const fieldOf = { taxRateId: 'taxRate', isStocked: null } as const
const isRenamed = (field: Kept): field is keyof typeof fieldOf => Object.hasOwn(fieldOf, field)

function changesOf({ before, after, stock }: Planned, shop: Shop, formats: Formats): PlannedProduct['changes'] {
  const fields = before ? changedFields(before, after!) : (['price', 'category', 'sku', 'barcode', 'taxRateId'] as const)
  const changes = fields.flatMap((kept): PlannedProduct['changes'] => {
    const field: ProductField | null = isRenamed(kept) ? fieldOf[kept] : kept
    const [from, to] = [before ? textOf(kept, before, shop, formats) : '', textOf(kept, after!, shop, formats)]
    return field === null || from === to ? [] : [{ field, from, to }]
  })
  if (stock === null) return changes
  const was = before?.stock ?? null
  return [...changes, { field: 'stock', from: was === null ? '' : formats.quantity(was), to: formats.quantity(stock) }]
}

function textOf(field: Kept, product: NewProduct, { rates, settings: { language } }: Shop, formats: Formats): string {
  if (field === 'price' || field === 'cost') return product[field] === null ? '' : formats.money(product[field])
  if (field === 'unit') return unitText(language, product.unit)
  if (field === 'pricing') return textIn(language, `catalogue.priceHas.${product.pricing}`)
  if (field === 'taxRateId') return rates.find(({ id }) => id === product.taxRateId)?.name ?? ''
  return field === 'isStocked' ? '' : product[field]
}

const unitText = (language: Language, unit: NewProduct['unit']) => textIn(language, `catalogue.units.${unit}`)
