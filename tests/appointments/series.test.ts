import { describe, expect, it } from 'vitest'
import { keysOf, kindsOf, openSalon } from '../support/salon.ts'

type Salon = Awaited<ReturnType<typeof openSalon>>
const failing = (reason: string) => expect.objectContaining({ failure: expect.objectContaining({ reason }) })
const everyFiveWeeks = { rule: 'FREQ=WEEKLY;INTERVAL=5;COUNT=4' }

/** Across the clock change of 28 March 2027. */
async function aSeries(salon: Salon) {
  const first = await salon.api('appointments.book', salon.aVisit({ start: '2026-12-15T10:00', repeat: everyFiveWeeks }))
  const all = () => salon.api('appointments.series', { seriesId: first.seriesId! })
  return { first, all, starts: async () => (await all()).filter(({ status }) => status !== 'cancelled').map(({ start }) => start) }
}

describe('a visit every five weeks', () => {
  it('is at ten on the wall, also after the clocks have changed', async () => {
    const { all } = await aSeries(await openSalon())
    expect((await all()).map(({ start, startsAt }) => [start, startsAt.slice(11, 16)])).toEqual([
      ['2026-12-15T10:00', '09:00'],
      ['2027-01-19T10:00', '09:00'],
      ['2027-02-23T10:00', '09:00'],
      ['2027-03-30T10:00', '08:00'],
    ])
  })

  it('tells beforehand what is in the way of which, and can leave that one out', async () => {
    const salon = await openSalon()
    const { api, aVisit, another } = salon
    await api('appointments.book', aVisit({ contactId: await another('Tom'), start: '2027-01-19T10:30' }))
    const wanted = aVisit({ start: '2026-12-15T10:00', repeat: everyFiveWeeks })
    const answers = await api('appointments.check', wanted)
    expect(answers.map(({ start, conflicts }) => [start.slice(0, 10), conflicts.map(({ name }) => name)])).toEqual([
      ['2026-12-15', []],
      ['2027-01-19', ['Jana']],
      ['2027-02-23', []],
      ['2027-03-30', []],
    ])
    expect(kindsOf(await api('appointments.book', wanted).catch((error: unknown) => error))).toEqual(['staffBusy'])
    expect(await api('appointments.between', { from: '2026-12-15', to: '2026-12-16' })).toEqual([])
    const booked = await api('appointments.book', { ...wanted, repeat: { ...everyFiveWeeks, skip: ['2027-01-19T10:00'] } })
    expect(await api('appointments.series', { seriesId: booked.seriesId! })).toHaveLength(3)
  })

  it('is booked in spite of that by who has seen it', async () => {
    const { api, aVisit, another } = await openSalon()
    await api('appointments.book', aVisit({ contactId: await another('Tom'), start: '2027-01-19T10:30' }))
    const wanted = aVisit({ start: '2026-12-15T10:00', repeat: everyFiveWeeks })
    const despite = keysOf(await api('appointments.book', wanted).catch((error: unknown) => error))
    const booked = await api('appointments.book', { ...wanted, despite })
    expect((await api('appointments.series', { seriesId: booked.seriesId! })).map(({ despite }) => despite)).toEqual([
      [],
      ['staffBusy'],
      [],
      [],
    ])
  })

  it('is one line of the history, which takes all of them back', async () => {
    const salon = await openSalon()
    await aSeries(salon)
    const [latest] = await salon.api('operations.list', { limit: 1 })
    expect(latest!.summary).toMatchObject({ text: 'visitsBooked', params: { count: 4 } })
    await salon.api.run('operations.undo', { id: latest!.id })
    expect(await salon.api('appointments.between', { from: '2026-11-01', to: '2027-12-31' })).toEqual([])
  })

  it('moves one by itself, which goes its own way from then on', async () => {
    const salon = await openSalon()
    const { all, starts } = await aSeries(salon)
    const [first, second] = await all()
    await salon.api('appointments.move', { id: second!.id, start: '2027-01-20T12:00' })
    await salon.api('appointments.move', { id: first!.id, start: '2026-12-15T11:00', scope: 'all' })
    expect(await starts()).toEqual(['2026-12-15T11:00', '2027-01-20T12:00', '2027-02-23T11:00', '2027-03-30T11:00'])
  })

  it('moves this and all that follow by as much on the wall', async () => {
    const salon = await openSalon()
    const { all, starts } = await aSeries(salon)
    const third = (await all())[2]!
    const moved = await salon.api('appointments.move', { id: third.id, start: '2027-02-24T09:30', scope: 'following' })
    expect(moved.start).toBe('2027-02-24T09:30')
    expect(await starts()).toEqual(['2026-12-15T10:00', '2027-01-19T10:00', '2027-02-24T09:30', '2027-03-31T09:30'])
  })

  it('is cancelled this time only, from now on, or as a whole', async () => {
    const salon = await openSalon()
    const { all, starts } = await aSeries(salon)
    const [first, second, third] = await all()
    await salon.api('appointments.cancel', { id: second!.id })
    expect(await starts()).toEqual(['2026-12-15T10:00', '2027-02-23T10:00', '2027-03-30T10:00'])
    expect(await salon.api('appointments.cancel', { id: third!.id, scope: 'following' })).toEqual({ appointments: 2 })
    expect(await salon.api('appointments.cancel', { id: first!.id, scope: 'all' })).toEqual({ appointments: 1 })
    expect(await starts()).toEqual([])
  })

  it('can begin with a visit that is there already', async () => {
    const { api, aVisit } = await openSalon()
    const { id } = await api('appointments.book', aVisit())
    expect(await api('appointments.repeat', { id, repeat: { rule: 'FREQ=DAILY;COUNT=3' } })).toEqual({ appointments: 2 })
    await expect(api('appointments.repeat', { id, repeat: { rule: 'FREQ=DAILY;COUNT=3' } })).rejects.toEqual(failing('repeatsAlready'))
  })
})

describe('a rule', () => {
  it.each([
    ['that nobody can read', 'every now and then', 'ruleInvalid'],
    ['without an end', 'FREQ=WEEKLY', 'ruleEndless'],
    ['for ten thousand visits', 'FREQ=DAILY;COUNT=10000', 'ruleTooLong'],
  ])('%s is refused', async (_what, rule, reason) => {
    const { api, aVisit } = await openSalon()
    await expect(api('appointments.book', aVisit({ repeat: { rule } }))).rejects.toEqual(failing(reason))
  })

  it('for every 29th of February comes true in leap years', async () => {
    const { api, aVisit } = await openSalon()
    const rule = { rule: 'FREQ=YEARLY;COUNT=2' }
    const { seriesId } = await api('appointments.book', aVisit({ start: '2028-02-29T10:00', repeat: rule }))
    expect((await api('appointments.series', { seriesId: seriesId! })).map(({ start }) => start)).toEqual([
      '2028-02-29T10:00',
      '2032-02-29T10:00',
    ])
  })
})
