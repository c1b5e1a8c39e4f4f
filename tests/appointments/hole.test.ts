import { describe, expect, it } from 'vitest'
import { openSalon } from '../support/salon.ts'

type Salon = Awaited<ReturnType<typeof openSalon>>

/** Somebody who came every four weeks, the last time so many weeks ago. */
async function aRegular(
  { api, aVisit, another, clock }: Salon,
  name: string,
  weeksAgo: number,
  { hour = '15:00', ...over }: { hour?: string; serviceId?: number } = {},
) {
  const contactId = await another(name)
  const now = clock.now
  for (let visit = 3; visit >= 0; visit--) {
    const at = new Date(now.getTime() - (weeksAgo + visit * 4) * 7 * 86_400_000)
    const day = at.toISOString().slice(0, 10)
    clock.now = at
    await api('appointments.book', aVisit({ contactId, start: `${day}T${hour}`, ...over }))
  }
  clock.now = now
  return contactId
}

describe('filling the hole', () => {
  it('asks those who wait first, then those who are due by their own rhythm', async () => {
    const salon = await openSalon()
    const { api, ids, aVisit, another } = salon
    const due = await aRegular(salon, 'Selin', 6)
    await aRegular(salon, 'Nora', 2, { hour: '12:00' })
    const paula = await another('Paula')
    await api('waiting.add', {
      contactId: paula,
      services: [{ serviceId: ids.cut }],
      preferences: [{ weekdays: [2], from: null, to: null }],
    })
    await api('waiting.add', {
      contactId: await another('Piotr'),
      services: [{ serviceId: ids.cut }],
      preferences: [{ weekdays: [], from: '17:00', to: null }],
    })
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.cancel', { id })
    const candidates = await api('appointments.fillTheHole', { hole: { appointmentId: id } })
    expect(candidates.map(({ client, reasons, usualDays, daysSince }) => [client.id, reasons, usualDays, daysSince])).toEqual([
      [paula, ['waiting', 'sameService'], null, null],
      [due, ['overdue', 'sameService', 'samePerson', 'usualWeekday'], 28, 41],
    ])
  })

  it('leaves out what does not fit, who is blocked, and the one who cancelled', async () => {
    const salon = await openSalon()
    const { api, ids, aVisit } = salon
    const long = await aRegular(salon, 'Selin', 6, { hour: '12:00', serviceId: ids.colour })
    const blocked = await aRegular(salon, 'Nora', 6)
    await api('contacts.block', { ids: [blocked], blocked: true })
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.cancel', { id })
    expect(await api('appointments.fillTheHole', { hole: { appointmentId: id } })).toEqual([])
    const longer = { start: '2026-11-24T10:00', end: '2026-11-24T12:00', staffId: ids.jana }
    expect((await api('appointments.fillTheHole', { hole: longer })).map(({ client }) => client.id)).toEqual([long])
  })

  it('remembers what came of a call, and books', async () => {
    const salon = await openSalon()
    const { api, aVisit } = salon
    const first = await aRegular(salon, 'Selin', 5)
    const second = await aRegular(salon, 'Nora', 6)
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.cancel', { id })
    await api('appointments.noteCall', { appointmentId: id, contactId: first, outcome: 'declined' })
    const candidates = await api('appointments.fillTheHole', { hole: { appointmentId: id } })
    expect(candidates.map(({ client, outcome }) => [client.id, outcome])).toEqual([
      [second, null],
      [first, 'declined'],
    ])
    const { services } = candidates[0]!
    await api('appointments.book', { contactId: second, start: '2026-11-24T10:00', services: [...services] })
    expect(await api('appointments.fillTheHole', { hole: { appointmentId: id } })).toEqual([])
  })
})

describe('the waiting list', () => {
  it('is left by who gets a visit', async () => {
    const { api, ids, aVisit } = await openSalon()
    const waiting = await api('waiting.add', { contactId: ids.anna, services: [{ serviceId: ids.cut }], note: 'Calls back' })
    expect(await api('waiting.list', {})).toEqual([waiting])
    await api('appointments.book', aVisit({ waitingId: waiting.id }))
    expect(await api('waiting.list', {})).toEqual([])
  })

  it('is changed, left and taken back', async () => {
    const { api, ids } = await openSalon()
    const { id } = await api('waiting.add', { contactId: ids.anna })
    expect(await api('waiting.change', { id, note: 'Any morning' })).toMatchObject({ note: 'Any morning', services: [] })
    await api('waiting.remove', { id })
    await expect(api('waiting.change', { id, note: '' })).rejects.toMatchObject({ failure: { reason: 'waitingGone' } })
    const [latest] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: latest!.id })
    expect(await api('waiting.list', {})).toMatchObject([{ id, note: 'Any morning' }])
  })

  it('refuses days that end before they begin', async () => {
    const { api, ids } = await openSalon()
    const days = { firstDay: '2026-12-02', lastDay: '2026-12-01' }
    await expect(api('waiting.add', { contactId: ids.anna, ...days })).rejects.toMatchObject({ failure: { reason: 'endBeforeStart' } })
  })
})

describe('a rhythm', () => {
  it('is the median of the days between visits, and knows who and what somebody likes', async () => {
    const salon = await openSalon()
    const { api, ids } = salon
    const contactId = await aRegular(salon, 'Selin', 5)
    expect(await api('appointments.rhythm', { contactId })).toEqual({
      ...{ visits: 4, usualDays: 28, daysSince: 35, noShows: 0, lateCancellations: 0, next: null },
      lastAt: '2026-10-20T13:00:00.000Z',
      ...{ favouriteStaff: [ids.jana], favouriteServices: [ids.cut] },
    })
  })

  it('knows the next visit, which is neither a cancelled one nor one that was', async () => {
    const { api, ids, aVisit } = await openSalon()
    const next = async () => (await api('appointments.rhythm', { contactId: ids.anna })).next
    const { id: sooner } = await api('appointments.book', aVisit({ start: '2026-11-25T10:00' }))
    const { id: later } = await api('appointments.book', aVisit({ start: '2026-11-26T10:00' }))
    expect(await next()).toEqual({ id: sooner, startsAt: '2026-11-25T09:00:00.000Z' })
    await api('appointments.cancel', { id: sooner })
    expect(await next()).toEqual({ id: later, startsAt: '2026-11-26T09:00:00.000Z' })
    await api('appointments.cancel', { id: later })
    expect(await next()).toBeNull()
  })

  it('follows what is undone, merged and taken apart', async () => {
    const salon = await openSalon()
    const { api, ids } = salon
    const contactId = await aRegular(salon, 'Selin', 5)
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [contactId] })
    expect(await api('appointments.rhythm', { contactId: ids.anna })).toMatchObject({ visits: 4, usualDays: 28 })
    await api('contacts.unmerge', { id: contactId })
    expect(await api('appointments.rhythm', { contactId: ids.anna })).toMatchObject({ visits: 0, usualDays: null })
    expect(await api('appointments.rhythm', { contactId })).toMatchObject({ visits: 4 })
  })
})
