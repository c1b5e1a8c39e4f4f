import { describe, expect, it } from 'vitest'
import { de } from '../../shared/locales/de.ts'
import { en } from '../../shared/locales/en.ts'
import { tileNames, type Dashboard, type TileName } from '../../shared/dashboard/model.ts'
import { openLoyalShop } from '../loyalty/programme.ts'
import { aRandomShop, seeds } from '../reports/random-shop.ts'
import { totalOf } from '../reports/reading.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'

const figuresIn = ({ tiles }: Dashboard, name: TileName) =>
  Object.fromEntries(tiles.find(({ tile }) => tile === name)!.figures.map(({ key, value }) => [key, value]))
const beforeIn = ({ tiles }: Dashboard, name: TileName) =>
  Object.fromEntries(tiles.find(({ tile }) => tile === name)!.figures.map(({ key, before }) => [key, before]))

describe.each(seeds)('The tiles of a shop (%i)', seed => {
  it('say what the reports and the pages behind them say', { timeout: 60_000 }, async () => {
    const { api } = await aRandomShop(seed)
    const dashboard = await api('dashboard.tiles', {})
    const figures = (name: TileName) => figuresIn(dashboard, name)

    for (const [tile, period] of [
      ['revenueToday', 'today'],
      ['revenueWeek', 'thisWeek'],
      ['revenueMonth', 'thisMonth'],
    ] as const) {
      const report = await api('reports.run', { report: 'revenue', period, compare: 'before' })
      const { net, documents, averageTicket } = totalOf(report)!
      expect(figures(tile)).toEqual({ net, documents, averageTicket })
      const place = report.columns.findIndex(({ key }) => key === 'net')
      expect(beforeIn(dashboard, tile).net).toBe(report.totals?.before?.[place] ?? null)
    }

    const clients = totalOf(await api('reports.run', { report: 'clients', period: 'last30Days', group: 'year' }))!
    expect(figures('clients')).toEqual({ fresh: clients.fresh, returning: clients.returning, seen: clients.seen })
    const visits = totalOf(await api('reports.run', { report: 'visits', period: 'last30Days' }))!
    expect(figures('noShows')).toEqual({ noShowRate: visits.noShowRate, noShow: visits.noShow, cancelled: visits.cancelled })
    const hours = totalOf(await api('reports.run', { report: 'utilisation', period: 'last7Days' }))!
    expect(figures('utilisation')).toEqual({ utilisation: hours.utilisation, busy: hours.busy, free: hours.free })
    expect(figures('visits').visits).toBe((await api('today.list', {})).figures.visits)

    const { sums } = await api('dunning.openItems', {})
    expect(figures('openItems').openAmount).toBe(sums.open)
    const onToday = (await api('today.list', {})).figures
    expect([onToday.open, onToday.overdueDocuments]).toEqual([sums.open, figures('openItems').overdueDocuments])
    expect(figures('openItems').overdue).toBe(sums.upTo30 + sums.upTo60 + sums.upTo90 + sums.over90)
    expect(figures('overdueClients').overdueClients).toBe((await api('reports.run', { report: 'atRisk' })).all)
  })
})

it('What points are worth is what the page of points says, and leads to its report', async () => {
  const { api, anInvoice, pay, programme } = await openLoyalShop()
  const { id, gross } = await anInvoice()
  await pay(id, gross)
  const { points, amount, members } = await api('loyalty.liability', { programmeId: programme.id })
  const dashboard = await api('dashboard.tiles', { tiles: ['liability'] })
  expect(points).toBeGreaterThan(0)
  expect(figuresIn(dashboard, 'liability')).toEqual({ liability: amount, points, members })
})

it('Birthdays of the week are those that the list of contacts shows, anniversaries those of Today', async () => {
  const { api } = await openApp()
  const { id: wedding } = await api('fields.create', { name: 'Wedding', type: 'date', yearly: true })
  for (const birthday of ['1980-11-21', '--11-27', '1990-12-20']) await api('contacts.create', aContact({ birthday }))
  for (const date of ['2019-11-23', '2020-12-30']) await api('contacts.create', aContact({ custom: { [wedding]: date } }))
  const { link } = (await api('dashboard.tiles', { tiles: ['birthdays'] })).tiles[0]!
  const shown = await api('contacts.list', { conditions: JSON.parse(link.query.conditions!) as never })
  const told = (await api('today.list', {})).lines.filter(({ kind }) => kind === 'anniversary')
  expect([shown.total, told.length]).toEqual([2, 1])
  expect(figuresIn(await api('dashboard.tiles', {}), 'birthdays')).toEqual({ birthdays: 2, anniversaries: 1 })
})

it('A search for duplicates and a backup are told of once there has been one', { timeout: 30_000 }, async () => {
  const { api } = await openApp({ dataFolder: aFolder() })
  const ask = () => api('dashboard.tiles', { tiles: ['duplicates', 'backup'] })
  expect((await ask()).tiles.map(({ note, figures }) => [note, figures])).toEqual([
    [en.dashboard.notes.notSearched, []],
    [en.dashboard.notes.noBackup, []],
  ])
  for (const givenName of ['Anna', 'Anna']) await api('contacts.create', aContact({ givenName, familyName: 'Petersen' }))
  await api.run('duplicates.scan', {})
  const { madeAt } = await api.run('backups.create', {})
  const { groups, certain } = await api('duplicates.state', {})
  expect(groups).toBe(1)
  expect(figuresIn(await ask(), 'duplicates')).toEqual({ duplicates: groups, certainDuplicates: certain })
  expect(figuresIn(await ask(), 'backup')).toEqual({ backup: madeAt })
})

it('A shop in which nothing has happened shows noughts and what cannot be told, and divides by nothing', async () => {
  const { api, bugs } = await openApp()
  const { tiles } = await api('dashboard.tiles', {})
  expect(bugs).toEqual([])
  expect(tiles.map(({ tile }) => tile)).toEqual(tileNames)
  expect(tiles.flatMap(({ figures }) => figures.map(({ value }) => value)).filter(value => value !== 0 && value !== null)).toEqual([])
})

it('Every tile has its words in both languages, and each figure its meaning', { timeout: 30_000 }, async () => {
  const { api } = await aRandomShop(5, { days: 10 })
  for (const language of ['en', 'de'] as const) {
    await api('settings.update', { language })
    const { names, periods } = { en, de }[language].dashboard
    for (const { tile, title, period, figures, series } of (await api('dashboard.tiles', {})).tiles) {
      expect([title, period]).toEqual([names[tile], periods[tile]])
      const words = [...figures.flatMap(({ label, meaning }) => [label, meaning]), series?.label ?? '-', series?.about ?? '-']
      expect([tile, words.filter(text => text === '' || /^(dashboard|reports)\./.test(text))]).toEqual([tile, []])
    }
  }
})
