import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../shared/reports/model.ts'
import { builds, counted, picked, readBy, sales, visits, type Build, type Rules } from './by-hand.ts'
import { aRandomShop, seeds } from './random-shop.ts'

const days = { from: '2026-12-12', to: '2026-12-31' }

/** The rows and the total with what they are, or what they were before. */
function read({ columns, rows, totals }: Report, build: Build, which: 'cells' | 'before') {
  const named = (cells: readonly unknown[] | null) =>
    cells && picked(build, Object.fromEntries(columns.map(({ key }, place) => [key, cells[place]])))
  return { rows: Object.fromEntries(rows.map(row => [row.key, named(row[which])])), total: totals && named(totals[which]) }
}

describe.each(seeds)('Conditions on figures (%i)', seed => {
  it(
    'show the rows that meet them by hand, with their own total, and beside them what the same rows were before',
    {
      timeout: 120_000,
    },
    async () => {
      const { api, rows, ids } = await aRandomShop(seed)
      const { lines, parts } = readBy(rows)
      let met = 0

      async function expectSame<T>(build: Build, all: readonly T[], rules: Rules<T>) {
        const report = await api('reports.run', { report: 'built', build, ...days, compare: 'before' })
        const { before, ...now } = counted(all, build, days, rules, report.compared)
        expect(read(report, build, 'cells')).toEqual(now)
        if (report.rows.length === 0) return
        met++
        const [told, byHand] = [read(report, build, 'before'), before!]
        // What a row was of which there was nothing cannot be told as a share.
        const shares = (row: object | null) =>
          row && Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell === 0 ? null : cell]))
        const withoutNothing = (of: object) => Object.fromEntries(Object.entries(of).map(([key, row]) => [key, shares(row)]))
        expect(withoutNothing(told.rows)).toEqual(withoutNothing(byHand.rows))
        expect(shares(told.total)).toEqual(shares(byHand.total))
      }
      const ofSales = builds('sales', sales, { staff: [0, ids.jana], lineKind: ['service', 'product', 'deposit'] }, 'lines', 2)
      await fc.assert(
        fc.asyncProperty(ofSales, build => expectSame(build, lines, sales)),
        { numRuns: 80, seed },
      )
      const ofVisits = builds('visits', visits, { staff: [ids.jana], status: ['done', 'noShow'], service: [ids.cut] }, 'booked', 2)
      await fc.assert(
        fc.asyncProperty(ofVisits, build => expectSame(build, parts, visits)),
        { numRuns: 80, seed },
      )
      expect(met).toBeGreaterThan(30)
    },
  )
})
