import type { CellFix, ImportColumn, ImportOptions, ImportPreview } from '../../shared/imports/model.ts'
import { sharedWith } from '../../shared/imports/shared-columns.ts'
import { localDay } from '../../shared/time.ts'
import type { Context } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { rememberedMapping } from './mappings.ts'
import { toProblem } from './problems.ts'
import { brokenRow, createReading } from './rows.ts'
import { understand, type Understanding } from './understand.ts'

const shownRows = 20
const shownSamples = 5
const shownProblems = 100
const shownCharacters = 500

export async function preview(options: ImportOptions, { db, file, now }: Context): Promise<ImportPreview> {
  const offered = file(options.file)
  const { country } = await settingsOf(db)
  const guessed = await understand(offered, options, country)
  const remembered = options.fields || options.guessAgain || !guessed.hasHeader ? null : await rememberedMapping(db, guessed.headers)
  const isRemembered = remembered !== null && JSON.stringify(remembered) !== JSON.stringify(guessed.fields)
  const understood = isRemembered ? await understand(offered, { ...options, fields: remembered }, country) : guessed
  const { format, sheet, sheets, size, encoding, delimiter, hasHeader, headerLine, sample } = understood
  return {
    ...{ name: offered.name, size, format, sheet, sheets: [...sheets], encoding, delimiter, hasHeader, headerLine },
    columns: columnsOf(understood),
    isRemembered,
    rows: sample.rows.slice(0, shownRows).map(({ cells }) => cells.map(shortened)),
    estimatedRows: sample.estimatedRows,
    isWhole: sample.isWhole,
    problems: problemsIn(understood, options.fixes ?? [], country, localDay(now())),
  }
}

const shortened = (cell: string) => (cell.length > shownCharacters ? `${cell.slice(0, shownCharacters)}…` : cell)

const columnsOf = ({ headers, fields, dates, sample }: Understanding): ImportColumn[] =>
  headers.map((header, column) => ({
    header: shortened(header),
    field: fields[column] ?? null,
    dates: dates[column] ?? null,
    shared: sharedWith(fields, column),
    samples: samplesOf(sample.rows.map(({ cells }) => cells[column]?.trim() ?? '')),
  }))

function samplesOf(values: readonly string[]) {
  const samples: string[] = []
  for (const value of values) {
    if (value !== '') samples.push(shortened(value))
    if (samples.length === shownSamples) break
  }
  return samples
}

function problemsIn(
  { headers, fields, dateOrders, isOwn, sample }: Understanding,
  fixes: readonly CellFix[],
  country: string,
  today: string,
): ImportPreview['problems'] {
  const read = createReading({ headers, fields, dateOrders, country, today, tags: [], isOwn, fixes })
  const found = sample.broken.map(brokenRow)
  for (const record of sample.records) {
    if (found.length >= shownProblems) break
    const reading = read(record, true)
    if (reading === 'blank' || reading.problems.length === 0) continue
    found.push({ line: record.line, cells: record.cells, problems: reading.problems, isTaken: reading.contact !== null })
  }
  return found
    .flatMap(({ line, isTaken, problems }) =>
      problems.map(problem => ({ ...toProblem(headers, line, isTaken, problem), cell: problem.column })),
    )
    .sort((a, b) => a.line - b.line)
    .slice(0, shownProblems)
}
