import { noDefaults } from '../../shared/imports/defaults.ts'
import type { CellFix, ImportColumn, ImportOptions, ImportPreview } from '../../shared/imports/model.ts'
import type { OwnMeaning } from '../../shared/imports/own-columns.ts'
import { ownField } from '../../shared/imports/own-fields.ts'
import { createRepair } from '../../shared/imports/repairs.ts'
import type { ImportedContact, RowOptions } from '../../shared/imports/row.ts'
import { sharedWith } from '../../shared/imports/shared-columns.ts'
import type { Context } from '../handlers.ts'
import { todayOf } from '../settings/today.ts'
import { countInTrash } from './in-trash.ts'
import { rememberedMapping } from './mappings.ts'
import { ownColumnsOf, shopOf } from './own-fields.ts'
import { toProblem } from './problems.ts'
import { brokenRow, createReading, withFixes } from './rows.ts'
import { understand, type Shop, type Understanding } from './understand.ts'

const shownRows = 20
const shownSamples = 5
const shownProblems = 100
const shownCharacters = 500

export async function preview(options: ImportOptions, { db, file, now }: Context): Promise<ImportPreview> {
  const offered = file(options.file)
  const shop = await shopOf(db)
  const guessed = await understand(offered, options, shop)
  const remembered = options.fields || options.guessAgain || !guessed.hasHeader ? null : await rememberedMapping(db, guessed.headers)
  const fields = remembered?.map((field, column) => (isGone(field, shop) ? guessed.fields[column]! : field))
  const understood = fields ? await understand(offered, { ...options, fields }, shop) : guessed
  const isRemembered = JSON.stringify(understood.fields) !== JSON.stringify(guessed.fields)
  const { format, sheet, sheets, size, encoding, delimiter, hasHeader, headerLine, sample } = understood
  const { fixes = [] } = options
  const rowOptions = {
    ...understood,
    own: ownColumnsOf(understood, 'leaveOut'),
    country: shop.country,
    today: await todayOf(db, now()),
    ...nothingForAll,
  }
  const first = sample.rows.slice(0, shownRows)
  const rows = first.map(({ line, cells }) =>
    withFixes(
      cells,
      fixes.filter(fix => fix.line === line),
    ),
  )
  const { problems, contacts } = readSample(understood, rowOptions, fixes)
  return {
    ...{ name: offered.name, size, format, sheet, sheets: [...sheets], encoding, delimiter, hasHeader, headerLine },
    columns: columnsOf(understood),
    isRemembered,
    rows: rows.map(cells => cells.map(shortened)),
    lines: first.map(({ line }) => line),
    repairs: repairsIn(rows, rowOptions),
    inTrash: await countInTrash(db, contacts),
    estimatedRows: sample.estimatedRows,
    isWhole: sample.isWhole,
    problems,
  }
}

const nothingForAll = { tags: [], defaults: noDefaults }

/** A field of the shop's own that was taken back or archived since. */
const isGone = (field: string | null, { fields }: Shop) =>
  field !== null && field.startsWith('custom.') && !fields.some(({ id }) => ownField(id) === field)

const shortened = (cell: string) => (cell.length > shownCharacters ? `${cell.slice(0, shownCharacters)}…` : cell)

const columnsOf = ({ headers, fields, own, dates, numbers, sample }: Understanding): ImportColumn[] =>
  headers.map((header, column) => ({
    header: shortened(header),
    field: fields[column] ?? null,
    dates: dates[column] ?? null,
    own: shownMeaning(own[column]),
    numbers: numbers[column] ?? null,
    shared: sharedWith(fields, own, column),
    samples: samplesOf(sample.rows.map(({ cells }) => cells[column]?.trim() ?? '')),
  }))

const shownMeaning = (meaning: OwnMeaning | null | undefined): ImportColumn['own'] =>
  meaning ? { name: meaning.name, type: meaning.type, isNew: meaning.isNew } : null

function samplesOf(values: readonly string[]) {
  const samples: string[] = []
  for (const value of values) {
    if (value !== '') samples.push(shortened(value))
    if (samples.length === shownSamples) break
  }
  return samples
}

type Sample = { problems: ImportPreview['problems']; contacts: readonly ImportedContact[] }

/** Reads the part of the file that is known as the import would. */
function readSample({ headers, sample }: Understanding, options: RowOptions, fixes: readonly CellFix[]): Sample {
  const read = createReading({ ...options, fixes })
  const found = sample.broken.map(brokenRow)
  const contacts: ImportedContact[] = []
  for (const record of sample.records) {
    const reading = read(record, true)
    if (reading === 'blank') continue
    if (reading.contact) contacts.push(reading.contact)
    if (reading.problems.length > 0 && found.length < shownProblems)
      found.push({ line: record.line, cells: record.cells, problems: reading.problems, isTaken: reading.contact !== null })
  }
  const problems = found
    .flatMap(({ line, isTaken, problems }) =>
      problems.map(problem => ({ ...toProblem(headers, line, isTaken, problem), cell: problem.column })),
    )
    .sort((a, b) => a.line - b.line)
    .slice(0, shownProblems)
  return { problems, contacts }
}

/** The cells that become something else than what stands there. */
function repairsIn(rows: readonly (readonly string[])[], options: RowOptions): ImportPreview['repairs'] {
  return options.fields.flatMap((field, column) => {
    if (field === null) return []
    const repair = createRepair(options, column)
    return rows.flatMap((cells, row) => {
      const cell = cells[column]?.trim() ?? ''
      const becomes = cell === '' ? null : repair(cell)
      return becomes === null || becomes === cell ? [] : [{ row, column, becomes: shortened(becomes) }]
    })
  })
}
