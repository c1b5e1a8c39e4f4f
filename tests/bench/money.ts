import { join } from 'node:path'
import { median, percentile, type Figure, type Section } from './figures.ts'
import type { MoneyRun } from './money-process.ts'
import { measuredBy } from './process.ts'

/** With a million invoices of one line each, in a data folder of their own. */
const invoices = 1_000_000

export async function measureMoney(folder: string): Promise<Section> {
  const run = await measuredBy<MoneyRun>('./money-process.ts', join(folder, 'money'), String(invoices))
  const p95 = (what: string, taken: readonly number[], most?: number): Figure => ({
    what: `${what}, p95`,
    value: percentile(taken, 0.95),
    unit: 'ms',
    ...(most !== undefined && { goal: { most } }),
    note: `p50 ${median(taken).toFixed(1)} ms`,
  })
  return {
    title: `Money: ${run.invoices.toLocaleString('en')} invoices of a year`,
    figures: [
      p95('writing a draft', run.draft),
      p95('issuing an invoice', run.issue, 20),
      p95('the first page of the list', run.list, 10),
      p95('the first page of what is overdue', run.overdue, 10),
      p95('the first page of a client’s', run.client, 10),
      p95('finding by the beginning of a number', run.byNumber, 50),
      p95('finding by the beginning of a name', run.byName, 50),
      p95('finding by the year, which all have', run.byYear, 50),
      p95('a page in the middle', run.middle),
      p95('recording a payment', run.payment),
      p95('the tax of the year', run.taxes, 300),
      p95('the sums of the list', run.sums),
      p95('the open items by client, of 20,000 that are open', run.openItems, 50),
    ],
  }
}
