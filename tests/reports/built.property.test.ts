import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subjectsToBuild } from '../../shared/reports/built/subjects.ts'
import { builds, counted, picked, readBy, sales, visits, type Build, type Rules } from './by-hand.ts'
import { byKey, column, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'

const days = { from: '2026-11-01', to: '2027-03-31' }

describe.each(seeds)('A report that somebody puts together (%i)', seed => {
  it('says what counting by hand says, whatever it is made of', { timeout: 120_000 }, async () => {
    const { api, rows, ids } = await aRandomShop(seed)
    const { lines, parts } = readBy(rows)

    async function expectSame<T>(build: Build, all: readonly T[], rules: Rules<T>) {
      const report = await api('reports.run', { report: 'built', build, ...days })
      const byHand = counted(all, build, days, rules)
      expect(Object.fromEntries(Object.entries(byKey(report)).map(([key, row]) => [key, picked(build, row)]))).toEqual(byHand.rows)
      const total = totalOf(report)
      expect(total && picked(build, total)).toEqual(byHand.total)
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
