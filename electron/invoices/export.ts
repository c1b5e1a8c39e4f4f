import type { z } from 'zod'
import { groupedBy } from '../../shared/group.ts'
import { documentColumns, lineColumns, type ExportedHead, type ExportedLine, type KindName } from '../../shared/invoices/columns.ts'
import type { invoicesContract } from '../../shared/invoices/contract.ts'
import type { Buyer, DocumentKind } from '../../shared/invoices/model.ts'
import { remembering } from '../../shared/remember.ts'
import type { Db } from '../db/schema.ts'
import { writeTable, type Portions } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import * as queries from './queries.ts'
import type { DocumentRow } from './rows.ts'

type Wanted = z.output<(typeof invoicesContract)['exports.invoices']['input']>
export type Days = Readonly<{ from: string; to: string }>

type Only = 'all' | 'charged'
/** Hears of how many documents more there are rows, and may throw to end it. */
type Step = (count: number) => void
type HeadRow = ExportedHead & { id: number }

/** The garbage of more would outlive its page, and be gathered later and at a price. */
const atOnce = 500
/** Were all rows so far still in use when the engine first gathers garbage, it would take those that follow for what stays as well. */
const atFirst = 16

export async function exportInvoices({ out, rows, ...days }: Wanted, context: JobContext) {
  const { db, checkCancelled, progress } = context
  const { documents: total } = await queries.countIssued(db, days.from, days.to).executeTakeFirstOrThrow()
  let done = 0
  const step = (count: number) => {
    checkCancelled()
    done += count
    progress({ done, total, perSecond: null })
  }
  const table = rows === 'lines' ? lineTable(db, days, 'all', step) : documentTable(db, days, 'all', step)
  return writeTable(context.destination(out).path, table)
}

/** A row for each document that was issued in these days, below their header; in the order of issue. */
export async function* documentTable(db: Db, days: Days, only: Only, step: Step): Portions {
  const { header, kindName } = await wordsOf(db)
  yield [documentColumns.map(header)]
  for await (const page of pagesOf(db, days, queries.tableDocuments)) {
    step(page.length)
    yield page.filter(isMeant(only)).map(row => {
      // The model has checked it when it was written.
      const document = { ...row, buyer: JSON.parse(row.buyer!) as Buyer }
      return documentColumns.map(({ value }) => value(document, kindName))
    })
  }
}

/** The same for each of their lines. */
export async function* lineTable(db: Db, days: Days, only: Only, step: Step): Portions {
  const { header, kindName } = await wordsOf(db)
  yield [lineColumns.map(header)]
  for await (const page of pagesOf(db, days, queries.headsBetween)) {
    step(page.length)
    const heads = page.filter(isMeant(only))
    const ids = heads.map(({ id }) => id)
    const lines = groupedBy(await queries.tableLines(db, ids).execute(), ({ documentId }) => documentId)
    yield lineRows(heads, lines, kindName)
  }
}

/** One by one: the cells of a row are gone before those of the next are made. */
function* lineRows(heads: readonly HeadRow[], lines: ReadonlyMap<number, readonly ExportedLine[]>, kindName: KindName) {
  for (const head of heads) {
    const said = lineColumns.map(column => ('value' in column ? column.value(head, kindName) : ''))
    for (const line of lines.get(head.id) ?? [])
      yield lineColumns.map((column, place) => ('ofLine' in column ? column.ofLine(line, head) : said[place]!))
  }
}

async function wordsOf(db: Db) {
  const { language } = await settingsOf(db)
  return {
    header: ({ header }: { header: string }) => textIn(language, `documents.columns.${header}`),
    kindName: remembering((kind: DocumentKind) => textIn(language, `documents.kinds.${kind}`)),
  }
}

const isMeant =
  (only: Only) =>
  ({ kind }: { kind: DocumentKind }) =>
    only === 'all' || kind !== 'quote'

/** What was issued in these days, in the order of issue; `charged` leaves out what is only offered. */
export async function* issuedPages(db: Db, days: Days, only: Only): AsyncGenerator<DocumentRow[], void, undefined> {
  for await (const page of pagesOf(db, days, queries.issuedBetween)) yield page.filter(isMeant(only))
}

type Issued = { id: number; issuedOn: string | null }
type Page<T> = (...page: Parameters<typeof queries.issuedBetween>) => { execute(): Promise<T[]> }

async function* pagesOf<T extends Issued>(db: Db, { from, to }: Days, page: Page<T>): AsyncGenerator<T[], void, undefined> {
  let after = { issuedOn: '', id: 0 }
  for (let limit = atFirst; ; limit = Math.min(2 * limit, atOnce)) {
    const rows = await page(db, from, to, after, limit).execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = { issuedOn: last.issuedOn!, id: last.id }
  }
}
