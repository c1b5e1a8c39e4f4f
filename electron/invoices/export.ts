import type { z } from 'zod'
import { groupedBy } from '../../shared/group.ts'
import { documentColumns, lineColumns, type ExportedDocument } from '../../shared/invoices/columns.ts'
import type { invoicesContract } from '../../shared/invoices/contract.ts'
import { Buyer, type DocumentKind } from '../../shared/invoices/model.ts'
import type { Db } from '../db/schema.ts'
import { writeTable } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import * as queries from './queries.ts'
import type { DocumentRow } from './rows.ts'

type Wanted = z.output<(typeof invoicesContract)['exports.invoices']['input']>
export type Days = Readonly<{ from: string; to: string }>

type Only = 'all' | 'charged'
type Table = Readonly<{ rows: Wanted['rows']; only: Only }>

const atOnce = 500

export async function exportInvoices({ out, rows, ...days }: Wanted, context: JobContext) {
  const { db, checkCancelled, progress } = context
  const { documents: total } = await queries.countIssued(db, days.from, days.to).executeTakeFirstOrThrow()
  const step = (done: number) => {
    checkCancelled()
    progress({ done, total, perSecond: null })
  }
  return writeTable(context.destination(out).path, documentTable(db, days, { rows, only: 'all' }, step))
}

/** A row for each document that was issued in these days, or for each of their lines, below their header; in the order of issue. */
export async function* documentTable(db: Db, days: Days, { rows, only }: Table, step: (done: number) => void) {
  const { language } = await settingsOf(db)
  const kindName = (kind: DocumentKind) => textIn(language, `documents.kinds.${kind}`)
  const columns = rows === 'lines' ? lineColumns : documentColumns
  yield columns.map(({ header }) => textIn(language, `documents.columns.${header}`))
  let done = 0
  for await (const page of issuedPages(db, days, only)) {
    step(done)
    const documents = page.map(exported)
    yield* rows === 'lines' ? await lineRows(documents, db, kindName) : documentRows(documents, kindName)
    done += page.length
  }
  step(done)
}

const exported = (row: DocumentRow) => ({ ...row, buyer: Buyer.parse(JSON.parse(row.buyer ?? 'null')) })

type KindName = (kind: DocumentKind) => string

const documentRows = (documents: readonly ExportedDocument[], kindName: KindName) =>
  documents.map(document => documentColumns.map(({ value }) => value(document, kindName)))

async function lineRows(documents: readonly ReturnType<typeof exported>[], db: Db, kindName: KindName) {
  const ids = documents.map(({ id }) => id)
  const lines = groupedBy(await queries.linesOf(db, ids).execute(), ({ documentId }) => documentId)
  return documents.flatMap(document =>
    (lines.get(document.id) ?? []).map(line => {
      const row = { ...line, net: line.netOfAll, document }
      return lineColumns.map(({ value }) => value(row, kindName))
    }),
  )
}

/** What was issued in these days, in the order of issue; `charged` leaves out what is only offered. */
export async function* issuedPages(db: Db, { from, to }: Days, only: Only): AsyncGenerator<DocumentRow[], void, undefined> {
  let after = { issuedOn: '', id: 0 }
  for (;;) {
    const page = await queries.issuedBetween(db, from, to, after, atOnce).execute()
    const last = page.at(-1)
    if (!last) return
    yield only === 'all' ? page : page.filter(({ kind }) => kind !== 'quote')
    after = { issuedOn: last.issuedOn!, id: last.id }
  }
}
