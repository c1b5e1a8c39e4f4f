import { expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aContact } from '../support/factories.ts'
import { aService, openSalon } from '../support/salon.ts'
import { byName } from './reading.ts'

const november = { report: 'utilisation', from: '2026-11-01', to: '2026-11-30' } as const

async function aCourse() {
  const salon = await openSalon()
  const { api, ids } = salon
  const yoga = await api('catalogue.createService', aService({ name: 'Yoga', durationMinutes: 60, seats: 4 }))
  const wanted = { start: '2026-11-25T10:00:00.000Z', services: [{ serviceId: yoga.id, staffId: ids.jana }] }
  const visits: number[] = []
  for (const givenName of ['Ada', 'Ben', 'Cem']) {
    const { id: contactId } = await api('contacts.create', aContact({ givenName }))
    visits.push((await api('appointments.book', { ...wanted, contactId })).id)
  }
  const minutes = async (over: Partial<Input<'reports.run'>> = {}) => {
    const { busy, missed } = byName(await api('reports.run', { ...november, ...over })).Jana ?? {}
    return [busy, missed]
  }
  const verified = async () => (await api('reports.verify', {})).broken
  return { ...salon, yoga, visits: visits as [number, number, number], minutes, verified }
}

it('The time of a course counts once, however many take part, as long as one of them does', async () => {
  const { api, visits, minutes, verified } = await aCourse()
  expect(await minutes()).toEqual([60, 0])
  await api('appointments.cancel', { id: visits[0] })
  expect(await minutes()).toEqual([60, 0])
  await api('appointments.setStatus', { id: visits[1], status: 'noShow' })
  expect(await minutes()).toEqual([60, 0])
  await api('appointments.setStatus', { id: visits[2], status: 'noShow' })
  expect(await minutes()).toEqual([0, 60])
  const [last] = await api('operations.list', { limit: 1 })
  await api.run('operations.undo', { id: last!.id })
  expect([await minutes(), await verified()]).toEqual([[60, 0], []])
})

it('is the same by day, and follows whoever is moved to another time', async () => {
  const { api, visits, verified, ids } = await aCourse()
  await api('appointments.move', { id: visits[2], start: '2026-11-26T10:00:00.000Z' })
  const byDay = await api('reports.run', { ...november, group: 'day', staffId: ids.jana })
  const busy = byDay.rows.filter(({ key }) => key > '2026-11-24' && key < '2026-11-28').map(({ key, cells }) => [key, cells[1]])
  expect([busy, await verified()]).toEqual([
    [
      ['2026-11-25', 60],
      ['2026-11-26', 60],
      ['2026-11-27', 0],
    ],
    [],
  ])
})

it('is counted anew where a service becomes one for a single client', async () => {
  const { api, yoga, minutes, verified } = await aCourse()
  await api('catalogue.changeService', { id: yoga.id, seats: 1 })
  expect([await minutes(), await verified()]).toEqual([[180, 0], []])
  await api('catalogue.changeService', { id: yoga.id, seats: 3 })
  expect([await minutes(), await verified()]).toEqual([[60, 0], []])
})
