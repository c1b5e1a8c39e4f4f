import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { kindsOf, keysOf, openSalon } from '../support/salon.ts'
import { inZone } from '../support/zone.ts'

const failing = (reason: string) => expect.objectContaining({ failure: expect.objectContaining({ reason }) })
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('This was to be refused.'),
    (error: unknown) => error,
  )

describe('a visit', () => {
  it('stands in the diary with who does what, when and for how much', async () => {
    const { api, ids, aVisit } = await openSalon()
    const booked = await api('appointments.book', aVisit({ note: 'Brings the dog' }))
    const [entry] = await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })
    expect(entry).toEqual({
      ...booked,
      client: {
        id: ids.anna,
        name: 'Anna Petersen',
        phone: { label: 'mobile', number: '0176 123 45 67', e164: '+491761234567' },
        alerts: [],
        isBlocked: false,
        isTrashed: false,
        noShows: 0,
        visits: 1,
      },
    })
    expect(booked).toMatchObject({
      ...{ start: '2026-11-24T10:00', end: '2026-11-24T10:45', startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T09:45:00.000Z' },
      ...{ status: 'booked', note: 'Brings the dog', despite: [] },
      services: [{ serviceId: ids.cut, staffId: ids.jana, start: '2026-11-24T10:00', end: '2026-11-24T10:45', price: 4200 }],
    })
  })

  it('has its services one after the other, each with its own person', async () => {
    const { api, ids, aVisit } = await openSalon()
    const services = [
      { serviceId: ids.colour, staffId: ids.jana },
      { serviceId: ids.cut, staffId: ids.mehmet },
    ]
    const booked = await api('appointments.book', { ...aVisit(), services })
    expect(booked.services.map(({ staffId, start, end }) => [staffId, start.slice(11), end.slice(11)])).toEqual([
      [ids.jana, '10:00', '11:30'],
      [ids.mehmet, '11:30', '12:15'],
    ])
  })

  it('goes to whoever is free where anybody would do, and to the one with less to do of two', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    const anybody = async (start: string) =>
      (await api('appointments.book', { contactId: await another(start), start, services: [{ serviceId: ids.cut }] })).services[0]!.staffId
    await api('appointments.book', aVisit())
    expect(await anybody('2026-11-24T10:15')).toBe(ids.mehmet)
    expect(await anybody('2026-11-24T12:00')).toBe(ids.jana)
  })

  it('needs no card: whoever walks in is written down by name', async () => {
    const { api, aVisit } = await openSalon()
    const walkIn = await api(
      'appointments.book',
      aVisit({ contactId: null, title: 'Lady with the red hat', status: 'inService', source: 'Walk-in' }),
    )
    expect(walkIn).toMatchObject({ contactId: null, title: 'Lady with the red hat', status: 'inService' })
  })

  it('is one line of the history, which takes it back as a whole', async () => {
    const { api, aVisit } = await openSalon()
    await api('appointments.book', aVisit())
    const [latest] = await api('operations.list', { limit: 1 })
    expect(latest!.summary).toEqual({ text: 'visitBooked', params: { name: 'Anna Petersen', start: '2026-11-24T10:00' } })
    await api.run('operations.undo', { id: latest!.id })
    expect(await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })).toEqual([])
  })
})

describe('double booking', () => {
  it('is refused with the reason, and possible for who has seen it', async () => {
    const { api, aVisit, another } = await openSalon()
    await api('appointments.book', aVisit())
    const second = aVisit({ contactId: await another('Tom'), start: '2026-11-24T10:30' })
    const error = await refusal(api('appointments.book', second))
    expect(error).toEqual(failing('appointmentConflicts'))
    expect(kindsOf(error)).toEqual(['staffBusy'])
    const booked = await api('appointments.book', { ...second, despite: keysOf(error) })
    expect(booked.despite).toEqual(['staffBusy'])
  })

  it('in spite of one visit is not in spite of another that came meanwhile', async () => {
    const { api, aVisit, another } = await openSalon()
    await api('appointments.book', aVisit())
    const wanted = aVisit({ contactId: await another('Tom') })
    const seen = keysOf(await refusal(api('appointments.book', wanted)))
    const other = aVisit({ contactId: await another('Ruth') })
    await api('appointments.book', { ...other, despite: keysOf(await refusal(api('appointments.book', other))) })
    expect(kindsOf(await refusal(api('appointments.book', { ...wanted, despite: seen })))).toEqual(['staffBusy', 'staffBusy'])
  })

  it('by two clicks, or of one client in two places, does not happen unseen', async () => {
    const { api, ids, aVisit } = await openSalon()
    await api('appointments.book', aVisit())
    expect(kindsOf(await refusal(api('appointments.book', aVisit())))).toEqual(['staffBusy', 'clientBusy'])
    expect(kindsOf(await refusal(api('appointments.book', aVisit({ staffId: ids.mehmet }))))).toEqual(['clientBusy'])
  })

  it('happens to one of two windows that book the same time at the same moment', async () => {
    const { api, aVisit, another } = await openSalon()
    const both = [aVisit(), aVisit({ contactId: await another('Tom') })].map(visit => api('appointments.book', visit))
    const ends = await Promise.allSettled(both)
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })).toHaveLength(1)
  })

  it('is none while the colour works in', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    await api('appointments.book', aVisit({ serviceId: ids.colour }))
    const beard = await api('catalogue.createService', { name: 'Beard', durationMinutes: 30 })
    const between = aVisit({ contactId: await another('Tom'), serviceId: beard.id, start: '2026-11-24T10:30' })
    expect((await api('appointments.book', between)).despite).toEqual([])
  })
})

describe('what stands in the way', () => {
  it.each([
    ['a closed shop', { start: '2026-11-24T17:45' }, ['staffOff', 'shopClosed']],
    ['the past', { start: '2026-11-23T10:00' }, ['inThePast']],
  ])('is said of %s', async (_what, over, kinds) => {
    const { api, aVisit } = await openSalon()
    expect(kindsOf(await refusal(api('appointments.book', aVisit(over))))).toEqual(kinds)
    const [answer] = await api('appointments.check', aVisit(over))
    expect(answer!.conflicts.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is said of leave and of a public holiday', async () => {
    const { api, ids, aVisit } = await openSalon()
    const day = { firstDay: '2026-11-25', lastDay: '2026-11-25', hours: [] }
    await api('staff.addAbsence', { ...day, staffId: ids.jana, reason: 'leave' })
    expect(kindsOf(await refusal(api('appointments.book', aVisit({ start: '2026-11-25T10:00' }))))).toEqual(['staffAbsent'])
    await api('openings.addClosures', { closures: [{ ...day, name: 'Holiday' }] })
    expect(kindsOf(await refusal(api('appointments.book', aVisit({ start: '2026-11-25T10:00', staffId: ids.mehmet }))))).toEqual([
      'shopClosed',
    ])
  })

  it('is that nobody is free, where anybody would have done', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    for (const staffId of [ids.jana, ids.mehmet]) await api('appointments.book', aVisit({ staffId, contactId: await another('Tom') }))
    const anybody = { contactId: ids.anna, start: '2026-11-24T10:00', services: [{ serviceId: ids.cut }] }
    expect(kindsOf(await refusal(api('appointments.book', anybody)))).toEqual(['nobodyFree'])
  })

  it('is that somebody does not do that', async () => {
    const { api, ids, aVisit } = await openSalon()
    const laser = await api('catalogue.createService', { name: 'Laser', durationMinutes: 30, staffIds: [ids.mehmet] })
    expect(kindsOf(await refusal(api('appointments.book', aVisit({ serviceId: laser.id }))))).toEqual(['staffUnfit'])
  })

  it('is the room, which is chosen among the free ones', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    const facial = await api('catalogue.createService', { name: 'Facial', durationMinutes: 60, resourceKind: 'Room' })
    const booked = () => another('Tom').then(contactId => aVisit({ contactId, serviceId: facial.id }))
    expect(kindsOf(await refusal(api('appointments.book', await booked())))).toEqual(['noResourceFree'])
    const room = await api('resources.create', { name: 'Room 1', kind: 'room' })
    expect((await api('appointments.book', await booked())).services[0]!.resourceId).toBe(room.id)
    const second = { ...(await booked()), services: [{ serviceId: facial.id, staffId: ids.mehmet }] }
    expect(kindsOf(await refusal(api('appointments.book', second)))).toEqual(['resourceBusy'])
  })

  it('is a client whom the shop does not want to book', async () => {
    const { api, ids, aVisit } = await openSalon()
    await api('contacts.update', { id: ids.anna, alerts: [{ kind: 'noBooking' }] })
    await api('contacts.block', { ids: [ids.anna], blocked: true })
    expect(kindsOf(await refusal(api('appointments.book', aVisit())))).toEqual(['clientBlocked', 'noBooking'])
  })

  it('is a full course, and none of its seats before', async () => {
    const { api, aVisit, another } = await openSalon()
    const course = await api('catalogue.createService', { name: 'Make-up evening', durationMinutes: 90, seats: 2 })
    const seat = async (name: string) => api('appointments.book', aVisit({ serviceId: course.id, contactId: await another(name) }))
    await seat('Tom')
    await seat('Ruth')
    expect(kindsOf(await refusal(seat('Ole')))).toEqual(['groupFull'])
  })
})

describe('a time', () => {
  it('that the clocks skip does not exist', async () => {
    const { api, aVisit } = await openSalon()
    await expect(api('appointments.book', aVisit({ start: '2027-03-28T02:30' }))).rejects.toEqual(failing('timeSkipped'))
  })

  it('that comes twice is the first of the two', async () => {
    const { api, aVisit } = await openSalon()
    const [answer] = await api('appointments.check', aVisit({ start: '2027-10-31T02:30' }))
    const despite = answer!.conflicts.map(({ key }) => key)
    const booked = await api('appointments.book', aVisit({ start: '2027-10-31T02:30', despite }))
    expect(booked.startsAt).toBe('2027-10-31T00:30:00.000Z')
  })

  it('stays where it is when this PC is carried to another zone', async () => {
    const { api, aVisit } = await openSalon()
    await api('appointments.book', aVisit())
    const there = await inZone('Pacific/Auckland', () => api('appointments.between', { from: '2026-11-24', to: '2026-11-25' }))
    expect(there.map(({ start }) => start)).toEqual(['2026-11-24T10:00'])
  })

  it.each([
    ['that is none', { start: '2026-11-24T25:00' }, 'noSuchTime'],
    ['on a day that is none', { start: '2026-02-29T10:00' }, 'noSuchTime'],
    ['of no length', { minutes: 0 }, 'durationMissing'],
    ['longer than a day', { minutes: 1441 }, 'durationTooLong'],
    ['of a service that is gone', { serviceId: 999 }, 'serviceGone'],
    ['of somebody who is not on the staff', { staffId: 999 }, 'staffGone'],
    ['of a client who is not there', { contactId: 999 }, 'contactGone'],
  ])('%s is refused', async (_what, over, reason) => {
    const { api, aVisit } = await openSalon()
    await expect(api('appointments.book', aVisit(over))).rejects.toEqual(failing(reason))
  })
})

describe('blocked time', () => {
  it('has a person and a length, no client, and is in the way of visits', async () => {
    const { api, ids, aVisit } = await openSalon()
    const block: Input<'appointments.book'> = {
      kind: 'block',
      title: 'Delivery',
      start: '2026-11-24T10:00',
      services: [{ serviceId: null, staffId: ids.jana, durationMinutes: 60 }],
    }
    await expect(api('appointments.book', { ...block, contactId: ids.anna })).rejects.toEqual(failing('blockWithClient'))
    await api('appointments.book', block)
    expect(kindsOf(await refusal(api('appointments.book', aVisit())))).toEqual(['staffBusy'])
  })

  it('may lie outside the opening hours', async () => {
    const { api, ids } = await openSalon()
    const booked = await api('appointments.book', {
      ...{ kind: 'block', title: 'Inventory', start: '2026-11-24T20:00' },
      services: [{ serviceId: null, staffId: ids.jana, durationMinutes: 120 }],
    })
    expect(booked.despite).toEqual([])
  })
})
