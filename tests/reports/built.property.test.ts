import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedBy } from '../../shared/group.ts'
import { isTimeField, spanIn, subjectsToBuild, timeFields } from '../../shared/reports/built/subjects.ts'
import { beginningOf, bucketsOf } from '../../shared/reports/periods.ts'
import { averageOf, shareOf } from '../../shared/reports/table.ts'
import type { Input } from '../../shared/contract.ts'
import { clockIn, weekdayOf } from '../../shared/zone.ts'
import { byKey, column, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'
import { saleLines, visitParts, type Line, type Part } from './raw.ts'

type Build = NonNullable<Input<'reports.run'>['build']>
type Key = string | number
const days = { from: '2026-11-01', to: '2027-03-31' }
const clock = clockIn('Europe/Berlin')

const timeKey = (field: string, day: string): Key => {
  const span = spanIn(field)
  return span ? beginningOf(span, day, 1) : weekdayOf(day)
}

/** As rows are known by: alone and in their own order by what they are, else parts of time by their place in the period. */
function keyOf({ rows: fields, sort }: Build, keys: readonly Key[]) {
  if (fields.length === 1 && (!sort || spanIn(fields[0]!) === null)) return String(keys[0])
  const placed = keys.map((key, place) => {
    const span = spanIn(fields[place]!)
    return span ? [...bucketsOf(days, span, 1)].findIndex(bucket => bucket.key === key) : key
  })
  return JSON.stringify(placed)
}

type Rules<T> = Readonly<{
  day: (row: T) => string
  fields: Readonly<Record<string, (row: T) => Key>>
  figures: (rows: readonly T[], all: readonly T[], build: Build) => Record<string, number | null>
}>

/** The same report by hand: row by row, with nothing of what makes it in the program. */
function counted<T>(rows: readonly T[], build: Build, { day, fields, figures }: Rules<T>) {
  const read = (row: T, field: string) => (isTimeField(field) ? timeKey(field, day(row)) : fields[field]!(row))
  const kept = rows.filter(row =>
    (build.filters ?? []).every(({ field, is, values }) => values.includes(read(row, field)) === (is === 'anyOf')),
  )
  const groups = groupedBy(kept, row =>
    keyOf(
      build,
      build.rows.map(field => read(row, field)),
    ),
  )
  const picked = (of: readonly T[]) => {
    const known = figures(of, kept, build)
    return Object.fromEntries(build.measures.map(key => [key, known[key]]))
  }
  return {
    rows: Object.fromEntries([...groups].map(([key, theirs]) => [key, picked(theirs)])),
    total: kept.length > 0 ? picked(kept) : null,
  }
}

const add = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)
const distinct = <T>(rows: readonly T[], of: (row: T) => Key | null) => new Set(rows.map(of).filter(key => key !== null)).size

const sales: Rules<Line> = {
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

const visits: Rules<Part & { day: string; hour: number }> = {
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
function builds(subject: 'sales' | 'visits', rules: Rules<never>, values: Readonly<Record<string, readonly Key[]>>, first: string) {
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
    })
    .map(({ rows, others, filters, descending, isSorted }): Build => {
      const sort = isSorted ? { by: first, descending } : null
      return { subject, date: dates[0]!, rows, measures: [first, ...others], filters, sort, chart: 'bars' }
    })
}

describe.each(seeds)('A report that somebody puts together (%i)', seed => {
  it('says what counting by hand says, whatever it is made of', { timeout: 120_000 }, async () => {
    const { api, rows, ids } = await aRandomShop(seed)
    const lines = rows<Line>(saleLines).filter(({ kind, issuedOn }) => kind !== 'voucher' && issuedOn >= days.from && issuedOn <= days.to)
    const starts = new Map(
      rows<Part>(visitParts)
        .map(part => [part.visit, part] as const)
        .toReversed(),
    )
    for (const part of rows<Part>(visitParts)) if (part.position === 0) starts.set(part.visit, part)
    const parts = rows<Part>(visitParts)
      .map(part => {
        const local = clock.localOf(Date.parse(starts.get(part.visit)!.startsAt))
        return { ...part, day: local.slice(0, 10), hour: Number(local.slice(11, 13)) }
      })
      .filter(({ day }) => day >= days.from && day <= days.to)

    async function expectSame<T>(build: Build, all: readonly T[], rules: Rules<T>) {
      const report = await api('reports.run', { report: 'built', build, ...days })
      const byHand = counted(all, build, rules)
      const [first] = build.measures
      const told = Object.entries(byKey(report)).filter(([, row]) => row[first!] !== 0)
      const picked = (row: Record<string, unknown>) => Object.fromEntries(build.measures.map(key => [key, row[key]]))
      expect(Object.fromEntries(told.map(([key, row]) => [key, picked(row)]))).toEqual(byHand.rows)
      const total = totalOf(report)
      expect(total && picked(total)).toEqual(byHand.total)
      const sorted = report.rows.map(({ cells }) => Number(cells[build.rows.length - 1]))
      if (build.sort) expect(sorted).toEqual(sorted.toSorted((a, b) => (build.sort!.descending ? b - a : a - b)))
    }
    const ofSales = builds('sales', sales, { staff: [0, ids.jana], lineKind: ['service', 'product', 'deposit'] }, 'lines')
    await fc.assert(
      fc.asyncProperty(ofSales, build => expectSame(build, lines, sales)),
      { numRuns: 60, seed },
    )
    const ofVisits = builds('visits', visits, { staff: [ids.jana], status: ['done', 'noShow'], service: [ids.cut] }, 'booked')
    await fc.assert(
      fc.asyncProperty(ofVisits, build => expectSame(build, parts, visits)),
      { numRuns: 60, seed },
    )
  })

  it('agrees with the reports that are there already', { timeout: 60_000 }, async () => {
    const { api } = await aRandomShop(seed)
    const built = (build: Omit<Build, 'date' | 'chart'>) =>
      api('reports.run', {
        ...{ report: 'built', ...days },
        build: { ...build, date: subjectsToBuild[build.subject].dates[0]! },
      })
    for (const group of ['day', 'week', 'month', 'staff', 'item', 'category', 'client'] as const) {
      const [own, theirs] = [
        await built({ subject: 'sales', rows: [group], measures: ['net', 'tax', 'gross'] }),
        await api('reports.run', { report: 'revenue', ...days, group }),
      ]
      const known = column(theirs, 'net')
      const { null: nobody, ...others } = known
      expect(column(own, 'net')).toEqual(nobody === undefined ? known : { ...others, 0: nobody })
      expect(totalOf(own)).toMatchObject({ net: totalOf(theirs)!.net, tax: totalOf(theirs)!.tax, gross: totalOf(theirs)!.gross })
    }
    const byMonth = await api('reports.run', { report: 'revenue', ...days, group: 'month' })
    const documents = await built({ subject: 'sales', rows: ['month'], measures: ['documents', 'averageTicket'] })
    for (const key of ['documents', 'averageTicket']) expect(column(documents, key)).toEqual(column(byMonth, key))
    for (const group of ['day', 'staff', 'service'] as const) {
      const measures = ['booked', 'done', 'open', 'cancelled', 'noShow', 'noShowRate'] as const
      const [own, theirs] = [
        await built({ subject: 'visits', rows: [group], measures: [...measures] }),
        await api('reports.run', { report: 'visits', ...days, group }),
      ]
      for (const key of measures) expect(column(own, key)).toEqual(column(theirs, key))
    }
    const takings = await built({ subject: 'payments', rows: ['method'], measures: ['takings', 'tips', 'payments'] })
    const theirs = await api('reports.run', { report: 'takings', ...days, group: 'method' })
    for (const key of ['takings', 'tips', 'payments']) expect(column(takings, key)).toEqual(column(theirs, key))
    const hours = await built({ subject: 'visits', rows: ['month'], measures: ['visitTime'] })
    const utilisation = await api('reports.run', { report: 'utilisation', ...days, group: 'month' })
    expect(column(hours, 'visitTime')).toEqual(column(utilisation, 'busy'))
    const seen = await built({ subject: 'visits', rows: ['month'], measures: ['seen'] })
    expect(column(seen, 'seen')).toEqual(column(await api('reports.run', { report: 'clients', ...days, group: 'month' }), 'seen'))
  })
})
