import { z } from 'zod'
import { limits } from '../contacts/limits.ts'
import { Custom, fieldTypes } from '../fields/model.ts'
import { FileToken } from '../files/model.ts'
import { dateOrders } from './dates.ts'
import { decimalMarks } from './numbers.ts'

/**
 * What a column can mean. Labelled ones can say behind a dot which entry they belong to, by its label or its number:
 * `phone.mobile`, `street.work`, `email.2` beside `emailLabel.2`. Nothing behind it is the first. `custom.12` is a field of the
 * shop's own, `new` one to be made of the column, `new.date` one of that type.
 */
export const plainFields = [
  'kind',
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'name',
  'organization',
  'birthday',
  'language',
  'note',
  /** Goes into the note behind the column's header. */
  'remark',
  'source',
  'tags',
] as const
export const labelledFields = [
  'email',
  'emailLabel',
  'phone',
  'phoneLabel',
  'street',
  'extendedAddress',
  'postalCode',
  'locality',
  'region',
  'country',
  'addressLabel',
] as const

export const ImportField = z.string().refine(isImportField, { error: 'fieldUnknown' })

function isImportField(field: string) {
  const [name, ...label] = field.split('.')
  if ((plainFields as readonly string[]).includes(field)) return true
  if (name === 'custom') return /^custom\.\d{1,9}$/.test(field)
  if (name === 'new') return field === 'new' || fieldTypes.some(type => field === `new.${type}`)
  return (labelledFields as readonly string[]).includes(name!) && label.length <= 1
}

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'iso-8859-15',
  'macintosh',
] as const
/** What a file is written in: text with cells and lines, a spreadsheet, cards. */
export const formats = ['text', 'xlsx', 'vcard'] as const
export const delimiters = [',', ';', '\t', '|'] as const

/** A cell as a person has mended it: by its line, and its column counted from 0. */
export const CellFix = z.strictObject({ line: z.int().min(1), column: z.int().min(0), value: z.string().max(2000, { error: 'tooLong' }) })
export type CellFix = Readonly<z.infer<typeof CellFix>>

/** How a file is read. What is left out is guessed. */
export const ImportOptions = z.strictObject({
  file: FileToken,
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  hasHeader: z.boolean().optional(),
  fixes: z.array(CellFix).max(1000, { error: 'tooMany' }).optional(),
  /** How dates are read in which day and month are both numbers. */
  dateOrder: z.enum(dateOrders).optional(),
  /** What stands before the decimals of numbers in which it could be either. */
  decimalMark: z.enum(decimalMarks).optional(),
  /** Of a spreadsheet: the sheet by its name; left out: the first. */
  sheet: z.string().max(255).optional(),
  /** Guess what columns mean, whatever they meant the last time. */
  guessAgain: z.boolean().optional(),
  /** The meaning of each column, in the file's order; null leaves a column out. */
  fields: z.array(ImportField.nullable()).max(2000, { error: 'tooMany' }).optional(),
})
export type ImportOptions = Readonly<z.infer<typeof ImportOptions>>

/** What to do with a row about somebody who is there already. */
export const onMatch = ['fill', 'overwrite', 'skip', 'create'] as const
/** What to do with a row about somebody who is not. */
export const onNew = ['create', 'skip'] as const

/**
 * By what somebody is known: the usual way asks for the name, too; `alike` also takes those for the same of whom the search for
 * duplicates is certain; a key that was chosen counts alone.
 */
export const matchBy = ['usual', 'alike', 'email', 'phone', 'column'] as const
/** What to do with a row about somebody who lies in the trash. */
export const onTrashed = ['leaveOut', 'restore', 'create'] as const

/** What to do with a value that a choice of the shop's own does not have. */
export const onNewOption = ['leaveOut', 'add'] as const

const filledIn = (field: 'language' | 'country' | 'source') => z.string().trim().max(limits[field], { error: 'tooLong' }).default('')

/** What every row gets where the file says nothing. */
export const ImportDefaults = z.strictObject({
  language: filledIn('language'),
  country: filledIn('country'),
  source: filledIn('source'),
  custom: Custom.default({}),
})
export type ImportDefaults = Readonly<z.infer<typeof ImportDefaults>>

const choices = {
  onMatch: z.enum(onMatch).default('fill'),
  onNew: z.enum(onNew).default('create'),
  matchBy: z.enum(matchBy).default('usual'),
  /** The column that is the key, counted from 0: one that holds a field of the shop's own. */
  keyColumn: z.int().min(0).nullable().default(null),
  onTrashed: z.enum(onTrashed).default('leaveOut'),
  onNewOption: z.enum(onNewOption).default('leaveOut'),
  defaults: ImportDefaults.default({ language: '', country: '', source: '', custom: {} }),
  /** Tags that every contact of the file gets. */
  tags: z
    .array(z.string().trim().min(1, { error: 'tagEmpty' }).max(60, { error: 'tooLong' }))
    .max(20)
    .default([]),
}
export const ImportRun = ImportOptions.extend(choices)
export type ImportRun = Readonly<z.infer<typeof ImportRun>>

/** All that somebody chose for an import, to be chosen again for another file. */
export const ImportSettings = ImportRun.omit({ file: true, fixes: true })
export type ImportSettings = Readonly<z.infer<typeof ImportSettings>>

export const ImportColumn = z.strictObject({
  header: z.string(),
  field: ImportField.nullable(),
  /** Of dates: what comes first, and why. */
  dates: z
    .strictObject({ order: z.enum(dateOrders), because: z.enum(['value', 'points', 'country', 'choice']), value: z.string() })
    .nullable(),
  /** Of a field of the shop's own: which, and whether it is yet to be made. */
  own: z.strictObject({ name: z.string(), type: z.enum(fieldTypes), isNew: z.boolean() }).nullable(),
  /** Of numbers: what stands before the decimals, and why. */
  numbers: z.strictObject({ mark: z.enum(decimalMarks), because: z.enum(['value', 'country', 'choice']), value: z.string() }).nullable(),
  /** The columns that mean the same single value, this one among them; what becomes of several. */
  shared: z.strictObject({ columns: z.array(z.int()), kept: z.enum(['all', 'first']) }).nullable(),
  /** The first few values that are not empty. */
  samples: z.array(z.string()),
})
export type ImportColumn = Readonly<z.infer<typeof ImportColumn>>

/** One thing wrong with a row: `line` counts the file's lines from 1, as an editor shows them. */
export const ImportProblem = z.strictObject({
  line: z.int(),
  column: z.string(),
  value: z.string(),
  /** A text under `importProblems` in the locale files, and the numbers it needs. */
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whether the row comes in, without this value. */
  isTaken: z.boolean(),
})
export type ImportProblem = Readonly<z.infer<typeof ImportProblem>>

export const ImportPreview = z.strictObject({
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  format: z.enum(formats),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  hasHeader: z.boolean(),
  /** The line of the header: what stands above it is left out. 0 where there is none. */
  headerLine: z.int(),
  columns: z.array(ImportColumn),
  /** Whether they mean what they meant in the last file with this header, other than what would be guessed. */
  isRemembered: z.boolean(),
  /** The first 20 rows below the header, as they stand in the file but for cells that were mended. */
  rows: z.array(z.array(z.string())),
  /** In which line of the file each of them stands. */
  lines: z.array(z.int()),
  /** Their cells that become something else than what stands there; days and yes or no are put in the file's own words for the eye. */
  repairs: z.array(z.strictObject({ row: z.int(), column: z.int(), becomes: z.string() })),
  /** How many rows of the part that was read are about somebody in the trash. */
  inTrash: z.int(),
  /** Rows in the whole file, estimated from the part that was read; exact where that was all. */
  estimatedRows: z.int(),
  /** Whether the preview has read all of it. */
  isWhole: z.boolean(),
  /** What is wrong in the part that was read; `cell` is the column counted from 0, null where it is the whole row. */
  problems: z.array(ImportProblem.extend({ cell: z.int().nullable() })),
})
export type ImportPreview = Readonly<z.infer<typeof ImportPreview>>

export const ImportResult = z.strictObject({
  /** The operation that an undo takes back; null where nothing changed. */
  operation: z.int().nullable(),
  /** Names the list of problems, see `imports.problems`. */
  import: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  /** Of those that came in, how many did so without some of their values. */
  incomplete: z.int(),
  /** Rows that did not come in. */
  failed: z.int(),
})
export type ImportResult = Readonly<z.infer<typeof ImportResult>>

export const outcomes = ['created', 'updated', 'unchanged', 'skipped'] as const
export const ImportOutcome = z.enum(outcomes)
export type ImportOutcome = z.infer<typeof ImportOutcome>
/** Why a row was left out, or what else happened with its contact. */
export const ImportReason = z.enum(['wasThere', 'isNew', 'inTrash', 'restored', 'ambiguous'])
export type ImportReason = z.infer<typeof ImportReason>

/** What became of a row: `contact` is who it is about, null where that is nobody; `name` is empty where they are gone since. */
export const ImportedRow = z.strictObject({
  line: z.int(),
  contact: z.int().nullable(),
  name: z.string(),
  reason: ImportReason.nullable(),
})
export type ImportedRow = Readonly<z.infer<typeof ImportedRow>>

/** An import that was, as it can be looked at later. */
export const PastImport = z.strictObject({
  fileName: z.string(),
  startedAt: z.string(),
  undone: z.boolean(),
  settings: ImportSettings,
  result: ImportResult,
})
export type PastImport = Readonly<z.infer<typeof PastImport>>
