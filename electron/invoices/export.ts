import type { z } from 'zod'
import { groupedBy } from '../../shared/group.ts'
import { documentColumns, lineColumns, type ExportedDocument } from '../../shared/invoices/columns.ts'
import type { invoicesContract } from '../../shared/invoices/contract.ts'
import { Buyer, type DocumentKind } from '../../shared/invoices/model.ts'
import { writeCsv } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import * as queries from './queries.ts'
import type { DocumentRow } from './rows.ts'

type Wanted = z.output<(typeof invoicesContract)['exports.invoices']['input']>

const atOnce = 500

/** What was issued in these days, in the order of issue. */
export async function exportInvoices({ out, ...wanted }: Wanted, context: JobContext) {
  let written = 0
  async function* table() {
    const { language } = await settingsOf(context.db)
    const kindName = (kind: DocumentKind) => textIn(language, `documents.kinds.${kind}`)
    const columns = wanted.rows === 'lines' ? lineColumns : documentColumns
    yield columns.map(({ header }) => textIn(language, `documents.columns.${header}`))
    for await (const page of pages(wanted, context)) {
      const documents = page.map(exported)
      const rows = wanted.rows === 'lines' ? await lineRows(documents, context, kindName) : documentRows(documents, kindName)
      written += rows.length
      yield* rows
    }
  }
  await writeCsv(context.destination(out).path, table(), { delimiter: ',', byteOrderMark: true })
  return { rows: written }
}

const exported = (row: DocumentRow) => ({ ...row, buyer: Buyer.parse(JSON.parse(row.buyer ?? 'null')) })

type KindName = (kind: DocumentKind) => string

const documentRows = (documents: readonly ExportedDocument[], kindName: KindName) =>
  documents.map(document => documentColumns.map(({ value }) => value(document, kindName)))

async function lineRows(documents: readonly ReturnType<typeof exported>[], { db }: JobContext, kindName: KindName) {
  const ids = documents.map(({ id }) => id)
  const lines = groupedBy(await queries.linesOf(db, ids).execute(), ({ documentId }) => documentId)
  return documents.flatMap(document =>
    (lines.get(document.id) ?? []).map(line => {
      const row = { ...line, net: line.netOfAll, document }
      return lineColumns.map(({ value }) => value(row, kindName))
    }),
  )
}

async function* pages({ from, to }: Omit<Wanted, 'out'>, { db, checkCancelled, progress }: JobContext) {
  const { documents } = await queries.countIssued(db, from, to).executeTakeFirstOrThrow()
  let done = 0
  let after = { issuedOn: '', id: 0 }
  for (;;) {
    checkCancelled()
    const page = await queries.issuedBetween(db, from, to, after, atOnce).execute()
    const last = page.at(-1)
    if (!last) return
    yield page
    after = { issuedOn: last.issuedOn!, id: last.id }
    done += page.length
    progress({ done, total: documents, perSecond: null })
  }
}
