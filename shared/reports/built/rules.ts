import type { Build } from './model.ts'
import { hasOwn, isOwnName } from './own.ts'
import { canBeFiltered, isTimeField, subjectsToBuild, subjectToBuild, timeFields, type BuiltSubject } from './subjects.ts'

type Shape = Pick<Build, 'subject' | 'date' | 'rows' | 'measures' | 'filters' | 'bounds' | 'sort'>
type Path = (string | number)[]

/** By what rows can be told apart: parts of time only where there is a day that they are parts of. */
export const fieldsOf = ({ subject, date }: Pick<Shape, 'subject' | 'date'>): readonly string[] => [
  ...(date === null ? [] : timeFields),
  ...subjectToBuild(subject).fields,
]

/** Whether a report can name it; of fields of the shop's own, whether it is a name of one. */
const knows = (about: Pick<Shape, 'subject' | 'date'>, field: string) =>
  fieldsOf(about).includes(field) || (isOwnName(field) && hasOwn(about.subject))

/** Where a report names what its subject does not know. */
export function problemsOf({ subject, date, rows, measures, filters, bounds, sort }: Shape): Path[] {
  const { dates, isStanding, measures: known } = subjectToBuild(subject)
  const isField = (field: string) => knows({ subject, date }, field)
  const isMeasure = (key: string) => known.some(measure => measure.key === key)
  const isDate = date === null ? isStanding : dates.includes(date)
  const unknown = (names: readonly string[], isKnown: (name: string) => boolean, list: string): Path[] =>
    names.flatMap((name, place) => (isKnown(name) && names.indexOf(name) === place ? [] : [[list, place]]))
  return [
    ...(isDate ? [] : [['date']]),
    ...unknown(rows, isField, 'rows'),
    ...unknown(measures, isMeasure, 'measures'),
    ...filters.flatMap(({ field }, place) => (isField(field) && canBeFiltered(field) ? [] : [['filters', place, 'field']])),
    ...bounds.flatMap(({ measure }, place) => (isMeasure(measure) ? [] : [['bounds', place, 'measure']])),
    ...(sort === null || [...rows, ...measures].includes(sort.by) ? [] : [['sort', 'by']]),
  ]
}

export const measureOf = (subject: BuiltSubject, key: string) => subjectToBuild(subject).measures.find(measure => measure.key === key)

/** Its columns, as it has them. */
export const measuresOf = ({ subject, measures }: Pick<Build, 'subject' | 'measures'>) =>
  measures.flatMap(key => measureOf(subject, key) ?? [])

/** Its conditions, each with the figure that it is about. */
export const boundsOf = ({ subject, bounds }: Pick<Build, 'subject' | 'bounds'>) =>
  bounds.flatMap(bound => {
    const measure = measureOf(subject, bound.measure)
    return measure ? [{ ...bound, measure }] : []
  })

/** How the rows go: as somebody said, else in order of time, else the most first. */
export function sortOf({ sort, rows, measures }: Pick<Build, 'sort' | 'rows' | 'measures'>) {
  if (sort) return sort
  const [first] = rows
  return isTimeField(first!) ? { by: first!, descending: false } : { by: measures[0]!, descending: true }
}

/** Where somebody begins: what most people ask of a subject. */
export function usualBuild(subject: BuiltSubject): Build {
  const { dates, isStanding, fields, measures } = subjectsToBuild[subject]
  return {
    ...{ subject, title: '', date: isStanding ? null : dates[0]!, filters: [], bounds: [], sort: null },
    rows: [fields[0]!],
    measures: measures.slice(0, 3).map(({ key }) => key),
    chart: 'ranking',
  }
}

/** What is left of a report where something else is chosen: names that mean nothing any more go. */
export function tidied(build: Build): Build {
  const { measures: known } = subjectToBuild(build.subject)
  const usual = usualBuild(build.subject)
  const rows = build.rows.filter(field => knows(build, field))
  const measures = build.measures.filter(key => known.some(measure => measure.key === key))
  const kept = { rows: rows.length > 0 ? rows : usual.rows, measures: measures.length > 0 ? measures : usual.measures }
  const { sort } = build
  return {
    ...{ ...build, ...kept },
    filters: build.filters.filter(({ field }) => knows(build, field)),
    bounds: build.bounds.filter(({ measure }) => known.some(({ key }) => key === measure)),
    sort: sort && [...kept.rows, ...kept.measures].includes(sort.by) ? sort : null,
  }
}
