import { describe, expect, it } from 'vitest'
import { keysOf, kindsOf, openSalon } from '../support/salon.ts'

const failing = (reason: string) => expect.objectContaining({ failure: expect.objectContaining({ reason }) })
type Salon = Awaited<ReturnType<typeof openSalon>>

const latestOf = async ({ api }: Pick<Salon, 'api'>) => (await api('operations.list', { limit: 1 }))[0]!

describe('changing a visit', () => {
  it('gives it other services at its time', async () => {
    const { api, ids, aVisit } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    const changed = await api('appointments.change', {
      id,
      note: 'Colour as well',
      services: [{ serviceId: ids.colour, staffId: ids.jana }],
    })
    expect(changed).toMatchObject({ note: 'Colour as well', end: '2026-11-24T11:30', services: [{ serviceId: ids.colour, price: 7800 }] })
    const [latest] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: latest!.id })
    expect(await api('appointments.get', { id })).toMatchObject({ note: '', services: [{ serviceId: ids.cut }] })
  })

  it('is refused for what is in the way then, and done in spite of it by who has seen it', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.book', aVisit({ contactId: await another('Tom'), start: '2026-11-24T11:00' }))
    const wanted = { id, services: [{ serviceId: ids.cut, staffId: ids.jana, durationMinutes: 75 }] }
    const error = await api('appointments.change', wanted).catch((error: unknown) => error)
    expect(kindsOf(error)).toEqual(['staffBusy'])
    expect((await api('appointments.get', { id })).end).toBe('2026-11-24T10:45')
    expect(await api('appointments.change', { ...wanted, despite: keysOf(error) })).toMatchObject({
      ...{ end: '2026-11-24T11:15', despite: ['staffBusy'] },
    })
  })

  it('gives it to another client, unless they are somewhere else then', async () => {
    const { api, ids, aVisit, another } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    const tom = await another('Tom')
    await api('appointments.book', aVisit({ contactId: tom, staffId: ids.mehmet, start: '2026-11-24T10:30' }))
    const error = await api('appointments.change', { id, contactId: tom }).catch((error: unknown) => error)
    expect(kindsOf(error)).toEqual(['clientBusy'])
    expect(await api('appointments.change', { id, contactId: tom, despite: keysOf(error) })).toMatchObject({
      ...{ contactId: tom, despite: ['clientBusy'] },
    })
    expect(await api('appointments.change', { id, contactId: await another('Ruth') })).toMatchObject({ despite: [] })
  })

  it('asks about whoever must not be booked, and not again about what was in the way before', async () => {
    const { api, aVisit, another } = await openSalon()
    await api('appointments.book', aVisit({ contactId: await another('Ole') }))
    const double = aVisit({ contactId: await another('Ida') })
    const despite = keysOf(await api('appointments.book', double).catch((error: unknown) => error))
    const { id } = await api('appointments.book', { ...double, despite })
    const tom = await another('Tom')
    await api('contacts.update', { id: tom, alerts: [{ kind: 'noBooking', text: '' }] })
    const error = await api('appointments.change', { id, contactId: tom }).catch((error: unknown) => error)
    expect(kindsOf(error)).toEqual(['noBooking'])
    const changed = await api('appointments.change', { id, contactId: tom, despite: keysOf(error) })
    expect(changed.despite).toEqual(['staffBusy', 'noBooking'])
  })

  it('knows the client by the card that theirs was merged into, and no client that is not there', async () => {
    const { api, aVisit, another } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    const [kept, gone] = [await another('Ruth'), await another('Ruth')]
    await api('contacts.merge', { survivorId: kept, loserIds: [gone] })
    expect((await api('appointments.change', { id, contactId: gone })).contactId).toBe(kept)
    await expect(api('appointments.change', { id, contactId: 999 })).rejects.toEqual(failing('contactGone'))
  })

  it('has no client where time is only blocked', async () => {
    const { api, ids } = await openSalon()
    const services = [{ serviceId: null, staffId: ids.jana, durationMinutes: 30 }]
    const { id } = await api('appointments.book', { kind: 'block', title: 'Delivery', start: '2026-11-24T14:00', services })
    await expect(api('appointments.change', { id, contactId: ids.anna })).rejects.toEqual(failing('blockWithClient'))
    expect((await api('appointments.change', { id, title: 'Meeting' })).title).toBe('Meeting')
  })

  it('that is none leaves no trace', async () => {
    const salon = await openSalon()
    const { api, ids, aVisit, clock } = salon
    const booked = await api('appointments.book', aVisit({ note: 'Short' }))
    const before = await latestOf(salon)
    clock.now = new Date(clock.now.getTime() + 60_000)
    const services = [{ serviceId: ids.cut, staffId: ids.jana }]
    const same = await api('appointments.change', { id: booked.id, note: 'Short', contactId: ids.anna, services })
    expect(same).toEqual(booked)
    expect(await latestOf(salon)).toEqual(before)
  })
})

describe('changing a visit of a series', () => {
  const weekly = { rule: 'FREQ=WEEKLY;COUNT=4' }
  async function aSeries(salon: Salon) {
    const { seriesId } = await salon.api('appointments.book', salon.aVisit({ repeat: weekly }))
    return () => salon.api('appointments.series', { seriesId: seriesId! })
  }

  it('changes this one alone, which goes its own way from then on', async () => {
    const salon = await openSalon()
    const { api, ids } = salon
    const all = await aSeries(salon)
    const [first, second] = await all()
    await api('appointments.change', { id: second!.id, services: [{ serviceId: ids.colour, staffId: ids.mehmet }] })
    await api('appointments.change', { id: first!.id, services: [{ serviceId: ids.cut, staffId: ids.mehmet }], scope: 'all' })
    expect((await all()).map(({ services }) => [services[0]!.serviceId, services[0]!.staffId])).toEqual([
      [ids.cut, ids.mehmet],
      [ids.colour, ids.mehmet],
      [ids.cut, ids.mehmet],
      [ids.cut, ids.mehmet],
    ])
  })

  it('changes this and those that follow, each at its own time, as one line of the history', async () => {
    const salon = await openSalon()
    const { api, ids } = salon
    const all = await aSeries(salon)
    const third = (await all())[2]!
    const colour = [{ serviceId: ids.colour, staffId: ids.jana }]
    await api('appointments.change', { id: third.id, note: 'Longer', services: colour, scope: 'following' })
    expect((await all()).map(({ note, end }) => [note, end])).toEqual([
      ['', '2026-11-24T10:45'],
      ['', '2026-12-01T10:45'],
      ['Longer', '2026-12-08T11:30'],
      ['Longer', '2026-12-15T11:30'],
    ])
    const latest = await latestOf(salon)
    expect(latest.summary).toEqual({ text: 'visitsChanged', params: { name: 'Anna Petersen', count: 2 } })
    await api.run('operations.undo', { id: latest.id })
    expect((await all()).map(({ note }) => note)).toEqual(['', '', '', ''])
  })

  it('leaves a visit that got a note of its own in the series', async () => {
    const salon = await openSalon()
    const { api } = salon
    const all = await aSeries(salon)
    const [first, second] = await all()
    await api('appointments.change', { id: second!.id, note: 'Key is with the neighbour' })
    await api('appointments.move', { id: first!.id, start: '2026-11-24T12:00', scope: 'all' })
    expect((await all()).map(({ start }) => start.slice(11))).toEqual(['12:00', '12:00', '12:00', '12:00'])
  })

  it('tells of all that is in the way of any of them', async () => {
    const salon = await openSalon()
    const { api, ids, aVisit, another } = salon
    const all = await aSeries(salon)
    await api('appointments.book', aVisit({ contactId: await another('Tom'), start: '2026-12-08T11:00' }))
    const { id } = (await all())[0]!
    const services = [{ serviceId: ids.colour, staffId: ids.jana }]
    const error = await api('appointments.change', { id, services, scope: 'all' }).catch((error: unknown) => error)
    expect(kindsOf(error)).toEqual(['staffBusy'])
    expect((await all()).map(({ services }) => services[0]!.serviceId)).toEqual([ids.cut, ids.cut, ids.cut, ids.cut])
  })
})
