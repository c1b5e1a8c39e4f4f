import { expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aRandomShop } from './random-shop.ts'
import { de } from '../../shared/locales/de.ts'
import { en } from '../../shared/locales/en.ts'

const long = { from: '2026-10-01', to: '2027-03-31' }

it('Every report answers in every grouping, with a cell below each column and words for all of it', { timeout: 120_000 }, async () => {
  const { api } = await aRandomShop(4)
  for (const { report, groups, period } of await api('reports.list', {}))
    for (const group of groups.length > 0 ? groups : [null]) {
      const answer = await api('reports.run', { report, group, ...long, compare: period === null ? null : 'before' })
      const widths = [...answer.rows.map(({ cells }) => cells.length), answer.totals?.cells.length ?? answer.columns.length]
      expect([report, group, ...new Set(widths)]).toEqual([report, group, answer.columns.length])
      expect(
        [answer.title, answer.heading, ...answer.columns.map(({ label }) => label), ...answer.rows.map(({ label }) => label)].join(),
      ).not.toMatch(/reports\./)
    }
})

it('Every report of a shop in which nothing has happened is empty, and divides by nothing', { timeout: 60_000 }, async () => {
  const { api, bugs } = await openApp()
  for (const { report, groups } of await api('reports.list', {}))
    for (const group of groups.length > 0 ? groups : [null]) {
      const { rows } = await api('reports.run', { report, group, ...long, compare: 'yearBefore' })
      const cells = rows.flatMap(({ cells }) => cells).filter(cell => typeof cell === 'number')
      expect([report, group, cells.every(cell => cell === 0)]).toEqual([report, group, true])
    }
  expect(bugs).toEqual([])
})

it('Every column of a report has a name and a meaning in both languages', async () => {
  const { api } = await aRandomShop(5, { days: 10 })
  for (const { report, groups } of await api('reports.list', {}))
    for (const group of groups.length > 0 ? groups : [null]) {
      const { columns } = await api('reports.run', { report, group, ...long })
      for (const { key } of columns.filter(({ meaning }) => meaning !== ''))
        for (const { reports } of [en, de]) expect([key, key in reports.columns, key in reports.meanings]).toEqual([key, true, true])
    }
})

it.each([
  ['an end before its beginning', { from: '2026-11-02', to: '2026-11-01' }, 'rangeTurned'],
  ['a hundred years by the day', { from: '1926-01-01', to: '2026-01-01', group: 'day' }, 'reportTooManyParts'],
  ['a grouping that it does not know', { group: 'city' }, 'reportGroupUnknown'],
  ['a filter that it does not know', { tier: 'best' }, 'reportFilterUnknown'],
  ['a filter that documents cannot be told by', { group: 'client', serviceId: 1 }, 'reportFilterUnknown'],
] as const)('A report refuses %s', async (_name, over, reason) => {
  const { api } = await openApp()
  await expect(api('reports.run', { report: 'revenue', ...over })).rejects.toMatchObject({ failure: { code: 'invalid', reason } })
})
