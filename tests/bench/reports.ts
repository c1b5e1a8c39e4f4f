import { join } from 'node:path'
import { grouped, median, percentile, type Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { ReportsRun } from './reports-process.ts'

/** With a million lines of invoices and a million visits of three years, 100,000 clients, in a data folder of their own. */
const rows = 1_000_000
const turns = 10

/** Of each report the grouping that takes longest. */
export async function measureReports(folder: string): Promise<Section> {
  const run = await measuredBy<ReportsRun>('./reports-process.ts', join(folder, 'reports'), String(rows), String(turns))
  return {
    title: `Reports: ${run.lines.toLocaleString('en')} lines and ${run.visits.toLocaleString('en')} visits of three years`,
    figures: grouped(run.asked, ({ report }) => report).map(([report, asked]) => {
      const slowest = asked.reduce((one, other) => (percentile(other.taken, 0.95) > percentile(one.taken, 0.95) ? other : one))
      return {
        what: `${report}${slowest.group ? ` by ${slowest.group}` : ''}, p95`,
        value: percentile(slowest.taken, 0.95),
        unit: 'ms',
        goal: { most: 500 },
        note: `p50 ${median(slowest.taken).toFixed(1)} ms`,
      }
    }),
  }
}
