import { changedFields, planProducts, type Planned } from '../../../shared/catalogue/import/plan.ts'
import type { ListField, ListFile, PlannedRow } from '../../../shared/catalogue/import/model.ts'
import type { NewProduct } from '../../../shared/catalogue/product.ts'
import type { Formats } from '../../../shared/paper/formats.ts'
import type { Language } from '../../../shared/settings/model.ts'
import type { Context } from '../../handlers.ts'
import type { Shop } from '../../invoices/shop.ts'
import { textIn } from '../../texts.ts'
import { productsOf } from '../product-find.ts'
import { countsOf, readList, shownRows, type ReadList } from './reading.ts'

export type Plan = ReadList & Readonly<{ planned: readonly Planned[] }>

/** What would become of each row of a file. */
export async function planFile({ counts, ...wanted }: ListFile, context: Context): Promise<Plan> {
  const list = await readList('products', wanted, context)
  const planned = planProducts(list.rows, await productsOf(context.db), { counts })
  const broken = list.broken.map(row => ({ ...row, stock: null }))
  return { ...list, planned: [...planned, ...broken].toSorted((a, b) => a.line - b.line) }
}

export const productCounts = (planned: readonly Planned[]) => ({
  ...countsOf(planned),
  counted: planned.filter(({ stock }) => stock !== null).length,
})

export const shownProducts = (plan: Plan) => shownRows(plan.planned, plan, changesOf)

type Kept = ReturnType<typeof changedFields>[number]
const fieldOf = { taxRateId: 'taxRate', isStocked: null } as const
const isRenamed = (field: Kept): field is keyof typeof fieldOf => Object.hasOwn(fieldOf, field)

function changesOf({ before, after, stock }: Planned, shop: Shop, formats: Formats): PlannedRow['changes'] {
  const fields = before ? changedFields(before, after!) : (['price', 'category', 'sku', 'barcode', 'taxRateId'] as const)
  const changes = fields.flatMap((kept): PlannedRow['changes'] => {
    const field: ListField | null = isRenamed(kept) ? fieldOf[kept] : kept
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
