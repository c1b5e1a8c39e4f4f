import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'

describe('a room or a device', () => {
  it('has a name and a kind, is changed, archived and brought back; each can be taken back', async () => {
    const { api, clock } = await openApp()
    const created = await api.noted('resources.create', { name: 'Room 1', kind: 'Room' })
    const room = { id: 1, name: 'Room 1', kind: 'Room', archivedAt: null }
    expect(created.value).toEqual(room)
    const changed = await api.noted('resources.update', { id: 1, name: 'Sauna' })
    expect(changed.value).toEqual({ ...room, name: 'Sauna' })
    const archived = await api.noted('resources.archive', { id: 1, archived: true })
    expect(archived.value).toEqual({ ...room, name: 'Sauna', archivedAt: clock.now.toISOString() })
    expect(await api('resources.archive', { id: 1, archived: false })).toEqual({ ...room, name: 'Sauna' })
    const back = (await api('operations.list', {}))[0]!
    for (const id of [back.id, archived.operation!, changed.operation!]) await api.run('operations.undo', { id })
    expect(await api('resources.list', {})).toEqual([room])
    await api.run('operations.undo', { id: created.operation! })
    expect(await api('resources.list', {})).toEqual([])
  })

  it('has a name that no other has', async () => {
    const { api, call } = await openApp()
    await api('resources.create', { name: 'Room 1', kind: 'Room' })
    const { id } = await api('resources.create', { name: 'Room 2', kind: 'Room' })
    const taken = { code: 'conflict', reason: 'resourceTaken', params: { name: 'Room 1' } }
    expect(await call('resources.create', { name: 'ROOM 1', kind: 'Chair' })).toMatchObject(taken)
    expect(await call('resources.update', { id, name: 'room 1' })).toMatchObject(taken)
    await api('resources.archive', { id, archived: true })
    await api('resources.update', { id, name: 'Room 1' })
    expect(await call('resources.archive', { id, archived: false })).toMatchObject(taken)
  })

  it.each([
    [{ name: ' ', kind: 'Room' }, 'required'],
    [{ name: 'Room', kind: '' }, 'required'],
    [{ name: 'x'.repeat(61), kind: 'Room' }, 'tooLong'],
  ])('is not taken as %j: %s', async (given, reason) => {
    const { call } = await openApp()
    expect(await call('resources.create', given)).toMatchObject({ reason })
  })

  it('must be there to be changed', async () => {
    const { call } = await openApp()
    expect(await call('resources.update', { id: 3, name: 'Room' })).toMatchObject({ reason: 'resourceGone' })
    expect(await call('resources.archive', { id: 3, archived: true })).toMatchObject({ reason: 'resourceGone' })
  })
})
