import type { Document } from '../../shared/invoices/model.ts'
import { missingFor } from '../../shared/einvoice/missing.ts'
import { distinctNames, fileName } from '../../shared/files/names.ts'
import { xmlOf } from '../einvoice/write.ts'
import type { Entry } from '../files/zip-file.ts'
import type { JobContext } from '../handlers.ts'
import { issuedPages, type Days } from '../invoices/export.ts'
import { documentOf } from '../invoices/find.ts'
import { countIssued } from '../invoices/queries.ts'
import { shopOf } from '../invoices/shop.ts'
import { lookOf } from '../paper/logo.ts'

export type Counts = { documents: number; withoutEInvoice: number }
/** Where papers lie in the zip file; `einvoices` is null where none are wanted. */
type Folders = Readonly<{ papers: string; einvoices: string | null }>

/** Each invoice and credit note of these days as a PDF, and as an e-invoice as far as it can be one; made one by one. */
export async function* papersOf(days: Days, folders: Folders, context: JobContext, counts: Counts): AsyncGenerator<Entry> {
  const { db, now, checkCancelled, progress } = context
  const { documents: total } = await countIssued(db, days.from, days.to).executeTakeFirstOrThrow()
  const { today, invoicing } = await shopOf(db, now())
  const [look, named] = [lookOf(invoicing, context), distinctNames()]
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const { pdfOf } = await import('../paper/pdf.ts')
  for await (const page of issuedPages(db, days, 'charged')) {
    for (const { id } of page) {
      checkCancelled()
      const document = await documentOf(db, id, today)
      const name = named(fileName(`${document.number} ${document.buyer.name}`), '')
      yield { path: `${folders.papers}${name}.pdf`, content: [(await pdfOf(document, look)).bytes] }
      if (folders.einvoices !== null) yield* einvoice(document, `${folders.einvoices}${name}.xml`, context, counts)
      progress({ done: ++counts.documents, total, perSecond: null })
    }
  }
}

async function* einvoice(document: Document, path: string, { db }: JobContext, counts: Counts): AsyncGenerator<Entry> {
  if (missingFor(document).length === 0) yield { path, content: [await xmlOf(db, document, 'ubl')] }
  else counts.withoutEInvoice++
}
