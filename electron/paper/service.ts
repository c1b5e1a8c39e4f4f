import type { paperContract } from '../../shared/paper/contract.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { documentOf } from '../invoices/find.ts'
import { pointsOnPaper } from '../loyalty/on-paper.ts'
import { dropLogo, logoOf, lookOf, useLogo } from './logo.ts'
import { shopOf } from '../invoices/shop.ts'

type Makes = 'pdfOf' | 'receiptOf'
type Wanted = { id: number; out: string }

export const paperHandlers: Handlers<typeof paperContract> = {
  'invoices.pdf': (wanted, context) => save('pdfOf', wanted, context),
  'invoices.receipt': (wanted, context) => save('receiptOf', wanted, context),
  'invoices.useLogo': useLogo,
  'invoices.dropLogo': dropLogo,
  'invoices.logo': (_input, context) => logoOf(context),
}

async function save(make: Makes, { id, out }: Wanted, context: JobContext) {
  const { db, now } = context
  const { path } = context.destination(out)
  const { today, invoicing } = await shopOf(db, now())
  const document = await documentOf(db, id, today)
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const { [make]: pdf } = await import('./pdf.ts')
  const notes = await pointsOnPaper(db, document, today)
  const { bytes, pages } = await pdf(document, lookOf(invoicing, context), { notes })
  await writeWhole(path, bytes)
  return { pages }
}
