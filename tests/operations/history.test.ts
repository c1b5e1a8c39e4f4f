import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

const texts = (operations: readonly { summary: unknown; undoneBy: number | null }[]) => operations.map(({ summary }) => summary)

describe('the history', () => {
  it('says what happened, newest first', async () => {
    const { api } = await openApp()
    const { id } = await api('contacts.create', aContact())
    await api('contacts.update', { id, note: 'Likes tea.' })
    await api('contacts.trash', { ids: [id] })
    expect(texts(await api('operations.list', {}))).toEqual([
      { text: 'contactsTrashed', params: { count: 1, name: 'Anna Petersen' } },
      { text: 'contactUpdated', params: { name: 'Anna Petersen' } },
      { text: 'contactCreated', params: { name: 'Anna Petersen' } },
    ])
  })

  it('keeps no trace of a change that changed nothing', async () => {
    const { api } = await openApp()
    const { id } = await api('contacts.create', aContact())
    await api('contacts.update', { id, givenName: 'Anna', tags: ['VIP'] })
    expect(await api('operations.list', {})).toHaveLength(1)
  })
})

describe('undo', () => {
  it('puts a contact back as it was, tags and search included', async () => {
    const { api } = await openApp()
    const before = await api('contacts.create', aContact())
    await api('contacts.update', { id: before.id, familyName: 'Lindner', tags: ['Family'], phones: [] })
    const [latest] = await api('operations.list', {})
    await api.run('operations.undo', { id: latest!.id })
    expect(await api('contacts.get', { id: before.id })).toEqual(before)
    expect(await api('contacts.search', { text: 'lindner' })).toEqual([])
    expect(await api('contacts.search', { text: 'peters 4567' })).toHaveLength(1)
  })

  it('can be undone itself, again and again', async () => {
    const { api } = await openApp()
    const made = await api('contacts.create', aContact())
    const [creation] = await api('operations.list', {})
    for (let round = 0; round < 3; round++) {
      await api.run('operations.undo', { id: round === 0 ? creation!.id : (await api('operations.list', {}))[0]!.id })
      expect(await api('contacts.list', {})).toMatchObject({ total: 0 })
      await api.run('operations.undo', { id: (await api('operations.list', {}))[0]!.id })
      expect(await api('contacts.get', { id: made.id })).toEqual(made)
    }
    expect(texts(await api('operations.list', {})).slice(0, 2)).toEqual([
      { text: 'redone', params: { text: 'contactCreated', name: 'Anna Petersen' } },
      { text: 'undone', params: { text: 'contactCreated', name: 'Anna Petersen' } },
    ])
  })

  it('of an undo brings a contact back, whoever came meanwhile', async () => {
    const { api } = await openApp()
    const anna = await api('contacts.create', aContact())
    await api.run('operations.undo', { id: (await api('operations.list', {}))[0]!.id })
    const [undone] = await api('operations.list', {})
    const ruth = await api('contacts.create', aContact({ givenName: 'Ruth', tags: ['Family'] }))
    await api.run('operations.undo', { id: undone!.id })
    expect([await api('contacts.get', { id: anna.id }), await api('contacts.get', { id: ruth.id })]).toEqual([anna, ruth])
  })

  it('refuses where something later builds on it, says what, and works once that is taken back', async () => {
    const { api } = await openApp()
    const made = await api('contacts.create', aContact())
    await api('contacts.update', { id: made.id, note: 'Likes tea.' })
    const [update, creation] = await api('operations.list', {})
    await expect(api.run('operations.undo', { id: creation!.id })).rejects.toMatchObject({
      failure: { code: 'conflict', reason: 'undoBlocked', params: { later: 'Changed Anna Petersen' } },
    })
    await api.run('operations.undo', { id: update!.id })
    await api.run('operations.undo', { id: creation!.id })
    expect(await api('contacts.list', {})).toMatchObject({ total: 0 })
  })

  it('refuses to take the shop its name', async () => {
    const { api } = await openApp()
    const { operation } = await api.noted('settings.update', { businessName: 'Salon Marlene' })
    await expect(api.run('operations.undo', { id: operation! })).rejects.toMatchObject({ failure: { reason: 'operationFinal' } })
    const renamed = await api.noted('settings.update', { businessName: 'Salon Ruth' })
    await api.run('operations.undo', { id: renamed.operation! })
    expect((await api('settings.get', {})).businessName).toBe('Salon Marlene')
  })

  it('refuses what has been taken back already', async () => {
    const { api } = await openApp()
    await api('contacts.create', aContact())
    const [creation] = await api('operations.list', {})
    await api.run('operations.undo', { id: creation!.id })
    await expect(api.run('operations.undo', { id: creation!.id })).rejects.toMatchObject({ failure: { reason: 'operationUndone' } })
    await expect(api.run('operations.undo', { id: 999 })).rejects.toMatchObject({ failure: { reason: 'operationGone' } })
  })

  it('takes a bulk change back as one', async () => {
    const { api, bugs } = await openApp()
    for (let index = 0; index < 30; index++) await api('contacts.create', aContact({ familyName: `Petersen ${index}`, tags: [] }))
    const selection = { filter: { text: 'petersen' } }
    expect(await api.run('contacts.tagMany', { selection, tag: 'Winter', action: 'add' })).toEqual({ contacts: 30 })
    expect(await api.run('contacts.trashMany', { selection: { filter: { tag: 'winter' } } })).toEqual({ contacts: 30 })
    expect(await api('contacts.list', {})).toMatchObject({ total: 0 })
    const [trashing, tagging] = await api('operations.list', {})
    await api.run('operations.undo', { id: trashing!.id })
    expect(await api('contacts.list', { tag: 'Winter' })).toMatchObject({ total: 30 })
    await api.run('operations.undo', { id: tagging!.id })
    expect(await api('contacts.list', { tag: 'Winter' })).toMatchObject({ total: 0 })
    expect(bugs).toEqual([])
  })
})
