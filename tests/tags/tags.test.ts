import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

async function shop() {
  const app = await openApp()
  for (const tags of [['VIP', 'Regular'], ['Regular'], ['Stammkundin']]) await app.api('contacts.create', aContact({ tags }))
  const ids = Object.fromEntries((await app.api('tags.list', {})).map(({ id, name }) => [name, id]))
  const counts = async () => Object.fromEntries((await app.api('contacts.tags', {})).map(({ name, contacts }) => [name, contacts]))
  const taggedAs = async () => (await app.api('contacts.list', { sort: 'created' })).contacts.map(({ tags }) => tags)
  return { ...app, ids, counts, taggedAs, undo: (id: number | null) => app.api.run('operations.undo', { id: id! }) }
}

describe('a tag', () => {
  it('has a colour and another name for everybody, until that is taken back', async () => {
    const { api, ids, counts, undo } = await shop()
    const { operation } = await api.noted('tags.update', { id: ids.VIP!, name: 'Stars', colour: 'amber' })
    expect(await api('tags.list', {})).toContainEqual({ id: ids.VIP, name: 'Stars', colour: 'amber' })
    expect(await api('contacts.search', { text: 'stars' })).toHaveLength(1)
    expect(await counts()).toEqual({ Regular: 2, Stars: 1, Stammkundin: 1 })
    await undo(operation)
    expect(await api('tags.list', {})).toContainEqual({ id: ids.VIP, name: 'VIP', colour: null })
  })

  it('takes no name that another one has, whatever its case, but its own', async () => {
    const { api, call, ids } = await shop()
    expect(await call('tags.update', { id: ids.VIP, name: 'regular' })).toMatchObject({
      code: 'conflict',
      reason: 'tagTaken',
      params: { name: 'Regular' },
    })
    expect(await api('tags.update', { id: ids.VIP!, name: 'Vip' })).toMatchObject({ name: 'Vip' })
    expect(await call('tags.update', { id: 99, name: 'x' })).toMatchObject({ reason: 'tagGone' })
  })

  it('becomes one with another, and two again', async () => {
    const { api, ids, counts, undo } = await shop()
    const { value, operation } = await api.noted('tags.merge', { id: ids.Stammkundin!, into: ids.Regular! })
    expect(value).toEqual({ contacts: 1 })
    expect(await counts()).toEqual({ Regular: 3, VIP: 1 })
    await undo(operation)
    expect(await counts()).toEqual({ Regular: 2, Stammkundin: 1, VIP: 1 })
  })

  it('is nobody’s any more when it is removed, and comes back', async () => {
    const { api, ids, taggedAs, undo } = await shop()
    const { operation } = await api.noted('tags.remove', { id: ids.Regular! })
    expect(await taggedAs()).toEqual([['VIP'], [], ['Stammkundin']])
    await undo(operation)
    expect(await taggedAs()).toEqual([['Regular', 'VIP'], ['Regular'], ['Stammkundin']])
  })
})
