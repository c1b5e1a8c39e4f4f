import { join } from 'node:path'
import type { DealsRun } from './deals-process.ts'
import { median, percentile, type Figure, type Section } from './figures.ts'
import { measuredBy } from './process.ts'

/** A busy office: many are open, and years of deals lie behind it. */
const open = 2000
const all = 50_000
/** Scored at once. */
const leads = 100_000

export async function measureDeals(folder: string): Promise<Section> {
  const run = await measuredBy<DealsRun>('./deals-process.ts', join(folder, 'deals'), String(open), String(all), String(leads))
  const p95 = (what: string, taken: readonly number[], most?: number): Figure => ({
    what: `${what}, p95`,
    value: percentile(taken, 0.95),
    unit: 'ms',
    ...(most !== undefined && { goal: { most } }),
    note: `p50 ${median(taken).toFixed(1)} ms`,
  })
  return {
    title: `Deals: ${open.toLocaleString('en')} open of ${all.toLocaleString('en')}`,
    figures: [
      p95('the board', run.board, 50),
      p95('the board by a tag', run.tagged, 50),
      p95('a deal with its steps', run.deal),
      p95('moving a card', run.move, 20),
      p95('the deals of a contact', run.contact),
      p95('the forecast of 17 months', run.forecast),
      p95(`the scores of ${leads.toLocaleString('en')} leads`, run.scores, 10_000),
    ],
  }
}
