import { readText, readValue } from '../../imports/cells.ts'
import type { DecimalMark } from '../../imports/numbers.ts'
import type { ImportProblem } from '../../imports/model.ts'
import { units, type Unit } from '../../invoices/line.ts'
import type { TaxRate } from '../../taxes/model.ts'
import { rateOn } from '../../taxes/rules.ts'
import { fold } from '../../text.ts'
import type { NewProduct } from '../product.ts'
import { amountIn, markOf } from './amounts.ts'
import { pricingOf, unitOf } from './columns.ts'
import type { ListColumn, ListField } from './model.ts'

/** What a row says of a product; what its cells leave empty is not there. */
export type RowValues = Partial<Pick<NewProduct, 'name' | 'category' | 'sku' | 'barcode' | 'unit' | 'price' | 'pricing' | 'note'>> & {
  taxRateId?: number
  cost?: number
  stock?: number
  durationMinutes?: number
  seats?: number
  resourceKind?: string
}
export type ReadRow = Readonly<{ line: number; values: RowValues; problems: readonly ImportProblem[] }>

/** What is needed to understand the cells of a shop. */
export type ReadingShop = Readonly<{
  country: string
  decimals: number
  today: string
  rates: readonly TaxRate[]
  /** As the screen calls them, folded. */
  unitNames: ReadonlyMap<string, Unit>
}>
type Row = Readonly<{ line: number; cells: readonly string[] }>

const amounts = ['price', 'grossPrice', 'netPrice', 'cost', 'stock'] as const satisfies readonly ListField[]
type AmountField = (typeof amounts)[number]
const isAmount = (field: ListField): field is AmountField => (amounts as readonly ListField[]).includes(field)

/** Reads the rows of a table; what is ambiguous in one of them is decided by the others of its column. */
export function readRows(rows: readonly Row[], columns: readonly ListColumn[], shop: ReadingShop): ReadRow[] {
  const marks = new Map<AmountField, DecimalMark>()
  columns.forEach(({ field }, place) => {
    if (field === null || !isAmount(field)) return
    const cells = rows.map(({ cells }) => cells[place] ?? '')
    marks.set(field, markOf(cells, shop.country, decimalsOf(field, shop)))
  })
  return rows.map(row => readRow(row, columns, shop, marks))
}

/** Stocks are counted in thousandths, but written like other numbers. */
const stockDecimals = 3
const decimalsOf = (field: AmountField, { decimals }: ReadingShop) => (field === 'stock' ? 2 : decimals)

function readRow({ line, cells }: Row, columns: readonly ListColumn[], shop: ReadingShop, marks: Map<AmountField, DecimalMark>): ReadRow {
  const problems: ImportProblem[] = []
  const values: RowValues = {}
  columns.forEach(({ field, header }, place) => {
    const cell = cells[place] ?? ''
    if (field === null || cell.trim() === '') return
    const read = isAmount(field) ? readAmountOf(field, cell, shop, marks.get(field)!) : readCell(field, cell, shop)
    if (typeof read !== 'string') Object.assign(values, read)
    else problems.push({ line, column: header, value: cell.trim().slice(0, 200), reason: read, params: {}, isTaken: false })
  })
  return { line, values, problems }
}

/** What the cell says, or why that is nothing: a text under `importProblems`. */
type Read =
  RowValues | 'amountInvalid' | 'stockInvalid' | 'unitUnknown' | 'taxRateUnknown' | 'pricingUnknown' | 'minutesInvalid' | 'seatsInvalid'

function readAmountOf(field: AmountField, cell: string, shop: ReadingShop, mark: DecimalMark): Read {
  const amount = amountIn(cell, mark, field === 'stock' ? stockDecimals : shop.decimals)
  if (amount === null) return {}
  if (amount === undefined || amount < 0) return field === 'stock' ? 'stockInvalid' : 'amountInvalid'
  if (field === 'stock') return { stock: amount }
  if (field === 'cost') return { cost: amount }
  if (field === 'price') return { price: amount }
  return { price: amount, pricing: field === 'grossPrice' ? 'gross' : 'net' }
}

function readCell(field: Exclude<ListField, AmountField>, cell: string, shop: ReadingShop): Read {
  switch (field) {
    case 'unit':
      return readUnit(readValue(cell), shop)
    case 'taxRate':
      return readRate(readValue(cell), shop)
    case 'pricing': {
      const pricing = pricingOf(readValue(cell))
      return pricing ? { pricing } : 'pricingUnknown'
    }
    case 'minutes':
      return readMinutes(readValue(cell))
    case 'seats':
      return /^\d{1,3}$/.test(readValue(cell)) ? { seats: Number(readValue(cell)) } : 'seatsInvalid'
    // A barcode that Excel took for a number.
    case 'barcode':
      return { barcode: readValue(cell).replace(/^(\d+)[.,]0+$/, '$1') }
    case 'sku':
    case 'name':
    case 'category':
    case 'resourceKind':
    case 'note':
      return { [field]: readText(cell) }
  }
}

function readUnit(text: string, { unitNames }: ReadingShop): Read {
  const unit = units.find(code => code === text.toUpperCase()) ?? unitNames.get(fold(text)) ?? unitOf(text)
  return unit ? { unit } : 'unitUnknown'
}

/** 45, 45 min, 1:30 or 1 h 30; a whole number is minutes. */
function readMinutes(text: string): Read {
  const [, hours = '0', minutes = '0'] =
    /^(\d{1,2})(?::|\s*(?:h|hrs?|hours?|std\.?|stunden?|u|saat)\s*)(\d{2})?(?:\s*(?:m|min\.?|minuten?|minutes?))?$/i.exec(text) ?? []
  const whole = /^(\d{1,4})(?:[.,]0+)?\s*(?:m|min\.?|mins|minuten?|minutes?|'|dk\.?|dakika)?$/i.exec(text)?.[1]
  const length = whole === undefined ? Number(hours) * 60 + Number(minutes) : Number(whole)
  return length > 0 ? { durationMinutes: length } : 'minutesInvalid'
}

/** By its name, or by what is charged today. */
function readRate(text: string, { rates, today }: ReadingShop): Read {
  const current = rates.filter(({ archivedAt }) => archivedAt === null)
  const basisPoints = amountIn(text.replace('%', ''), 'point', 2)
  const found = current.find(({ name }) => fold(name) === fold(text)) ?? current.find(rate => rateOn(rate, today) === basisPoints)
  return found ? { taxRateId: found.id } : 'taxRateUnknown'
}
