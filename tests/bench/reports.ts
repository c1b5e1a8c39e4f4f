import { join } from 'node:path'
import { grouped, median, percentile, type Figure, type Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { ExportsRun } from './exports-process.ts'
import type { ReportsRun } from './reports-process.ts'

/** With a million lines of invoices and a million visits of three years, 100,000 clients, in a data folder of their own. */
const rows = 1_000_000
const turns = 10

/** Of each report the grouping that takes longest; of the dashboard each tile, and all at once. */
export async function measureReports(folder: string): Promise<Section> {
  const shop = join(folder, 'reports')
  const run = await measuredBy<ReportsRun>('./reports-process.ts', shop, String(rows), String(turns))
  const lines = await measuredBy<ExportsRun>('./exports-process.ts', shop)
  const reports = grouped(run.asked, ({ report }) => report).map(([report, asked]) => {
    const slowest = asked.reduce((one, other) => (percentile(other.taken, 0.95) > percentile(one.taken, 0.95) ? other : one))
    return figureOf(`${report}${slowest.group ? ` by ${slowest.group}` : ''}`, slowest.taken, 500)
  })
  return {
    title: `Reports: ${run.lines.toLocaleString('en')} lines and ${run.visits.toLocaleString('en')} visits of three years`,
    figures: [
      ...reports,
      ...run.built.map(({ what, taken }) => figureOf(`built: ${what}`, taken, 500)),
      ...run.tiles.map(({ tile, taken }) => figureOf(`the tile ${tile}`, taken, 100)),
      figureOf('all tiles of the dashboard', run.glance, 300),
      fileFigure(run.file),
      ...lineFigures(lines),
    ],
  }
}

const figureOf = (what: string, taken: readonly number[], most: number): Figure => ({
  what: `${what}, p95`,
  value: percentile(taken, 0.95),
  unit: 'ms',
  goal: { most },
  note: `p50 ${median(taken).toFixed(1)} ms`,
})

/** The report is asked for and written: what a spreadsheet gets of all clients in their groups. */
const fileFigure = ({ rows, taken }: ReportsRun['file']): Figure => ({
  what: 'CSV of every client in their group',
  value: Math.round((rows * 1000) / median(taken)),
  unit: 'rows/s',
  note: `${rows.toLocaleString('en')} rows, with the report itself`,
})

/** A file of every line that was ever charged. */
const lineFigures = ({ rows, bytes, seconds, processor, memory }: ExportsRun): Figure[] => [
  {
    what: 'CSV of every line of every document',
    value: Math.round(rows / seconds),
    unit: 'rows/s',
    goal: { least: 200_000 },
    note: `${rows.toLocaleString('en')} rows, ${Math.round(bytes / 1e6)} MB, ${processor.toFixed(1)} s of the processor`,
  },
  { what: 'peak memory meanwhile', value: memory.peak, unit: 'MB', goal: { most: 200 }, note: `open ${Math.round(memory.before)}` },
]
