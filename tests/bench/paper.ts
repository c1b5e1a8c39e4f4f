import { median, percentile, type Section } from './figures.ts'
import type { PaperRun } from './paper-process.ts'
import { measuredBy } from './process.ts'

/** What a PDF takes in a worker that has just begun, from the libraries on, and each one after it. */
export async function measurePaper(): Promise<Section> {
  const { first, later, receipts, long } = await measuredBy<PaperRun>('./paper-process.ts')
  const note = (taken: readonly number[]) => `p50 ${median(taken).toFixed(0)} ms`
  return {
    title: 'Papers: invoices of 8 lines with a code to pay by',
    figures: [
      { what: 'the first PDF', value: first, unit: 'ms', goal: { most: 300 } },
      { what: 'each one after, p95', value: percentile(later, 0.95), unit: 'ms', goal: { most: 100 }, note: note(later) },
      { what: 'a receipt, p95', value: percentile(receipts, 0.95), unit: 'ms', goal: { most: 100 }, note: note(receipts) },
      { what: 'an invoice of 1,000 lines', value: median(long), unit: 'ms' },
    ],
  }
}
