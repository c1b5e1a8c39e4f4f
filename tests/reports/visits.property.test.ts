import { describe, expect, it } from 'vitest'
import { beginningOf } from '../../shared/reports/periods.ts'
import { clockIn, dayAfter } from '../../shared/zone.ts'
import { column, sums, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'
import { visitParts, type Part } from './raw.ts'

const days = { from: '2026-10-01', to: '2027-03-31' }
const clock = clockIn('Europe/Berlin')
const dayOf = ({ startsAt }: Part) => clock.dayOf(Date.parse(startsAt))
const one = () => 1

describe.each(seeds)('The visits of a shop (%i)', seed => {
  it('are counted as they stand in the diary', { timeout: 60_000 }, async () => {
    const { api, rows, ids } = await aRandomShop(seed)
    const all = rows<Part>(visitParts)
    const first = all.filter(({ position }) => position === 0)
    const isOf =
      (...wanted: string[]) =>
      (part: Part) =>
        wanted.includes(part.status)
    const ask = (report: 'visits' | 'busyHours' | 'leadTime', over: object = {}) => api('reports.run', { report, ...days, ...over })
    const came = isOf('booked', 'confirmed', 'arrived', 'inService', 'done')

    const byDay = await ask('visits', { group: 'day' })
    expect(column(byDay, 'booked')).toEqual(sums(first, dayOf, one))
    expect(column(byDay, 'noShow')).toEqual(sums(first.filter(isOf('noShow')), dayOf, one))
    expect(column(await ask('visits', { group: 'month' }), 'cancelled')).toEqual(
      sums(first.filter(isOf('cancelled')), part => `${dayOf(part).slice(0, 7)}-01`, one),
    )
    expect(column(await ask('visits', { group: 'service' }), 'booked')).toEqual(sums(all, ({ serviceId }) => String(serviceId), one))
    const inVisits = [...new Set(all.map(({ visit, staffId }) => `${visit} ${staffId}`))]
    expect(column(await ask('visits', { group: 'staff' }), 'booked')).toEqual(sums(inVisits, pair => pair.split(' ')[1]!, one))
    expect(column(await ask('visits', { group: 'month', staffId: ids.jana }), 'booked')).toEqual(
      sums(
        [...new Set(all.filter(({ staffId }) => staffId === ids.jana).map(part => `${part.visit} ${dayOf(part).slice(0, 7)}-01`))],
        pair => pair.split(' ')[1]!,
        one,
      ),
    )
    const hours = await ask('busyHours')
    expect(totalOf(hours)!.visits).toBe(first.filter(came).length)
    const mondays = hours.rows.find(({ key }) => key === '1')!
    expect(mondays.cells.at(-1)).toBe(first.filter(came).filter(part => new Date(dayOf(part)).getUTCDay() === 1).length)
    expect(totalOf(await ask('leadTime'))!.booked).toBe(first.length)
  })

  it('make clients new once, and returning ever after', { timeout: 60_000 }, async () => {
    const { api, rows } = await aRandomShop(seed)
    const came = rows<Part>(visitParts).filter(({ status, position }) => position === 0 && status !== 'cancelled' && status !== 'noShow')
    const firstDays = new Map<number, string>()
    for (const part of came) {
      const day = dayOf(part)
      if (day < (firstDays.get(part.contactId) ?? '9999')) firstDays.set(part.contactId, day)
    }
    const report = await api('reports.run', { report: 'clients', ...days, group: 'month' })
    expect(column(report, 'fresh')).toEqual(sums([...firstDays.values()], day => `${day.slice(0, 7)}-01`, one))
    const seen = new Set(came.map(part => `${part.contactId} ${dayOf(part).slice(0, 7)}-01`))
    expect(column(report, 'seen')).toEqual(sums([...seen], pair => pair.split(' ')[1]!, one))
    expect(totalOf(report)).toMatchObject({ seen: firstDays.size, fresh: firstDays.size, returning: 0 })
  })

  it.each(['day', 'week', 'month', 'quarter'] as const)(
    'tell how many clients were seen in each %s of any days, each of them once',
    { timeout: 60_000 },
    async group => {
      const { api, rows } = await aRandomShop(seed)
      const some = { from: '2026-11-11', to: '2027-02-17' }
      const came = rows<Part>(visitParts).filter(({ status, position }) => position === 0 && status !== 'cancelled' && status !== 'noShow')
      const within = came.filter(part => dayOf(part) >= some.from && dayOf(part) <= some.to)
      const seen = new Set(within.map(part => `${part.contactId} ${beginningOf(group, dayOf(part), 1)}`))
      const report = await api('reports.run', { report: 'clients', ...some, group })
      expect(column(report, 'seen')).toEqual(sums([...seen], pair => pair.split(' ')[1]!, one))
      expect(totalOf(report)).toMatchObject({ seen: new Set(within.map(({ contactId }) => contactId)).size })
    },
  )

  it('stay true whatever becomes of them, and wherever the shop is', { timeout: 60_000 }, async () => {
    const { api, rows, clock } = await aRandomShop(seed, { days: 15 })
    const visits = rows<Part>(visitParts).filter(({ position, status }) => position === 0 && status === 'booked')
    const broken = async () => (await api('reports.verify', {})).broken
    for (const { visit } of visits.slice(0, 2)) await api('appointments.cancel', { id: visit })
    expect(await broken()).toEqual([])
    const [last] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: last!.id })
    expect(await broken()).toEqual([])
    await api('settings.update', { zone: 'Pacific/Auckland' })
    expect(await broken()).toEqual([])
    const auckland = clockIn('Pacific/Auckland')
    const report = await api('reports.run', {
      report: 'visits',
      from: '2026-10-01',
      to: dayAfter(clock.now.toISOString().slice(0, 10), 90),
      group: 'day',
    })
    const all = rows<Part>(visitParts).filter(({ position }) => position === 0)
    expect(column(report, 'booked')).toEqual(sums(all, ({ startsAt }) => auckland.dayOf(Date.parse(startsAt)), one))
  })
})
