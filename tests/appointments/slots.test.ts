import { describe, expect, it } from 'vitest'
import { openSalon } from '../support/salon.ts'

const starts = (slots: readonly { start: string }[]) => slots.map(({ start }) => start)

describe('free times', () => {
  it("begin with the next one on the shop's grid, with whoever is free", async () => {
    const { api, ids, aVisit } = await openSalon()
    await api('appointments.book', aVisit({ start: '2026-11-24T09:00' }))
    const slots = await api('appointments.freeSlots', { services: [{ serviceId: ids.cut, staffId: ids.jana }], limit: 3 })
    expect(starts(slots)).toEqual(['2026-11-24T09:45', '2026-11-24T10:00', '2026-11-24T10:15'])
    const anybody = await api('appointments.freeSlots', { services: [{ serviceId: ids.cut }], limit: 1 })
    expect(anybody).toEqual([
      {
        ...{ start: '2026-11-24T09:00', end: '2026-11-24T09:45', startsAt: '2026-11-24T08:00:00.000Z', seatsLeft: null },
        services: [{ serviceId: ids.cut, staffId: ids.mehmet, resourceId: null, start: '2026-11-24T09:00', end: '2026-11-24T09:45' }],
      },
    ])
  })

  it('leave the notice that the shop wants, on the grid that is asked for', async () => {
    const { api, ids } = await openSalon()
    await api('settings.update', { noticeMinutes: 120, gridMinutes: 30 })
    const services = [{ serviceId: ids.cut }]
    expect(starts(await api('appointments.freeSlots', { services, limit: 2 }))).toEqual(['2026-11-24T10:30', '2026-11-24T11:00'])
    const asked = { services, limit: 2, gridMinutes: 5, noticeMinutes: 33 } as const
    expect(starts(await api('appointments.freeSlots', asked))).toEqual(['2026-11-24T09:05', '2026-11-24T09:10'])
  })

  it('are sought over ninety days, and no longer', async () => {
    const { api, ids } = await openSalon()
    await api('openings.addClosures', { closures: [{ firstDay: '2026-11-24', lastDay: '2027-01-31', hours: [], name: 'Moving house' }] })
    const services = [{ serviceId: ids.cut }]
    expect(starts(await api('appointments.freeSlots', { services, limit: 1 }))).toEqual(['2027-02-01T09:00'])
    expect(await api('appointments.freeSlots', { services, days: 30 })).toEqual([])
  })

  it('near a wished time come first when they are asked for', async () => {
    const { api, ids, aVisit } = await openSalon()
    await api('appointments.book', aVisit({ start: '2026-11-26T14:00' }))
    const asked = { services: [{ serviceId: ids.cut, staffId: ids.jana }], near: '2026-11-26T14:00', limit: 2 }
    expect(starts(await api('appointments.freeSlots', asked))).toEqual(['2026-11-26T13:15', '2026-11-26T14:45'])
  })

  it('of a course tell how many seats are left', async () => {
    const { api, aVisit } = await openSalon()
    const course = await api('catalogue.createService', { name: 'Make-up evening', durationMinutes: 90, seats: 6 })
    await api('appointments.book', aVisit({ serviceId: course.id, start: '2026-11-24T09:00' }))
    const [first] = await api('appointments.freeSlots', { services: [{ serviceId: course.id }], limit: 1 })
    expect(first).toMatchObject({ start: '2026-11-24T09:00', seatsLeft: 5 })
  })

  it('are all bookable without a word', async () => {
    const { api, ids, another } = await openSalon()
    for (let count = 0; count < 6; count++) {
      const services = [{ serviceId: ids.colour }, { serviceId: ids.cut }]
      const [slot] = await api('appointments.freeSlots', { services, limit: 1 })
      const chosen = slot!.services.map(({ serviceId, staffId }) => ({ serviceId, staffId }))
      const booked = await api('appointments.book', { contactId: await another(`Client ${count}`), start: slot!.start, services: chosen })
      expect(booked.despite).toEqual([])
    }
  })
})
