import type { z } from 'zod'
import type { reportsContract } from '../../shared/reports/contract.ts'
import type { Question, Report } from '../../shared/reports/model.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { JobContext } from '../handlers.ts'
import { invoicingOf } from '../invoices/settings.ts'
import { dayIn } from '../texts.ts'
import { aroundOf } from './around.ts'
import type { Around } from './definition.ts'
import { runInJob } from './run.ts'

type Wanted = z.output<(typeof reportsContract)['reports.pdf']['input']>

/** A report on paper: what the page shows, its first rows of very many. */
export async function printReport({ out, ...question }: Wanted, context: JobContext) {
  const { path } = context.destination(out)
  return { pages: await writeReportPdf(path, question, await aroundOf(context), context) }
}

export async function writeReportPdf(path: string, question: Question, around: Around, context: JobContext) {
  const report = await runInJob({ question }, around, context)
  const { paper } = await invoicingOf(around.shop)
  const { language, businessName } = around.settings
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const { reportPdf } = await import('../paper/report.ts')
  const shown = [shownText(report, around), ...report.narrowed].join(' · ')
  const { bytes, pages } = await reportPdf({ report, language, business: businessName, shown, paper, moment: around.now })
  await writeWhole(path, bytes)
  return pages
}

function shownText({ days, compared }: Report, { settings, say }: Around) {
  const span = ({ from, to }: { from: string; to: string }) => [from, to].map(day => dayIn(settings.language, day)).join(' – ')
  if (!days) return say('now')
  return compared ? say('against', { days: span(days), before: span(compared) }) : span(days)
}
