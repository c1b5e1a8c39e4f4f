import { columnOf } from '../../../shared/reports/built/measure.ts'
import type { Build } from '../../../shared/reports/built/model.ts'
import { measuresOf } from '../../../shared/reports/built/rules.ts'
import { spanIn } from '../../../shared/reports/built/subjects.ts'
import type { Chart } from '../../../shared/reports/model.ts'
import { tableOf, type Table } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { refuseTooManyParts } from '../parts.ts'
import { isInPlaces, type BuiltLine } from './lines.ts'
import { remarksOf } from './remarks.ts'
import { told } from './told.ts'
import { fieldNamesOf, wordsOf } from './words.ts'

/** A report that somebody put together, in the same frame as all others. */
export const builtReport = (build: Build): Definition => ({
  ...{ name: 'built', subject: 'own', groups: [], filters: [] },
  period: build.date === null ? null : 'thisMonth',
  isInOrder: isInPlaces(build),
  words: around => wordsOf(build, around),
  run: (asked, around) => run(build, asked, around),
})

async function run(build: Build, { days, limit, only, beside }: Asked, around: Around): Promise<Table> {
  for (const field of build.rows) refuseTooManyParts(days, spanIn(field))
  const found = await told({ build, days, limit, beside }, around)
  const columns = measuresOf(build).map(columnOf)
  const emptyBecause = build.bounds.length > 0 ? around.say('empty.figures') : null
  if (found === null) return titled(tableOf({ columns, lines: [], emptyBecause }), [], build, around)
  const lines = found.lines.filter(({ key }) => only === null || only.includes(key))
  const cut = limit === null && found.lines.length < found.all ? found.lines.length : null
  const { total, whole, all } = found
  const remarks = await remarksOf(build, cut, around)
  return titled(tableOf({ columns, lines, total, whole, all, chart: chartOf(build), remarks }), lines, build, around)
}

/** One figure is drawn: others would be a part of it as often as not, and stand beside it all the same. */
const chartOf = ({ chart, measures }: Build): Chart | null => (chart === 'none' ? null : { kind: chart, columns: measures.slice(0, 1) })

/** Its name, what its rows are, and beside the first of their names the others. */
async function titled(table: Table, lines: readonly BuiltLine[], build: Build, around: Around): Promise<Table> {
  const nameOf = await fieldNamesOf(build, around)
  const [first, ...others] = build.rows
  return {
    ...table,
    ...{ title: build.title || around.say('names.built'), heading: nameOf(first!) },
    columns: [...others.map(field => ({ key: field, type: 'text' as const, label: nameOf(field) })), ...table.columns],
    rows: table.rows.map((row, place) => ({ ...row, cells: [...lines[place]!.others, ...row.cells] })),
    totals: table.totals && [...others.map(() => null), ...table.totals],
  }
}
