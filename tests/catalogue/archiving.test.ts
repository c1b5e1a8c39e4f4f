import { describe, expect, it } from 'vitest'
import { openSalon } from '../support/salon.ts'

describe('what visits to come take', () => {
  it('is archived only by who knows of them: a service', async () => {
    const { api, call, ids, aVisit, another } = await openSalon()
    await api('appointments.book', aVisit({ repeat: { rule: 'FREQ=WEEKLY;COUNT=3' } }))
    const { id } = await api('appointments.book', aVisit({ start: '2026-11-26T10:00', contactId: await another('Tom') }))
    await api('appointments.cancel', { id })
    expect(await call('catalogue.archiveService', { id: ids.cut, archived: true })).toMatchObject({
      ...{ code: 'conflict', reason: 'serviceHasVisits', params: { name: 'Cut', count: 3 } },
    })
    expect(await api('catalogue.archiveService', { id: ids.cut, archived: true, anyway: true })).toMatchObject({ name: 'Cut' })
    expect(await api('appointments.between', { from: '2026-11-24', to: '2027-01-01' })).toHaveLength(3)
  })

  it('is archived only by who knows of them: a room', async () => {
    const { api, call, ids, clock } = await openSalon()
    const { id } = await api('resources.create', { name: 'Room 1', kind: 'Room' })
    const services = [ids.cut, ids.colour].map(serviceId => ({ serviceId, staffId: ids.jana, resourceId: id }))
    await api('appointments.book', { contactId: ids.anna, start: '2026-11-24T10:00', services })
    expect(await call('resources.archive', { id, archived: true })).toMatchObject({
      ...{ reason: 'resourceHasVisits', params: { name: 'Room 1', count: 1 } },
    })
    clock.now = new Date('2026-11-25T08:00:00.000Z')
    expect(await call('resources.archive', { id, archived: true })).toMatchObject({ ok: true })
  })
})
