import { describe, expect, it } from 'vitest'
import { keysOf, kindsOf, openSalon } from '../support/salon.ts'

const failing = (reason: string) => expect.objectContaining({ failure: expect.objectContaining({ reason }) })
const times = ({ start, end }: { start: string; end: string }) => `${start.slice(5)}–${end.slice(11)}`

describe('moving a visit', () => {
  it('takes it to another time, person and length, and says so in the history', async () => {
    const { api, ids, aVisit } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    const moved = await api('appointments.move', { id, start: '2026-11-25T14:00', staffId: ids.mehmet, durationMinutes: 60 })
    expect([times(moved), moved.services[0]!.staffId]).toEqual(['11-25T14:00–15:00', ids.mehmet])
    const [latest] = await api('operations.list', { limit: 1 })
    expect(latest!.summary).toEqual({ text: 'visitMoved', params: { name: 'Anna Petersen', start: '2026-11-25T14:00' } })
    await api.run('operations.undo', { id: latest!.id })
    expect(times(await api('appointments.get', { id }))).toBe('11-24T10:00–10:45')
  })

  it('does not stand in its own way, but others do, unless that was seen', async () => {
    const { api, aVisit, another } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.book', aVisit({ contactId: await another('Tom'), start: '2026-11-24T11:00' }))
    expect(times(await api('appointments.move', { id, start: '2026-11-24T10:15' }))).toBe('11-24T10:15–11:00')
    const error = await api('appointments.move', { id, start: '2026-11-24T10:30' }).catch((error: unknown) => error)
    expect(kindsOf(error)).toEqual(['staffBusy'])
    const moved = await api('appointments.move', { id, start: '2026-11-24T10:30', despite: keysOf(error) })
    expect([times(moved), moved.despite]).toEqual(['11-24T10:30–11:15', ['staffBusy']])
  })

  it('of one service among several leaves the others where they follow', async () => {
    const { api, ids, aVisit } = await openSalon()
    const services = [ids.colour, ids.cut].map(serviceId => ({ serviceId, staffId: ids.jana }))
    const { id } = await api('appointments.book', { ...aVisit(), services })
    const moved = await api('appointments.move', { id, position: 1, staffId: ids.mehmet, durationMinutes: 30 })
    expect(moved.services.map(service => [service.staffId, times(service)])).toEqual([
      [ids.jana, '11-24T10:00–11:30'],
      [ids.mehmet, '11-24T11:30–12:00'],
    ])
  })

  it('keeps the price that was agreed on', async () => {
    const { api, ids, aVisit } = await openSalon()
    const { id } = await api('appointments.book', { ...aVisit(), services: [{ serviceId: ids.cut, staffId: ids.jana, price: 1000 }] })
    expect((await api('appointments.move', { id, start: '2026-11-24T12:00' })).services[0]!.price).toBe(1000)
  })
})

describe('a status', () => {
  it('is changed with one call each, and a visit that took place counts', async () => {
    const { api, ids, aVisit } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    for (const status of ['confirmed', 'arrived', 'inService', 'done'] as const) {
      expect((await api('appointments.setStatus', { id, status })).status).toBe(status)
    }
    expect(await api('appointments.rhythm', { contactId: ids.anna })).toMatchObject({ visits: 1, noShows: 0 })
  })

  it('of a no-show gives the time free, and is counted on the card', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.setStatus', { id, status: 'noShow' })
    await api('appointments.book', aVisit({ contactId: await another('Tom') }))
    expect(await api('appointments.rhythm', { contactId: ids.anna })).toMatchObject({ visits: 0, noShows: 1 })
    const error = await api('appointments.setStatus', { id, status: 'arrived' }).catch((error: unknown) => error)
    expect(kindsOf(error)).toEqual(['staffBusy'])
  })
})

describe('cancelling', () => {
  it('gives the time free again, with the reason and who it was', async () => {
    const { api, ids, aVisit, clock, another } = await openSalon()
    const { id } = await api('appointments.book', aVisit({ start: '2026-11-27T10:00' }))
    expect(await api('appointments.cancel', { id, by: 'client', reason: 'Ill' })).toEqual({ appointments: 1 })
    expect(await api('appointments.get', { id })).toMatchObject({
      ...{ status: 'cancelled', cancelledBy: 'client', cancelReason: 'Ill', isLate: false, cancelledAt: clock.now.toISOString() },
    })
    await api('appointments.book', aVisit({ start: '2026-11-27T10:00', contactId: await another('Tom') }))
    expect(await api('appointments.rhythm', { contactId: ids.anna })).toMatchObject({ visits: 0, lateCancellations: 0 })
  })

  it('on the same day is late, and counted', async () => {
    const { api, ids, aVisit } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.cancel', { id })
    expect((await api('appointments.get', { id })).isLate).toBe(true)
    expect(await api('appointments.rhythm', { contactId: ids.anna })).toMatchObject({ lateCancellations: 1 })
  })

  it('by the shop is never late, and once is enough', async () => {
    const { api, aVisit } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.cancel', { id, by: 'shop' })
    expect((await api('appointments.get', { id })).isLate).toBe(false)
    await expect(api('appointments.cancel', { id })).rejects.toEqual(failing('appointmentCancelled'))
    await expect(api('appointments.move', { id, start: '2026-11-24T12:00' })).rejects.toEqual(failing('appointmentCancelled'))
  })
})
