import type { BuiltBound } from '../../../shared/reports/built/bounds.ts'
import type { Measure } from '../../../shared/reports/built/measure.ts'
import type { Build, BuiltFilter } from '../../../shared/reports/built/model.ts'
import { boundsOf } from '../../../shared/reports/built/rules.ts'
import { createCellWriter } from '../../../shared/reports/written.ts'
import { localeOf, textIn } from '../../texts.ts'
import type { Around } from '../definition.ts'
import { sourceFor } from './sources.ts'

/** More names than this nobody reads above a report. */
const namedAtMost = 4

/** What a report is narrowed to, for whoever reads it later and elsewhere. */
export async function wordsOf(build: Build, around: Around): Promise<string[]> {
  const filters = await Promise.all(build.filters.map(filter => filterWords(build, filter, around)))
  return [...filters, ...boundsOf(build).map(bound => boundWords(bound, around))]
}

const textOf = ({ settings }: Around, key: string, params?: Record<string, string | number>) =>
  textIn(settings.language, `builder.${key}`, params)

async function filterWords({ subject }: Build, { field, is, values }: BuiltFilter, around: Around) {
  const count = values.length
  if (count > namedAtMost)
    return textOf(around, `filterWords.${is}`, { field: fieldText(field, around), values: textOf(around, 'chosen', { count }) })
  const nameOf = await sourceFor(subject).fields[field]!.names(around, values)
  return textOf(around, `filterWords.${is}`, { field: fieldText(field, around), values: values.map(nameOf).join(', ') })
}

const fieldText = (field: string, around: Around) => textOf(around, `fields.${field}`)

function boundWords({ measure, is, value, to }: Omit<BuiltBound, 'measure'> & { measure: Measure }, around: Around) {
  const write = createCellWriter(localeOf(around.settings.language), around.settings.currency)
  const [from, end] = [write(value, measure.type), write(to, measure.type)]
  return textOf(around, `boundWords.${is}`, { measure: around.say(`columns.${measure.key}`), from, to: end })
}
