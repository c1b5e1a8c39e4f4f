import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { withOneTwice } from './shop.ts'

const copy = aContact({
  givenName: 'Wilhelmine',
  familyName: 'Featherstonehaugh',
  birthday: '1971-08-09',
  phones: [{ label: '', number: '040 7654321' }],
})

async function withCertain() {
  const app = await withOneTwice(await openApp())
  const ids = [(await app.api('contacts.create', copy)).id, (await app.api('contacts.create', copy)).id]
  await app.api.run('duplicates.scan', {})
  return { ...app, ids }
}

const everyone = async (api: Awaited<ReturnType<typeof openApp>>['api']) => (await api('contacts.list', { limit: 100 })).contacts

describe('merging all that is certain', () => {
  it('makes one of each certain group and leaves the merely likely ones to a person', async () => {
    const { api, ids, first, second } = await withCertain()
    expect(await api.run('duplicates.mergeCertain', {})).toEqual({ groups: 1, contacts: 2 })
    const left = (await everyone(api)).map(({ id }) => id)
    expect(left).toContain(ids[0])
    expect(left).not.toContain(ids[1])
    expect(left).toEqual(expect.arrayContaining([first, second]))
    expect((await api('duplicates.groups', { certain: true })).total).toBe(0)
  })

  it('is one change, so one Undo parts them all', async () => {
    const { api } = await withCertain()
    const before = await everyone(api)
    const { operation } = await api.noted('duplicates.mergeCertain', {})
    expect((await api('operations.list', { limit: 1 }))[0]!.summary).toEqual({
      text: 'certainDuplicatesMerged',
      params: { count: 1, contacts: 2 },
    })
    await api.run('operations.undo', { id: operation! })
    expect(await everyone(api)).toEqual(before)
  })

  it('changes nothing where nothing is certain', async () => {
    const { api } = await withOneTwice(await openApp())
    expect(await api.run('duplicates.mergeCertain', {})).toEqual({ groups: 0, contacts: 0 })
  })
})

describe('a group', () => {
  it('vanishes when its contacts are merged, and stays away when they are taken apart, until that is taken back', async () => {
    const { api, first, second } = await withCertain()
    await api('contacts.merge', { survivorId: first, loserIds: [second] })
    const ids = async () => (await api('duplicates.groups', {})).groups.flatMap(({ contacts }) => contacts.map(({ id }) => id))
    expect(await ids()).not.toContain(first)
    const { operation } = await api.noted('contacts.unmerge', { id: second })
    await api.run('duplicates.scan', {})
    expect(await ids()).not.toContain(first)
    await api.run('operations.undo', { id: operation! })
    await api.run('operations.undo', { id: (await api('operations.list', {})).find(({ call }) => call === 'contacts.merge')!.id })
    await api.run('duplicates.scan', {})
    expect(await ids()).toEqual(expect.arrayContaining([first, second]))
  })
})
