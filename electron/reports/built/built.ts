import { columnOf } from '../../../shared/reports/built/measure.ts'
import type { Build } from '../../../shared/reports/built/model.ts'
import { measuresOf } from '../../../shared/reports/built/rules.ts'
import { spanIn } from '../../../shared/reports/built/subjects.ts'
import type { Chart } from '../../../shared/reports/model.ts'
import { tableOf, type Table } from '../../../shared/reports/table.ts'
import { textIn } from '../../texts.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { refuseTooManyParts } from '../parts.ts'
import { allParts, linesOf, partsOf, type BuiltLine } from './lines.ts'
import * as queries from './queries.ts'
import { quickestFor } from './quickest.ts'
import type { Shape } from './source.ts'
import { sourceFor } from './sources.ts'

/** A file has no more rows than this; it says so where there were more. */
const rowsAtMost = 100_000

/** A report that somebody put together, in the same frame as all others. */
export const builtReport = (build: Build): Definition => ({
  ...{ name: 'built', subject: 'own', groups: [], filters: [] },
  period: build.date === null ? null : 'thisMonth',
  isInOrder: partsOf(build) !== null,
  run: (asked, around) => run(build, asked, around),
})

async function run(build: Build, { days, limit, only }: Asked, around: Around): Promise<Table> {
  for (const field of build.rows) refuseTooManyParts(days, spanIn(field))
  const asked = await askedFor({ build, days, rows: build.rows }, around)
  const span = partsOf(build)
  const found = await linesOf(asked, span === null ? Math.min(limit ?? rowsAtMost, rowsAtMost) : rowsAtMost)
  const columns = measuresOf(build).map(columnOf)
  if (found.all === 0) return titled(tableOf({ columns, lines: [] }), [], asked)
  const wanted = found.lines.filter(({ key }) => only === null || only.includes(key))
  const lines = span ? allParts(asked, span, wanted) : wanted
  const total = found.total ?? (await queries.total(around.db, await askedFor({ build, days, rows: [] }, around)).executeTakeFirstOrThrow())
  const cut = limit === null && found.lines.length < found.all ? [around.say('remarks.cut', { count: found.lines.length })] : []
  const remarks = [...((await sourceFor(build.subject).remarks?.(build, around)) ?? []), ...cut]
  const all = span ? lines.length : found.all
  return titled(tableOf({ columns, lines, total, all, chart: chartOf(build), remarks }), lines, asked)
}

async function askedFor(shape: Shape, around: Around): Promise<queries.Asked> {
  return { ...shape, around, source: await quickestFor(shape, around) }
}

/** One figure is drawn: others would be a part of it as often as not, and stand beside it all the same. */
const chartOf = ({ chart, measures }: Build): Chart | null => (chart === 'none' ? null : { kind: chart, columns: measures.slice(0, 1) })

/** Its name, what its rows are, and beside the first of their names the others. */
function titled(table: Table, lines: readonly BuiltLine[], { build, around }: { build: Build; around: Around }): Table {
  const fieldText = (field: string) => textIn(around.settings.language, `builder.fields.${field}`)
  const [first, ...others] = build.rows
  return {
    ...table,
    ...{ title: build.title || around.say('names.built'), heading: fieldText(first!) },
    columns: [...others.map(field => ({ key: field, type: 'text' as const, label: fieldText(field) })), ...table.columns],
    rows: table.rows.map((row, place) => ({ ...row, cells: [...lines[place]!.others, ...row.cells] })),
    totals: table.totals && [...others.map(() => null), ...table.totals],
  }
}
