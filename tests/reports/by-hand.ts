import fc from 'fast-check'
import { groupedBy } from '../../shared/group.ts'
import { meets } from '../../shared/reports/built/bounds.ts'
import { isTimeField, spanIn, subjectsToBuild, timeFields } from '../../shared/reports/built/subjects.ts'
import { beginningOf, bucketsOf, type Days } from '../../shared/reports/periods.ts'
import { averageOf, shareOf } from '../../shared/reports/table.ts'
import type { Input } from '../../shared/contract.ts'
import { clockIn, weekdayOf } from '../../shared/zone.ts'
import { aBound } from './random-bounds.ts'
import { saleLines, visitParts, type Line, type Part } from './raw.ts'

export type Build = NonNullable<Input<'reports.run'>['build']>
type Key = string | number
type Figures = Record<string, number | null>
const clock = clockIn('Europe/Berlin')

const timeKey = (field: string, day: string): Key => {
  const span = spanIn(field)
  return span ? beginningOf(span, day, 1) : weekdayOf(day)
}

/** Where its rows are parts of time in their order and none can be left out, they are known by what they are. */
const isInOrder = ({ rows, sort }: Build) => rows.length === 1 && !sort && spanIn(rows[0]!) !== null

/** As rows are known by: alone and in their own order by what they are, else parts of time by their place in the period. */
function keyOf(build: Build, days: Days, keys: readonly Key[]) {
  const { rows: fields, bounds = [] } = build
  if (fields.length === 1 && (spanIn(fields[0]!) === null || (isInOrder(build) && bounds.length === 0))) return String(keys[0])
  const placed = keys.map((key, place) => {
    const span = spanIn(fields[place]!)
    return span ? [...bucketsOf(days, span, 1)].findIndex(bucket => bucket.key === key) : key
  })
  return JSON.stringify(placed)
}

export type Rules<T> = Readonly<{
  day: (row: T) => string
  fields: Readonly<Record<string, (row: T) => Key>>
  figures: (rows: readonly T[], all: readonly T[], build: Build) => Figures
}>

/** What there is in a period, told apart as a report tells it apart; `all` is what its shares are of. */
function groupsOf<T>(rows: readonly T[], build: Build, days: Days, { day, fields }: Rules<T>) {
  const read = (row: T, field: string) => (isTimeField(field) ? timeKey(field, day(row)) : fields[field]!(row))
  const all = rows
    .filter(row => day(row) >= days.from && day(row) <= days.to)
    .filter(row => (build.filters ?? []).every(({ field, is, values }) => values.includes(read(row, field)) === (is === 'anyOf')))
  const keyed = (keys: readonly Key[]) => keyOf(build, days, keys)
  const groups = new Map<string, readonly T[]>(groupedBy(all, row => keyed(build.rows.map(field => read(row, field)))))
  if (isInOrder(build) && all.length > 0)
    for (const { key } of bucketsOf(days, spanIn(build.rows[0]!)!, 1)) if (!groups.has(keyed([key]))) groups.set(keyed([key]), [])
  return { all, groups }
}

/** The same report by hand, row by row and with nothing of what makes it in the program; beside another period, what the same rows were there. */
export function counted<T>(rows: readonly T[], build: Build, days: Days, rules: Rules<T>, before: Days | null = null) {
  const { all, groups } = groupsOf(rows, build, days, rules)
  const isShown = (of: readonly T[]) => {
    const figures = rules.figures(of, all, build)
    return (build.bounds ?? []).every(({ measure, to = null, ...bound }) => meets({ ...bound, to }, figures[measure]!))
  }
  const shown = [...groups].filter(([, theirs]) => isShown(theirs)).map(([key]) => key)
  const told = ({ all, groups }: ReturnType<typeof groupsOf<T>>) => {
    const figures = (of: readonly T[]) => picked(build, rules.figures(of, all, build))
    const there = shown.map(key => groups.get(key) ?? [])
    return {
      rows: Object.fromEntries(shown.map((key, place) => [key, figures(there[place]!)])),
      total: there.some(theirs => theirs.length > 0) || (isInOrder(build) && shown.length > 0) ? figures(there.flat()) : null,
    }
  }
  return { ...told({ all, groups }), before: before && told(groupsOf(rows, build, before, rules)) }
}

export const picked = ({ measures }: Build, row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(measures.map(key => [key, row[key]]))

const add = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)
const distinct = <T>(rows: readonly T[], of: (row: T) => Key | null) => new Set(rows.map(of).filter(key => key !== null)).size

export const sales: Rules<Line> = {
  day: ({ issuedOn }) => issuedOn,
  fields: {
    item: ({ kind, itemId }) => `${kind}.${itemId}`,
    category: ({ category }) => category,
    lineKind: ({ kind }) => kind,
    staff: ({ staffId }) => staffId ?? 0,
    client: ({ contactId }) => contactId ?? 0,
    document: ({ document }) => document,
    documentKind: line => line['document kind'],
  },
  figures: (lines, all) => {
    const [net, tax] = [add(lines, line => line.net), add(lines, line => line.tax)]
    const documents = distinct(
      lines.filter(line => line['document kind'] !== 'creditNote'),
      ({ document }) => document,
    )
    return {
      ...{ net, tax, gross: net + tax, documents, quantity: add(lines, line => line.quantity), lines: lines.length },
      buyers: distinct(lines, ({ contactId }) => contactId),
      ...{
        share: shareOf(
          net,
          add(all, line => line.net),
        ),
        averageTicket: averageOf(net + tax, documents),
      },
    }
  },
}

export type DatedPart = Part & { day: string; hour: number }

export const visits: Rules<DatedPart> = {
  day: ({ day }) => day,
  fields: {
    status: ({ status }) => status,
    staff: ({ staffId }) => staffId,
    service: ({ serviceId }) => serviceId,
    client: ({ contactId }) => contactId,
    hour: ({ hour }) => hour,
  },
  figures: (parts, _all, { rows, filters = [] }) => {
    const isOfServices = [...rows, ...filters.map(({ field }) => field)].includes('service')
    const of = (...wanted: string[]) => {
      const meant = parts.filter(({ status }) => wanted.includes(status))
      return isOfServices ? meant.length : distinct(meant, ({ visit }) => visit)
    }
    const [done, noShow, cancelled] = [of('arrived', 'inService', 'done'), of('noShow'), of('cancelled')]
    const open = of('booked', 'confirmed')
    const booked = done + noShow + cancelled + open
    return {
      ...{ booked, done, open, cancelled, noShow },
      ...{ cancellationRate: shareOf(cancelled, booked), noShowRate: shareOf(noShow, done + noShow) },
      seen: distinct(
        parts.filter(({ status }) => status !== 'noShow' && status !== 'cancelled'),
        ({ contactId }) => contactId,
      ),
    }
  },
}

/** Any report that can be put together of these: `first` is a figure that no row lacks. */
export function builds(
  subject: 'sales' | 'visits',
  rules: Rules<never>,
  values: Readonly<Record<string, readonly Key[]>>,
  first: string,
  bounds = 0,
) {
  const { dates, measures } = subjectsToBuild[subject]
  const known = measures.map(({ key }) => key).filter(key => key !== first && key !== 'visitTime')
  const filter = fc.constantFrom(...Object.keys(values)).chain(field =>
    fc.record({
      field: fc.constant(field),
      is: fc.constantFrom('anyOf' as const, 'noneOf' as const),
      values: fc.subarray([...values[field]!], { minLength: 1 }),
    }),
  )
  return fc
    .record({
      rows: fc.shuffledSubarray([...timeFields, ...Object.keys(rules.fields)], { minLength: 1, maxLength: 3 }),
      others: fc.shuffledSubarray(known, { maxLength: 6 }),
      filters: fc.array(filter, { maxLength: 2 }),
      descending: fc.boolean(),
      isSorted: fc.boolean(),
      bounds: fc.array(aBound(measures.filter(({ key }) => key !== 'visitTime')), { minLength: Math.min(1, bounds), maxLength: bounds }),
    })
    .map(({ rows, others, filters, descending, isSorted, bounds }): Build => {
      const sort = isSorted ? { by: first, descending } : null
      return { subject, date: dates[0]!, rows, measures: [first, ...others], filters, bounds, sort, chart: 'bars' }
    })
}

/** What stands in the books and in the diary, each visit on the day and in the hour in which its first part begins. */
export function readBy(rows: <T>(sql: string) => T[]) {
  const parts = rows<Part>(visitParts)
  const starts = new Map(parts.toReversed().map(part => [part.visit, part]))
  for (const part of parts) if (part.position === 0) starts.set(part.visit, part)
  return {
    lines: rows<Line>(saleLines).filter(({ kind }) => kind !== 'voucher'),
    parts: parts.map((part): DatedPart => {
      const local = clock.localOf(Date.parse(starts.get(part.visit)!.startsAt))
      return { ...part, day: local.slice(0, 10), hour: Number(local.slice(11, 13)) }
    }),
  }
}
