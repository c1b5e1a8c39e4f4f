import { z } from 'zod'
import { Filter, SegmentName } from '../segments/model.ts'
import { CalendarDate, Instant } from '../time.ts'
import { Build } from './built/model.ts'
import { tiers } from './clients.ts'
import { comparisons } from './comparing.ts'
import { presets, spans } from './periods.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

export const subjects = ['money', 'visits', 'clients', 'staff', 'loyalty', 'records', 'own'] as const
export type Subject = (typeof subjects)[number]

export const reportNames = [
  ...['revenue', 'takings', 'tax', 'openItems', 'cashbook', 'seasonality'],
  ...['visits', 'busyHours', 'leadTime', 'utilisation'],
  ...['clients', 'topClients', 'cohorts', 'segments', 'atRisk'],
  ...['staff', 'commissions', 'vouchers', 'loyalty', 'records'],
  /** Whatever somebody puts together. */
  'built',
] as const
export type ReportName = (typeof reportNames)[number]

/** What the rows of a report stand for: parts of its period, or things. */
export const groups = [
  ...spans,
  'item',
  'category',
  'staff',
  'client',
  'method',
  'service',
  'source',
  'city',
  'tier',
  'kind',
  'membership',
  'rule',
] as const
export type Group = (typeof groups)[number]
export const isSpan = (group: Group | null): group is (typeof spans)[number] => spans.some(span => span === group)

/** What is looked at of all; null does not narrow anything. */
export const Filters = z.strictObject({
  staffId: id.nullable().default(null),
  serviceId: id.nullable().default(null),
  productId: id.nullable().default(null),
  category: text(60).nullable().default(null),
  tier: z.enum(tiers).nullable().default(null),
  programmeId: id.nullable().default(null),
})
export type Filters = Readonly<z.infer<typeof Filters>>

/** Of which clients: with this tag, from this source, whom this saved filter shows. Every report that clients have a part in takes them. */
export const ClientFilters = z.strictObject({
  tagId: id.nullable().default(null),
  source: text(200).nullable().default(null),
  segmentId: id.nullable().default(null),
})
export type ClientFilters = Readonly<z.infer<typeof ClientFilters>>
export const clientFilters = ClientFilters.keyof().options

export const filterNames = [...Filters.keyof().options, ...clientFilters] as const
export type FilterName = (typeof filterNames)[number]

/** A name for a period means other days each day; it goes before `from` and `to`. Without any of them it is the report's usual one. */
export const Question = Filters.extend(ClientFilters.shape).extend({
  report: z.enum(reportNames),
  period: z.enum(presets).nullable().default(null),
  from: CalendarDate.nullable().default(null),
  to: CalendarDate.nullable().default(null),
  compare: z.enum(comparisons).nullable().default(null),
  /** null: as the report is grouped by itself. */
  group: z.enum(groups).nullable().default(null),
  /** What was put together, where the report is `built`. */
  build: Build.nullable().default(null),
})
export type Question = Readonly<z.infer<typeof Question>>

/**
 * `money` is in the smallest unit of the currency, `percent` in hundredths of a percent, `decimal` in thousandths, `minutes` and
 * `number` are whole. null is what cannot be told: a share of nothing.
 */
export const columnTypes = ['text', 'date', 'money', 'number', 'decimal', 'percent', 'minutes'] as const
export type ColumnType = (typeof columnTypes)[number]
export const Cell = z.union([z.string(), z.number(), z.null()])
export type Cell = z.infer<typeof Cell>

export const Column = z.strictObject({ key: z.string(), type: z.enum(columnTypes), label: z.string(), meaning: z.string() })
export type Column = Readonly<z.infer<typeof Column>>

/** The page with what is behind a row, by the name of its route. */
export const Link = z.strictObject({
  page: z.string(),
  id: z.int().nullable(),
  query: z.record(z.string(), z.string()),
})
export type Link = Readonly<z.infer<typeof Link>>

/** `before` is the same row in the period that is compared with. */
export const Row = z.strictObject({
  key: z.string(),
  label: z.string(),
  /** For the axis of a chart, where there is little room. */
  short: z.string(),
  cells: z.array(Cell),
  before: z.array(Cell).nullable(),
  link: Link.nullable(),
})
export type Row = Readonly<z.infer<typeof Row>>

/**
 * How it is drawn: `bars` stand side by side in order of time, `ranking` lie one below the other, `heat` is a grid of days and hours.
 * Columns stand on each other where they are parts of one whole; what is lost of it goes `below` zero.
 */
export const Chart = z.strictObject({
  kind: z.enum(['bars', 'ranking', 'heat']),
  columns: z.array(z.string()),
  below: z.array(z.string()).optional(),
})
export type Chart = Readonly<z.infer<typeof Chart>>

const Days = z.strictObject({ from: CalendarDate, to: CalendarDate })

/** The rows' own names stand before the columns; each row has a cell for each column. */
export const Report = z.strictObject({
  report: z.enum(reportNames),
  title: z.string(),
  /** What the rows are, above their names. */
  heading: z.string(),
  group: z.enum(groups).nullable(),
  /** null where it tells how things are now. */
  days: Days.nullable(),
  compared: Days.nullable(),
  /** What it was narrowed to, in words. */
  narrowed: z.array(z.string()),
  currency: z.string(),
  columns: z.array(Column),
  rows: z.array(Row),
  /** Below the rows: all of them, those included that are not shown. */
  totals: z.strictObject({ cells: z.array(Cell), before: z.array(Cell).nullable() }).nullable(),
  /** How many there are where only the first are shown. */
  all: z.int(),
  chart: Chart.nullable(),
  /** What has to be known to read it right. */
  remarks: z.array(z.string()),
  /** Why there is nothing to tell, where that has a reason of its own. */
  emptyBecause: z.string().nullable(),
  /** Whom it tells of, as filters of the list of contacts. */
  lists: z.array(z.strictObject({ name: SegmentName, filter: Filter })),
})
export type Report = Readonly<z.infer<typeof Report>>

/** What there is to choose from. */
export const Offer = z.strictObject({
  report: z.enum(reportNames),
  subject: z.enum(subjects),
  title: z.string(),
  /** What it tells, in a sentence. */
  about: z.string(),
  groups: z.array(z.enum(groups)),
  filters: z.array(z.enum(filterNames)),
  /** At which period it looks where none is named; null where it tells how things are now. */
  period: z.enum(presets).nullable(),
})
export type Offer = Readonly<z.infer<typeof Offer>>

export const ReportTitle = z.string().trim().min(1, { error: 'required' }).max(60, { error: 'tooLong' })

/** A question that somebody asks again and again. */
export const SavedReport = z.strictObject({ id: z.int(), name: z.string(), question: Question, createdAt: Instant, changedAt: Instant })
export type SavedReport = Readonly<z.infer<typeof SavedReport>>
