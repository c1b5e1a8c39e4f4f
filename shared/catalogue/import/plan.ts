import type { ImportProblem } from '../../imports/model.ts'
import { fold } from '../../text.ts'
import { problemsOf } from '../../validation.ts'
import { NewProduct, type Product } from '../product.ts'
import type { ListOutcome } from './model.ts'
import type { RowValues, ReadRow } from './row.ts'

/** What becomes of a row: `before` is what it is about, `after` what it says of it. */
export type PlannedItem<Before, After> = Readonly<{
  line: number
  outcome: ListOutcome
  name: string
  before: Before | null
  after: After | null
  problems: readonly ImportProblem[]
}>
/** `stock` is what is counted of a product. */
export type Planned = PlannedItem<Product, NewProduct> & Readonly<{ stock: number | null }>

type Key = `sku ${string}` | `barcode ${string}` | `name ${string}`

/** By their number, else their barcode, else their name; each is known once, in the shop and in the file. */
export function planProducts(rows: readonly ReadRow[], known: readonly Product[], { counts }: { counts: boolean }): Planned[] {
  const current = known.filter(({ archivedAt }) => archivedAt === null)
  const byKey = new Map<Key, Product[]>()
  for (const product of current) for (const key of keysOf(product)) byKey.set(key, [...(byKey.get(key) ?? []), product])
  const lines = new Map<Key | number, number>()
  return rows.map(row => {
    const planned = planOne(row, byKey, counts)
    if (planned.outcome === 'rejected') return planned
    const own = [...(planned.before ? [planned.before.id] : []), ...codesOf(planned.after!)]
    const earlier = own.map(key => lines.get(key)).find(line => line !== undefined)
    if (earlier !== undefined) return rejected(row, 'productTwice', { line: earlier })
    for (const key of own) lines.set(key, row.line)
    return planned
  })
}

const codesOf = ({ sku, barcode, name }: Pick<NewProduct, 'sku' | 'barcode' | 'name'>): Key[] => {
  const codes: Key[] = [...(sku ? [`sku ${fold(sku)}` as const] : []), ...(barcode ? [`barcode ${fold(barcode)}` as const] : [])]
  return codes.length > 0 ? codes : [`name ${fold(name)}`]
}
const keysOf = ({ sku, barcode, name }: Product): Key[] => [
  ...(sku ? [`sku ${fold(sku)}` as const] : []),
  ...(barcode ? [`barcode ${fold(barcode)}` as const] : []),
  `name ${fold(name)}`,
]

function planOne(row: ReadRow, byKey: ReadonlyMap<Key, readonly Product[]>, counts: boolean): Planned {
  if (row.problems.length > 0) return { ...rejected(row), problems: row.problems }
  const found = matchOf(row.values, byKey)
  if (found === 'ambiguous') return rejected(row, 'productAmbiguous')
  const product = productOf(row.values, found, counts)
  if (found === null && row.values.price === undefined) return rejected(row, 'priceMissing')
  const read = NewProduct.safeParse(product)
  if (!read.success) return invalid(row, read.error)
  const taken = takenBy(read.data, found, byKey)
  if (taken) return rejected(row, 'codeTaken', { name: taken.name })
  return standing(row, found, read.data, counts)
}

/** null where it is a new one. One of the same name whose number is another is another one. */
function matchOf({ sku, barcode, name }: RowValues, byKey: ReadonlyMap<Key, readonly Product[]>): Product | 'ambiguous' | null {
  const byCode = (sku && byKey.get(`sku ${fold(sku)}`)?.[0]) || (barcode && byKey.get(`barcode ${fold(barcode)}`)?.[0])
  if (byCode) return byCode
  const namesakes = (name && byKey.get(`name ${fold(name)}`)) || []
  const same = namesakes.filter(one => (!sku || !one.sku) && (!barcode || !one.barcode))
  return same.length > 1 ? 'ambiguous' : (same[0] ?? null)
}

function takenBy(after: NewProduct, own: Product | null, byKey: ReadonlyMap<Key, readonly Product[]>) {
  const others = [...(byKey.get(`sku ${fold(after.sku)}`) ?? []), ...(byKey.get(`barcode ${fold(after.barcode)}`) ?? [])]
  return others.find(({ id }) => id !== own?.id)
}

function productOf({ stock, ...values }: RowValues, found: Product | null, counts: boolean) {
  const isStocked = (found?.isStocked ?? false) || (counts && stock !== undefined)
  if (!found) return { name: '', ...values, isStocked }
  const { id: _id, stock: _stock, archivedAt: _archivedAt, ...before } = found
  return { ...before, ...values, isStocked }
}

function standing(row: ReadRow, before: Product | null, after: NewProduct, counts: boolean): Planned {
  const stock = counts && row.values.stock !== undefined && row.values.stock !== (before?.stock ?? null) ? row.values.stock : null
  const isSame = before !== null && stock === null && changedFields(before, after).length === 0
  const outcome = before === null ? 'created' : isSame ? 'unchanged' : 'changed'
  return { line: row.line, outcome, name: after.name, before, after, stock, problems: [] }
}

const compared = ['name', 'category', 'sku', 'barcode', 'unit', 'price', 'pricing', 'taxRateId', 'cost', 'isStocked', 'note'] as const

export const changedFields = (before: NewProduct, after: NewProduct) => compared.filter(field => before[field] !== after[field])

const rejected = (row: ReadRow, reason = '', params: ImportProblem['params'] = {}): Planned => ({
  ...leftOut(row, reason, params),
  stock: null,
})

export const leftOut = ({ line, values }: ReadRow, reason = '', params: ImportProblem['params'] = {}) => ({
  ...{ line, outcome: 'rejected' as const, name: values.name ?? values.sku ?? values.barcode ?? '', before: null, after: null },
  problems: reason ? [{ line, column: '', value: '', reason, params, isTaken: false }] : [],
})

const invalid = (row: ReadRow, error: Parameters<typeof problemsOf>[0]): Planned => ({
  ...rejected(row),
  problems: misfits(row, error, 'productWithoutName'),
})

export function misfits({ line }: ReadRow, error: Parameters<typeof problemsOf>[0], nameless: string): ImportProblem[] {
  return problemsOf(error).map(({ path, reason, params = {} }): ImportProblem => {
    const field = String(path[0] ?? '')
    const known = reason === 'required' && field === 'name' ? nameless : reason === 'tooBig' ? 'amountInvalid' : reason
    return { line, column: field, value: '', reason: known, params, isTaken: false }
  })
}
