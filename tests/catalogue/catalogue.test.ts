import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aService, aStaffMember } from '../support/factories.ts'

const colouring = {
  name: 'Colour',
  category: 'Colour',
  durationMinutes: 120,
  processing: { afterMinutes: 45, minutes: 30 },
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  price: 8900,
  pricing: 'gross',
  taxRateId: null,
  colour: 'violet',
  seats: 1,
  resourceKind: 'Chair',
  note: 'Please come with dry hair.',
} as const

const plain = {
  ...{ name: 'Haircut', category: '', durationMinutes: 45, processing: null, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...{ price: null, pricing: 'gross', taxRateId: null, colour: 'green', seats: 1, resourceKind: '', note: '', archivedAt: null },
}

describe('a service', () => {
  it('needs a name and a length, and can say far more', async () => {
    const { api } = await openApp()
    expect(await api('catalogue.createService', aService())).toEqual({ ...plain, id: 1 })
    expect(await api('catalogue.createService', colouring)).toEqual({ ...colouring, id: 2, archivedAt: null })
    expect(await api('catalogue.services', {})).toEqual([
      { ...plain, id: 1 },
      { ...colouring, id: 2, archivedAt: null },
    ])
  })

  it('is done by everybody who is there, unless somebody is named', async () => {
    const { api, call } = await openApp()
    const [anna, ben] = [
      await api('staff.create', aStaffMember({ name: 'Anna' })),
      await api('staff.create', aStaffMember({ name: 'Ben' })),
    ]
    await api('staff.archive', { id: ben.id })
    const { value, operation } = await api.noted('catalogue.createService', aService())
    await api('catalogue.createService', { ...colouring, staffIds: [ben.id] })
    await api('catalogue.createService', aService({ name: 'Nobody yet', staffIds: [] }))
    const skills = async () => (await api('staff.list', {})).map(({ services }) => services.map(({ serviceId }) => serviceId))
    expect(await skills()).toEqual([[value.id], [2]])
    expect(await call('catalogue.createService', aService({ name: 'More', staffIds: [anna.id, 99] }))).toMatchObject({
      reason: 'staffGone',
    })
    await api.run('operations.undo', { id: operation! })
    expect(await skills()).toEqual([[], [2]])
  })

  it('is changed and changed back; what is left out stays', async () => {
    const { api } = await openApp()
    const before = await api('catalogue.createService', colouring)
    const { value, operation } = await api.noted('catalogue.changeService', { id: before.id, processing: null, price: 9500 })
    expect(value).toEqual({ ...before, processing: null, price: 9500 })
    expect((await api.noted('catalogue.changeService', { id: before.id, price: 9500 })).operation).toBeNull()
    await api.run('operations.undo', { id: operation! })
    expect(await api('catalogue.services', {})).toEqual([before])
  })

  it('is offered no more, its name is free, and it comes back', async () => {
    const { api, call, clock } = await openApp()
    const before = await api('catalogue.createService', aService({ name: 'Föhnen' }))
    const archived = await api.noted('catalogue.archiveService', { id: before.id, archived: true })
    expect(archived.value).toEqual({ ...before, archivedAt: clock.now.toISOString() })
    const other = await api('catalogue.createService', aService({ name: 'fohnen' }))
    expect(await call('catalogue.archiveService', { id: before.id, archived: false })).toMatchObject({
      code: 'conflict',
      reason: 'serviceTaken',
      params: { name: 'fohnen' },
    })
    await api('catalogue.changeService', { id: other.id, name: 'Blow-dry' })
    await api.run('operations.undo', { id: archived.operation! })
    expect(await api('catalogue.services', {})).toEqual([before, { ...other, name: 'Blow-dry' }])
  })

  it('goes on being done by whoever is named, with a length of their own, and by others no more', async () => {
    const { api, call } = await openApp()
    for (const name of ['Anna', 'Ben', 'Cleo', 'Dora']) await api('staff.create', aStaffMember({ name }))
    const { id } = await api('catalogue.createService', aService({ staffIds: [1, 2, 4] }))
    await api('staff.update', { id: 1, services: [{ serviceId: id, durationMinutes: 30, price: null }] })
    await api('staff.archive', { id: 4 })
    const skills = async () => (await api('staff.list', {})).map(({ services }) => services.map(({ durationMinutes }) => durationMinutes))
    const { operation } = await api.noted('catalogue.changeService', { id, staffIds: [1, 3] })
    expect(await skills()).toEqual([[30], [], [null], [null]])
    expect((await api.noted('catalogue.changeService', { id, staffIds: [3, 1] })).operation).toBeNull()
    expect(await call('catalogue.changeService', { id, staffIds: [99] })).toMatchObject({ reason: 'staffGone' })
    await api.run('operations.undo', { id: operation! })
    expect(await skills()).toEqual([[30], [null], [], [null]])
  })

  it('can come with others, all or none of them', async () => {
    const { api, call } = await openApp()
    expect(await call('catalogue.createServices', { services: [aService(), aService()] })).toMatchObject({ reason: 'serviceTaken' })
    expect(await api('catalogue.services', {})).toEqual([])
    const { value, operation } = await api.noted('catalogue.createServices', { services: [aService(), colouring] })
    expect(value).toEqual([
      { ...plain, id: 1 },
      { ...colouring, id: 2, archivedAt: null },
    ])
    expect(await api('catalogue.services', {})).toEqual(value)
    await api.run('operations.undo', { id: operation! })
    expect(await api('catalogue.services', {})).toEqual([])
  })

  it('has a place in the order', async () => {
    const { api } = await openApp()
    for (const name of ['Cut', 'Wash', 'Dry']) await api('catalogue.createService', aService({ name }))
    const { value, operation } = await api.noted('catalogue.reorderServices', { ids: [3, 2] })
    expect(value.map(({ name }) => name)).toEqual(['Dry', 'Wash', 'Cut'])
    await api.run('operations.undo', { id: operation! })
    expect((await api('catalogue.services', {})).map(({ name }) => name)).toEqual(['Cut', 'Wash', 'Dry'])
  })

  it.each([
    [{ name: '' }, 'required'],
    [{ name: 'x'.repeat(81) }, 'tooLong'],
    [{ durationMinutes: 0 }, 'durationMissing'],
    [{ durationMinutes: 1441 }, 'durationTooLong'],
    [{ durationMinutes: 12.5 }, 'wrongType'],
    [{ processing: { afterMinutes: 30, minutes: 15 } }, 'processingTooLong'],
    [{ processing: { afterMinutes: 0, minutes: 15 } }, 'tooSmall'],
    [{ bufferBeforeMinutes: -5 }, 'tooSmall'],
    [{ bufferAfterMinutes: 241 }, 'tooBig'],
    [{ price: -1 }, 'tooSmall'],
    [{ seats: 0 }, 'tooSmall'],
    [{ staffIds: [99] }, 'staffGone'],
  ])('is not taken with %j: %s', async (over, reason) => {
    const { api, call } = await openApp()
    expect(await call('catalogue.createService', aService(over))).toMatchObject({ ok: false, reason })
    expect(await api('catalogue.services', {})).toEqual([])
  })

  it('does not become shorter than its processing time', async () => {
    const { api, call } = await openApp()
    const { id } = await api('catalogue.createService', colouring)
    expect(await call('catalogue.changeService', { id, durationMinutes: 75 })).toMatchObject({
      reason: 'processingTooLong',
      problems: [{ path: ['processing'], reason: 'processingTooLong' }],
    })
    expect(await api('catalogue.changeService', { id, durationMinutes: 76 })).toMatchObject({ durationMinutes: 76 })
    expect(await call('catalogue.changeService', { id: 9, durationMinutes: 75 })).toMatchObject({ reason: 'serviceGone' })
  })
})
