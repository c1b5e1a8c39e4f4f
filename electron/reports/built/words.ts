import type { Field } from '../../../shared/fields/model.ts'
import type { BuiltBound } from '../../../shared/reports/built/bounds.ts'
import type { Measure } from '../../../shared/reports/built/measure.ts'
import type { Build, BuiltFilter } from '../../../shared/reports/built/model.ts'
import { boundsOf } from '../../../shared/reports/built/rules.ts'
import { createCellWriter } from '../../../shared/reports/written.ts'
import { ownFieldOf } from '../../../shared/segments/rules.ts'
import { localeOf, textIn } from '../../texts.ts'
import type { Around } from '../definition.ts'
import { ownFieldsOf, ownSource } from './own.ts'
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

/** What a report calls its rows and filters. */
export async function fieldNamesOf(build: Build, around: Around) {
  const own = await ownFieldsOf(build, around)
  return (field: string) => ownFieldOf(field, own)?.name ?? textOf(around, `fields.${field}`)
}

async function filterWords(build: Build, { field, is, values }: BuiltFilter, around: Around) {
  const name = (await fieldNamesOf(build, around))(field)
  const count = values.length
  if (count > namedAtMost) return textOf(around, `filterWords.${is}`, { field: name, values: textOf(around, 'chosen', { count }) })
  const nameOf = await fieldOf(build, field, await ownFieldsOf(build, around)).names(around, values)
  return textOf(around, `filterWords.${is}`, { field: name, values: values.map(nameOf).join(', ') })
}

function fieldOf({ subject }: Build, field: string, fields: readonly Field[]) {
  const [own, source] = [ownFieldOf(field, fields), sourceFor(subject)]
  return own ? ownSource(own, source.contact!) : source.fields[field]!
}

function boundWords({ measure, is, value, to }: Omit<BuiltBound, 'measure'> & { measure: Measure }, around: Around) {
  const write = createCellWriter(localeOf(around.settings.language), around.settings.currency)
  const [from, end] = [write(value, measure.type), write(to, measure.type)]
  return textOf(around, `boundWords.${is}`, { measure: around.say(`columns.${measure.key}`), from, to: end })
}
