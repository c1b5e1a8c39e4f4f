import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tierOf, tiers, worthOfAYear } from '../../shared/reports/clients.ts'
import { beside } from '../../shared/reports/beside.ts'
import { spreadsheetFormOf } from '../../shared/csv/form.ts'
import { averageOf, shareOf, sumOf, tableOf } from '../../shared/reports/table.ts'

describe('Fifths of a shop’s clients', () => {
  it('name everybody, and the best only who is among the best in all', () => {
    const score = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(score, score, score, (recency, frequency, money) => {
        const tier = tierOf({ recency, frequency, money })
        expect(tiers).toContain(tier)
        expect(tier === 'best').toBe(recency >= 4 && frequency >= 4 && money >= 4)
        expect(tier === 'asleep' || tier === 'atRisk').toBe(recency <= 2)
      }),
    )
  })

  it('say what a year is worth: ten visits of 50 euros, every 36.5 days', () => {
    expect([worthOfAYear(36.5, 25_000, 5), worthOfAYear(0, 25_000, 5), worthOfAYear(30, 0, 0)]).toEqual([50_000, 1_825_000, 0])
  })
})

describe('A table', () => {
  it('is added up figure by figure, and its shares are shares of that', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(fc.record({ net: value, count: fc.nat(50) }), { minLength: 1 }), rows => {
        const lines = rows.map((figures, key) => ({ key: String(key), label: '', figures }))
        const { totals } = tableOf({
          columns: [
            { key: 'net', type: 'money', value: ({ net }) => net },
            { key: 'average', type: 'money', value: ({ net, count }) => averageOf(net, count) },
            { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) },
          ],
          lines,
        })
        const [net, count] = [rows.reduce((sum, row) => sum + row.net, 0), rows.reduce((sum, row) => sum + row.count, 0)]
        expect(totals).toEqual([net, averageOf(net, count), net === 0 ? null : 10_000])
        expect(sumOf(rows)).toEqual({ net, count })
      }),
    )
  })

  it('stands beside another one by what its rows are, and keeps those that were lost', () => {
    const table = (...rows: readonly (readonly [string, number])[]) =>
      tableOf({
        columns: [{ key: 'net', type: 'money', value: ({ net }: { net: number }) => net }],
        lines: rows.map(([key, net]) => ({ key, label: key, figures: { net } })),
      })
    const { rows, totals } = beside(table(['cut', 5], ['wash', 1]), table(['wash', 3], ['perm', 2]), 'key')
    expect(rows.map(({ key, cells, before }) => [key, cells[0], before?.[0] ?? null])).toEqual([
      ['cut', 5, 0],
      ['wash', 1, 3],
      ['perm', 0, 2],
    ])
    expect(totals).toEqual({ cells: [6], before: [5] })
    const inTime = beside(table(['november', 5]), table(['october', 3]), 'place')
    expect(inTime.rows.map(({ key, before }) => [key, before])).toEqual([['november', [3]]])
  })

  it('is written for the spreadsheet of the country', () => {
    expect(['DE', 'US', 'CH', 'FR'].map(country => Object.values(spreadsheetFormOf(country)).join(' '))).toEqual([
      ', ; true',
      '. , true',
      '. , true',
      ', ; true',
    ])
  })
})
