import type { Build } from './model.ts'
import { canBeFiltered, isTimeField, subjectsToBuild, subjectToBuild, timeFields, type BuiltSubject } from './subjects.ts'

type Shape = Pick<Build, 'subject' | 'date' | 'rows' | 'measures' | 'filters' | 'bounds' | 'sort'>
type Path = (string | number)[]

/** By what rows can be told apart: parts of time only where there is a day that they are parts of. */
export const fieldsOf = ({ subject, date }: Pick<Shape, 'subject' | 'date'>): readonly string[] => [
  ...(date === null ? [] : timeFields),
  ...subjectToBuild(subject).fields,
]

/** Where a report names what its subject does not know. */
export function problemsOf({ subject, date, rows, measures, filters, bounds, sort }: Shape): Path[] {
  const { dates, isStanding, measures: known } = subjectToBuild(subject)
  const fields = fieldsOf({ subject, date })
  const keys = known.map(({ key }) => key)
  const isDate = date === null ? isStanding : dates.includes(date)
  const unknown = (names: readonly string[], of: readonly string[], list: string): Path[] =>
    names.flatMap((name, place) => (of.includes(name) && names.indexOf(name) === place ? [] : [[list, place]]))
  return [
    ...(isDate ? [] : [['date']]),
    ...unknown(rows, fields, 'rows'),
    ...unknown(measures, keys, 'measures'),
    ...filters.flatMap(({ field }, place) => (fields.includes(field) && canBeFiltered(field) ? [] : [['filters', place, 'field']])),
    ...bounds.flatMap(({ measure }, place) => (keys.includes(measure) ? [] : [['bounds', place, 'measure']])),
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
  const fields = fieldsOf(build)
  const usual = usualBuild(build.subject)
  const rows = build.rows.filter(field => fields.includes(field))
  const measures = build.measures.filter(key => known.some(measure => measure.key === key))
  const kept = { rows: rows.length > 0 ? rows : usual.rows, measures: measures.length > 0 ? measures : usual.measures }
  const { sort } = build
  return {
    ...{ ...build, ...kept },
    filters: build.filters.filter(({ field }) => fields.includes(field)),
    bounds: build.bounds.filter(({ measure }) => known.some(({ key }) => key === measure)),
    sort: sort && [...kept.rows, ...kept.measures].includes(sort.by) ? sort : null,
  }
}
