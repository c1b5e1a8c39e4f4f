import { monthsIn } from '../../shared/accountant/years.ts'
import type { Language } from '../../shared/settings/model.ts'
import { cashRows } from '../cashbook/csv-rows.ts'
import { csvOf, tableForm } from '../files/csv-file.ts'
import { writeZip, type Entry, type Written } from '../files/zip-file.ts'
import type { JobContext } from '../handlers.ts'
import { documentTable, lineTable, type Days } from '../invoices/export.ts'
import { paymentTable } from '../payments/export.ts'
import { settingsOf } from '../settings/service.ts'
import { taxRows } from '../taxes/csv-rows.ts'
import { textIn } from '../texts.ts'
import { aboutIt } from './about.ts'
import { batchOf, numbersOf } from './datev.ts'
import { papersOf, type Counts } from './papers.ts'
import { accountantOf } from './settings.ts'

type Wanted = Days & Readonly<{ out: string }>

/** All that an accountant asks for at the end of a month, in one file. */
export async function monthEnd({ out, ...days }: Wanted, context: JobContext) {
  const counts: Counts = { documents: 0, withoutEInvoice: 0 }
  const files: Written[] = []
  await writeZip(context.destination(out).path, allOf(days, context, counts, files), context.now(), file => files.push(file))
  return { files: files.length, ...counts }
}

/** Every document of these days as a PDF, and nothing else. */
export async function savePdfs({ out, ...days }: Wanted, context: JobContext) {
  const counts: Counts = { documents: 0, withoutEInvoice: 0 }
  const papers = papersOf(days, { papers: '', einvoices: null }, context, counts)
  await writeZip(context.destination(out).path, papers, context.now())
  return { documents: counts.documents }
}

/** The list of hashes comes last: by then all others have been written. */
async function* allOf(days: Days, context: JobContext, counts: Counts, written: readonly Written[]): AsyncGenerator<Entry> {
  const { language, country } = await settingsOf(context.db)
  const name = (key: string) => textIn(language, `accountant.files.${key}`)
  yield* tables(days, context, language)
  yield* papersOf(days, { papers: `${name('papers')}/`, einvoices: `${name('einvoices')}/` }, context, counts)
  const batches = country === 'DE' && numbersOf(await accountantOf(context.db)) !== null ? monthsIn(days.from, days.to) : []
  for (const month of batches) yield { path: `DATEV/EXTF_Buchungsstapel_${month.from}_${month.to}.csv`, content: batchOf(month, context) }
  yield { path: `${name('about')}.txt`, content: [await aboutIt(days, context, counts, batches.length > 0)] }
  yield { path: 'SHA256SUMS.txt', content: written.map(({ hash, path }) => `${hash}  ${path}\n`) }
}

function* tables(days: Days, { db, checkCancelled }: JobContext, language: Language): Generator<Entry> {
  const all = {
    documents: documentTable(db, days, 'charged', checkCancelled),
    lines: lineTable(db, days, 'charged', checkCancelled),
    payments: paymentTable(db, days, checkCancelled),
    cashbook: cashRows(db, days),
    taxes: taxRows(db, days),
  }
  for (const [name, rows] of Object.entries(all)) {
    checkCancelled()
    yield { path: `${textIn(language, `accountant.files.${name}`)}.csv`, content: csvOf(rows, tableForm) }
  }
}
