import { AppError } from '../../shared/errors.ts'
import type { ClientGroup } from '../../shared/reports/clients.ts'
import { comparedWith } from '../../shared/reports/comparing.ts'
import {
  clientFilters,
  filterNames,
  Filters,
  isSpan,
  type Column,
  type FilterName,
  type Group,
  type Question,
  type Report,
} from '../../shared/reports/model.ts'
import { daysOf, spanFor, type Days } from '../../shared/reports/periods.ts'
import { beside } from '../../shared/reports/beside.ts'
import type { Table } from '../../shared/reports/table.ts'
import { ofOneMoment } from '../db/one-moment.ts'
import type { JobContext } from '../handlers.ts'
import { clientsAsked } from './clients-asked.ts'
import { isCounted } from './counted.ts'
import type { Around, Asked, Definition } from './definition.ts'
import { wordsOf } from './filter-words.ts'
import { refuseTooManyParts } from './parts.ts'
import { definitionFor } from './reports.ts'

/** More rows than this nobody reads on a page. */
const shownAtMost = 500

type Wanted = Readonly<{ question: Question; limit?: number | null }>

/** Answers a question: the report of the period, and where it is compared, that of the other one beside it. */
export async function run({ question, limit = shownAtMost }: Wanted, around: Around): Promise<Report> {
  const definition = definitionFor(question)
  if (definition.isOfDiary && !(await isCounted(around.db))) throw new AppError('busy', 'figuresBeingCounted')
  const days = daysAsked(question, definition, around)
  const group = groupOf(definition, question, days)
  const asked: Asked = { days, group, filters: filtersOf(definition, question), limit, only: null, beside: null }
  const clients = await clientsAsked(question, around)
  const isOverTime = definition.period !== null
  const compared = question.compare && isOverTime ? comparedWith(days, question.compare, around.today, around.weekStart) : null
  const table = await definition.run(asked, clients.within(days))
  const before =
    compared &&
    (await definition.run({ ...asked, days: compared, limit: null, only: onlyOf(table), beside: days }, clients.within(compared)))
  const { rows, totals } = beside(table, before, definition.isInOrder || isSpan(group) ? 'place' : 'key')
  const { say } = around
  const narrowed = [...(await wordsOf(question, around)), ...((await definition.words?.(around)) ?? [])]
  return {
    ...{ report: definition.name, title: table.title ?? say(`names.${definition.name}`), group, days: isOverTime ? days : null, compared },
    ...{ heading: table.heading ?? say(`groups.${group ?? definition.name}`), narrowed },
    currency: around.settings.currency,
    columns: table.columns.map(column => worded(column, around)),
    rows: rows.map(row => ({ ...row, link: row.link && clients.keptIn(row.link) })),
    ...{ totals, all: table.all, chart: table.chart, remarks: [...table.remarks], emptyBecause: table.emptyBecause },
    lists: listsOf(table, clients.filterOf, narrowed, around),
  }
}

/** The same, told of one moment on the thread that writes files. */
export const runInJob = (wanted: Wanted, around: Around, { sqlite, workerFile }: Pick<JobContext, 'sqlite' | 'workerFile'>) =>
  ofOneMoment({ sqlite }, () => run(wanted, around), workerFile !== null)

/** Each group of clients that the table tells of, named with what it was narrowed to. */
function listsOf(
  { groups }: Table,
  filterOf: (group: ClientGroup) => Report['lists'][number]['filter'] | null,
  narrowed: readonly string[],
  { say }: Around,
) {
  return groups.flatMap(group => {
    const filter = filterOf(group)
    return filter ? [{ name: [say(`tiers.${group}`), ...narrowed].join(', ').slice(0, 60), filter }] : []
  })
}

/** A column that has a name of its own is one of many, which the report explains. */
const worded = ({ key, type, label }: Table['columns'][number], { say }: Around): Column =>
  label === undefined ? { key, type, label: say(`columns.${key}`), meaning: say(`meanings.${key}`) } : { key, type, label, meaning: '' }

/** Where not all rows are shown, those of the other period are looked up by what they are. */
const onlyOf = ({ rows, all }: Table) => (rows.length < all ? rows.map(({ key }) => key) : null)

function daysAsked({ period, from, to }: Question, { period: usual }: Definition, { today, weekStart }: Around): Days {
  if (period !== null || (from === null && to === null)) return daysOf(period ?? usual ?? 'thisMonth', today, weekStart)
  const days = { from: from ?? to!, to: to ?? from! }
  if (days.from > days.to) throw new AppError('invalid', 'rangeTurned')
  return days
}

function groupOf({ groups, period }: Definition, { group }: Question, days: Days): Group | null {
  const usual = groups[0] ?? null
  const meant = group ?? (period !== null && isSpan(usual) ? spanFor(days) : usual)
  if (meant !== null && !groups.includes(meant)) throw new AppError('invalid', 'reportGroupUnknown')
  if (period !== null && isSpan(meant)) refuseTooManyParts(days, meant)
  return meant
}

/** What a report can be narrowed by. */
export const filterNamesOf = ({ filters, isWithoutClients }: Definition): FilterName[] => [
  ...filters,
  ...(isWithoutClients ? [] : clientFilters),
]

/** Anything else would be passed over in silence: it is refused instead. */
function filtersOf(definition: Definition, question: Question): Filters {
  const [offered, given] = [filterNamesOf(definition), filterNames.filter(name => question[name] !== null)]
  if (given.some(name => !offered.includes(name))) throw new AppError('invalid', 'reportFilterUnknown')
  return Filters.parse(Object.fromEntries(Filters.keyof().options.map(name => [name, question[name]])))
}
