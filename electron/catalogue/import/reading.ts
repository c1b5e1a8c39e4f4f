import type { ImportProblem } from '../../../shared/imports/model.ts'
import type { ListFile, ListKind, PlannedRow } from '../../../shared/catalogue/import/model.ts'
import type { PlannedItem } from '../../../shared/catalogue/import/plan.ts'
import { readRows, type ReadingShop, type ReadRow } from '../../../shared/catalogue/import/row.ts'
import { units } from '../../../shared/invoices/line.ts'
import { decimalsOf } from '../../../shared/money.ts'
import { formatsOf, localeOf, type Formats } from '../../../shared/paper/formats.ts'
import { fold } from '../../../shared/text.ts'
import type { Context } from '../../handlers.ts'
import { toProblem } from '../../imports/problems.ts'
import { brokenRow } from '../../imports/rows.ts'
import { shopOf, type Shop } from '../../invoices/shop.ts'
import { textIn } from '../../texts.ts'
import { readTable, type Table } from './table.ts'

export type ReadList = Readonly<{ name: string; table: Table; shop: Shop; rows: readonly ReadRow[]; broken: readonly Broken[] }>
type Broken = Readonly<{ line: number; outcome: 'rejected'; name: ''; before: null; after: null; problems: readonly ImportProblem[] }>
type Wanted = Omit<ListFile, 'counts'>

/** What the rows of a file say. */
export async function readList(kind: ListKind, { file, ...options }: Wanted, { db, now, ...context }: Context): Promise<ReadList> {
  const offered = context.file(file)
  const shop = await shopOf(db, now())
  const table = await readTable(kind, offered, options)
  return { name: offered.name, table, shop, rows: readRows(table.rows, table.columns, readingShop(shop)), broken: brokenOf(table) }
}

const readingShop = ({ settings: { country, currency, language }, rates, today }: Shop): ReadingShop => ({
  ...{ country, today, rates, decimals: decimalsOf(currency) },
  unitNames: new Map(units.map(unit => [fold(textIn(language, `catalogue.units.${unit}`)), unit])),
})

/** What could not be told apart from what follows it. */
const brokenOf = ({ broken }: Table): Broken[] =>
  broken.map(record => {
    const { line, problems } = brokenRow(record)
    const told = problems.map(problem => toProblem([], line, false, problem))
    return { line, outcome: 'rejected', name: '', before: null, after: null, problems: told }
  })

type Row = PlannedItem<unknown, unknown>

export function countsOf(planned: readonly Row[]) {
  const count = (outcome: Row['outcome']) => planned.filter(row => row.outcome === outcome).length
  return { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), rejected: count('rejected') }
}

const shownAtMost = 500

/** Those that do something, or do not come in, as they are shown. */
export function shownRows<P extends Row>(
  planned: readonly P[],
  { shop, table }: Pick<ReadList, 'shop' | 'table'>,
  changesOf: (row: P, shop: Shop, formats: Formats) => PlannedRow['changes'],
): PlannedRow[] {
  const { language, country, currency } = shop.settings
  const formats = formatsOf(localeOf(language, country), currency)
  return planned
    .filter(({ outcome }) => outcome !== 'unchanged')
    .slice(0, shownAtMost)
    .map(row => ({
      ...{ line: row.line, outcome: row.outcome, name: row.name },
      problems: row.problems.map(problem => ({ ...problem, column: headerOf(problem.column, table) })),
      changes: row.outcome === 'rejected' ? [] : changesOf(row, shop, formats),
    }))
}

/** What is wrong with an item stands below the header of its column. */
const headerOf = (name: string, { columns }: Table) => columns.find(({ field }) => field === name)?.header ?? name
