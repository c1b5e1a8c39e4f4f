import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { recount } from '../../electron/db/recount.ts'
import { stopKeepingRhythm } from '../../electron/db/rhythm.ts'
import { stopKeepingVisitSums } from '../../electron/db/visit-sums.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import { aRandomShop, seeds } from './random-shop.ts'

const march = { report: 'visits', from: '2026-10-01', to: '2027-03-31', group: 'month' } as const

describe.each(seeds)('The sums of the diary (%i)', seed => {
  it('are counted anew while the diary goes on', { timeout: 90_000 }, async () => {
    const { api, rows, dataFolder } = await aRandomShop(seed, { days: 30 })
    const connection = openDatabase(dataFolder, 'worker')
    try {
      connection.sqlite.exec('delete from figureBasis; update visitSum set visits = visits + 7, minutes = 1; delete from clientRhythm')
      const open = rows<{ id: number }>("select id from appointment where status = 'booked' order by id")
      const ended = recount(connection, () => false)
      for (const { id } of open.slice(0, 3)) await api('appointments.cancel', { id })
      expect(await ended).toBe(true)
      expect((await api('reports.verify', {})).broken).toEqual([])
    } finally {
      connection.sqlite.close()
    }
  })
})

it('Nothing is told of the diary while it is half counted; the books and the dashboard go on', { timeout: 60_000 }, async () => {
  const { api, dataFolder } = await aRandomShop(2, { days: 15 })
  const connection = openDatabase(dataFolder, 'worker')
  try {
    await recount(connection, () => true)
    for (const report of ['visits', 'busyHours', 'leadTime', 'utilisation', 'clients', 'cohorts', 'staff'] as const)
      await expect(api('reports.run', { report })).rejects.toMatchObject({ failure: { code: 'busy', reason: 'figuresBeingCounted' } })
    await expect(api('reports.run', { report: 'revenue' })).resolves.toMatchObject({ report: 'revenue' })
    const { tiles } = await api('dashboard.tiles', { tiles: ['visits', 'revenueToday'] })
    expect(tiles.map(({ figures, note }) => [figures.length > 0, note !== null])).toEqual([
      [false, true],
      [true, false],
    ])
    await recount(connection, () => false)
    await expect(api('reports.run', { report: 'visits' })).resolves.toMatchObject({ report: 'visits' })
  } finally {
    connection.sqlite.close()
  }
})

it('Many visits are counted in the background when the shop says that it is elsewhere', { timeout: 90_000 }, async () => {
  const { api, dataFolder, subscribe } = await aRandomShop(1, { days: 10 })
  const { sqlite } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  stopKeepingRhythm(sqlite)
  stopKeepingVisitSums(sqlite)
  const columns = (sqlite.pragma('table_info(appointment)') as { name: string }[]).map(({ name }) => name).filter(name => name !== 'id')
  sqlite.exec(`insert into appointment (${columns.join(', ')})
    with recursive copy (n) as (select 1 union all select n + 1 from copy where n < 1001)
    select ${columns.map(name => `it.${name}`).join(', ')} from copy, (select * from appointment where kind = 'visit' limit 1) as it`)
  sqlite.close()
  const counted = new Promise<void>(resolve =>
    subscribe(event => {
      if (event.type === 'changed' && event.tables.includes('figureBasis')) resolve()
    }),
  )
  await api('settings.update', { zone: 'Pacific/Auckland' })
  await counted
  expect((await api('reports.verify', {})).broken).toEqual([])
  await expect(api('reports.run', march)).resolves.toMatchObject({ report: 'visits' })
})

it('What is kept of the days on which somebody came is checked by the visits themselves', { timeout: 60_000 }, async () => {
  const { api, dataFolder } = await aRandomShop(1, { days: 10 })
  const { sqlite } = openDatabase(dataFolder, 'worker')
  sqlite.exec(
    "update clientRhythm set days = days || ',20000' where contactId = (select min(contactId) from clientRhythm where visits > 0)",
  )
  sqlite.close()
  expect((await api('reports.verify', {})).broken).toMatchObject([{ table: 'clientRhythm' }])
})
