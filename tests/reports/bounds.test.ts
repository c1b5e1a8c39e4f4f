import { expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { tidied, usualBuild } from '../../shared/reports/built/rules.ts'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'
import { openApp } from '../support/app.ts'
import { aRandomShop } from './random-shop.ts'

type Build = NonNullable<Input<'reports.run'>['build']>
const november = { from: '2026-11-01', to: '2026-11-30' }
const sales = (over: Partial<Build> = {}): Build => ({
  ...{ subject: 'sales', date: 'issuedOn', rows: ['item'], measures: ['net', 'share'], chart: 'ranking' },
  ...over,
})
const atLeast = (measure: string, value: number) => ({ measure, is: 'atLeast' as const, value })
const atMost = (measure: string, value: number) => ({ measure, is: 'atMost' as const, value })

async function aShopThatSold() {
  const app = await aShopWithFiles()
  const shop = await furnishShop(app)
  const { aLine, ids } = shop
  await shop.anInvoice({ lines: [aLine({ kind: 'service', itemId: ids.cut, price: 7140 }), aLine({ name: 'Travel', price: 1190 })] })
  await shop.anInvoice({ lines: [aLine({ kind: 'product', itemId: ids.shampoo, price: 3570 })] })
  return { ...app, ...shop }
}

it('A report with a condition says so in its file and on its page, and what its rows are of everything', async () => {
  const { api, destination } = await aShopThatSold()
  const build = sales({ bounds: [atLeast('gross', 3570)], filters: [{ field: 'lineKind', is: 'noneOf', values: ['deposit'] }] })
  const { narrowed, remarks } = await api('reports.run', { report: 'built', build, ...november })
  expect(narrowed).toEqual(['Kind of line: not Deposits', 'Gross at least €35.70'])
  expect(remarks).toEqual(['Only rows whose figures meet the conditions; the total is of these, a share is of all.'])
  const { out, read } = destination()
  await api.run('exports.report', { report: 'built', build, ...november, out })
  expect(read().slice(1).split('\r\n')).toMatchInlineSnapshot(`
    [
      "Product or service (Kind of line: not Deposits, Gross at least €35.70);Net;Share",
      "Cut;60,00;60",
      "Shampoo;30,00;30",
      "Total;90,00;90",
      "",
    ]
  `)
})

it('A condition that nothing meets says that it does, and a rate that cannot be told meets none', async () => {
  const { api, aVisit } = await aShopThatSold()
  const ask = (build: Build) => api('reports.run', { report: 'built', build, ...november })
  const none = await ask(sales({ bounds: [atLeast('net', 1_000_000)] }))
  expect([none.rows, none.totals, none.emptyBecause]).toEqual([
    [],
    null,
    'No row meets the conditions on its figures. Ease one, or choose another period.',
  ])
  const rates = { subject: 'visits' as const, date: 'startsOn', rows: ['staff'], measures: ['booked'], chart: 'none' as const }
  const { id } = await api('appointments.book', aVisit())
  expect((await ask({ ...rates, bounds: [atMost('noShowRate', 10_000)] })).rows).toEqual([])
  await api('appointments.setStatus', { id, status: 'noShow' })
  expect((await ask({ ...rates, bounds: [atLeast('noShowRate', 10_000)] })).rows).toHaveLength(1)
})

it('Parts of the period in which nothing was meet what nothing meets', async () => {
  const { api } = await aShopThatSold()
  const months = (bounds: Build['bounds']) =>
    api('reports.run', {
      report: 'built',
      build: sales({ rows: ['month'], measures: ['net'], bounds }),
      from: '2026-10-01',
      to: '2026-12-31',
    })
  const labels = async (bounds: Build['bounds']) => (await months(bounds)).rows.map(({ label }) => label)
  expect(await labels([atMost('net', 0)])).toEqual(['October 2026', 'December 2026'])
  expect(await labels([atLeast('net', 1)])).toEqual(['November 2026'])
})

it('The total is of all rows that meet a condition, also of those for which the page has no room', async () => {
  const { api, clients } = await aRandomShop(5, { days: 20, more: 525 })
  const build: Build = { ...usualBuild('clients'), rows: ['client'], measures: ['clients', 'visitsSoFar'], sort: null }
  const ask = (bounds: Build['bounds']) => api('reports.run', { report: 'built', build: { ...build, bounds } })
  const [came, stayedAway] = [await ask([atLeast('visitsSoFar', 1)]), await ask([atMost('visitsSoFar', 0)])]
  expect(came.rows.length + stayedAway.all).toBe(clients.length)
  expect([stayedAway.rows.length, stayedAway.totals!.cells]).toEqual([500, [stayedAway.all, 0]])
  expect(came.totals!.cells[0]).toBe(came.rows.length)
})

it.each([
  ['on what its subject does not have', [atLeast('noShow', 1)], ['build', 'bounds', 0, 'measure'], 'builtFieldUnknown'],
  [
    'between two numbers of which the second is smaller',
    [{ measure: 'net', is: 'between', value: 2, to: 1 }],
    ['build', 'bounds', 0, 'to'],
    'rangeTurned',
  ],
  ['between one number', [{ measure: 'net', is: 'between', value: 2 }], ['build', 'bounds', 0, 'to'], 'required'],
] as const)('A condition %s is refused', async (_what, bounds, path, reason) => {
  const { api } = await openApp()
  const refused = api('reports.run', { report: 'built', build: sales({ bounds: [...bounds] }) })
  await expect(refused).rejects.toMatchObject({ failure: { code: 'invalid', problems: [{ path, reason }] } })
})

it('A condition goes when its figure does not mean anything any more, and stays when its column goes', () => {
  const build = { ...usualBuild('sales'), bounds: [{ ...atLeast('quantity', 10_000), to: null }] }
  expect(tidied({ ...build, measures: ['net'] }).bounds).toEqual(build.bounds)
  expect(tidied({ ...build, subject: 'payments' }).bounds).toEqual([])
})
