import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder, workerFile } from '../support/folder.ts'
import { anna, withOneTwice } from './shop.ts'

const aShop = async (options: Parameters<typeof openApp>[0] = {}) => withOneTwice(await openApp(options))

const idsOf = ({ groups }: { groups: readonly { contacts: readonly { id: number }[] }[] }) =>
  groups.map(({ contacts }) => contacts.map(({ id }) => id))

describe('a scan', () => {
  it('finds who was written down twice, and says why', async () => {
    const { api, first, second } = await aShop()
    expect(await api.run('duplicates.scan', {})).toMatchObject({ contacts: 42, groups: 1 })
    const { total, groups } = await api('duplicates.groups', {})
    expect(total).toBe(1)
    expect(idsOf({ groups })).toEqual([[first, second]])
    expect(groups[0]!.pairs).toMatchObject([{ a: first, b: second }])
    const reasons = groups[0]!.pairs[0]!.reasons.map(({ reason }) => reason)
    expect(reasons).toEqual(expect.arrayContaining(['similarGivenName', 'sameFamilyName', 'samePhone', 'sameBirthday']))
  })

  it('runs on its worker, and leaves no trace in the history', async () => {
    const { api, bugs } = await aShop({ dataFolder: aFolder(), workerFile })
    const before = await api('operations.list', {})
    expect(await api.run('duplicates.scan', {})).toMatchObject({ groups: 1 })
    expect(await api('operations.list', {})).toEqual(before)
    expect(bugs).toEqual([])
  })

  it('leaves out whoever is in the trash', async () => {
    const { api, second } = await aShop()
    await api('contacts.trash', { ids: [second] })
    expect(await api.run('duplicates.scan', {})).toMatchObject({ groups: 0 })
  })

  it('does not take a family, twins, a firm and its people, or the users of one mailbox for one person', async () => {
    const { api } = await aShop()
    const home = { phones: [{ label: 'home', number: '040 123456' }], emails: [], tags: [] }
    for (const givenName of ['Bernd', 'Clara', 'Emre'])
      await api('contacts.create', aContact({ ...home, givenName, familyName: 'Featherstonehaugh' }))
    for (const givenName of ['Lisa', 'Paul'])
      await api('contacts.create', aContact({ ...home, givenName, familyName: 'Zwillich', birthday: '2010-03-04' }))
    const firm = {
      organization: 'Bäckerei Wiesenburg GmbH',
      emails: [{ label: 'work', address: 'info@wiesenburg.example' }],
      phones: [],
      addresses: [],
      tags: [],
    }
    await api('contacts.create', { ...firm, kind: 'company' })
    await api('contacts.create', { ...firm, givenName: 'Ruth', familyName: 'Amsel' })
    await api('contacts.create', { ...firm, givenName: 'Jonas', familyName: 'Brandt' })
    expect(await api.run('duplicates.scan', {})).toMatchObject({ groups: 1 })
  })

  it('finds the same again, and only that, when it is run again', async () => {
    const { api } = await aShop()
    await api.run('duplicates.scan', {})
    const once = await api('duplicates.groups', {})
    await api.run('duplicates.scan', {})
    const twice = await api('duplicates.groups', {})
    expect(twice.groups.map(({ id: _id, ...group }) => group)).toEqual(once.groups.map(({ id: _id, ...group }) => group))
    expect(twice.total).toBe(1)
  })

  it('leaves what the one before has found, when it is cancelled', async () => {
    const { api, bugs } = await withOneTwice(await openApp({ dataFolder: aFolder(), workerFile }))
    await api.run('duplicates.scan', {})
    const [groups, state] = [await api('duplicates.groups', {}), await api('duplicates.state', {})]
    await api.run('demo.fill', { contacts: 3000 })
    const stop = new AbortController()
    const scanning = api.run('duplicates.scan', {}, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(scanning).rejects.toMatchObject({ code: 'cancelled' })
    expect(await api('duplicates.groups', {})).toEqual(groups)
    expect(await api('duplicates.state', {})).toEqual(state)
    expect(bugs).toEqual([])
  })

  it('stays bounded where hundreds say the very same', async () => {
    const { api } = await openApp()
    for (let index = 0; index < 120; index++) await api('contacts.create', anna)
    expect(await api.run('duplicates.scan', {})).toMatchObject({ contacts: 120, groups: 1 })
    const { groups } = await api('duplicates.groups', {})
    expect(groups[0]).toMatchObject({ size: 120 })
    expect(groups[0]!.contacts).toHaveLength(50)
  })
})

describe('suggested groups', () => {
  it('vanish when one of the two goes to the trash, and come back with it', async () => {
    const { api, second } = await aShop()
    await api.run('duplicates.scan', {})
    await api('contacts.trash', { ids: [second] })
    expect(await api('duplicates.groups', {})).toEqual({ total: 0, groups: [] })
    await api('contacts.restore', { ids: [second] })
    expect(await api('duplicates.groups', {})).toMatchObject({ total: 1 })
  })

  it('vanish when a contact turns out to be somebody else, and stay when its note changes', async () => {
    const { api, clock, first, second } = await aShop()
    await api.run('duplicates.scan', {})
    clock.now = new Date('2026-11-22T12:00:00.000Z')
    await api('contacts.update', { id: first, note: 'Likes tea.' })
    expect(idsOf(await api('duplicates.groups', {}))).toEqual([[first, second]])
    await api('contacts.update', { id: first, givenName: 'Bernd', familyName: 'Schuster', birthday: '1950-01-02', phones: [] })
    expect(await api('duplicates.groups', {})).toEqual({ total: 0, groups: [] })
  })

  it('can be asked for by whether they are certain', async () => {
    const { api } = await aShop()
    await api.run('duplicates.scan', {})
    const [certain, doubtful] = [await api('duplicates.groups', { certain: true }), await api('duplicates.groups', { certain: false })]
    expect(certain.total + doubtful.total).toBe(1)
    expect(await api('duplicates.state', {})).toMatchObject({ groups: 1, certain: certain.total })
  })
})

describe('"not the same"', () => {
  it('is remembered across scans, and can be taken back', async () => {
    const { api, first, second } = await aShop()
    await api.run('duplicates.scan', {})
    const { operation, value } = await api.noted('duplicates.dismiss', { ids: [second, first] })
    expect(value).toEqual({ pairs: 1 })
    expect(await api('duplicates.groups', {})).toEqual({ total: 0, groups: [] })
    await api.run('duplicates.scan', {})
    expect(await api('duplicates.groups', {})).toEqual({ total: 0, groups: [] })
    expect((await api('operations.list', {}))[0]!.summary).toEqual({
      text: 'duplicatesDismissed',
      params: { name: 'Anna Petersen', count: 1 },
    })
    await api.run('operations.undo', { id: operation! })
    expect(await api('duplicates.groups', {})).toMatchObject({ total: 1 })
  })

  it('leaves the others of a group together', async () => {
    const { api, first, second } = await aShop()
    const third = await api('contacts.create', anna)
    await api.run('duplicates.scan', {})
    expect(idsOf(await api('duplicates.groups', {}))).toEqual([[first, second, third.id]])
    await api('duplicates.dismiss', { ids: [second, first] })
    const [left] = idsOf(await api('duplicates.groups', {}))
    expect(left).toHaveLength(2)
    expect(left).toContain(third.id)
  })
})

describe('the state', () => {
  it('says when the last scan was, and how many contacts changed since', async () => {
    const { api, clock, first } = await aShop()
    expect(await api('duplicates.state', {})).toEqual({ scannedAt: null, contacts: 0, groups: 0, certain: 0, changedSince: 0 })
    await api.run('duplicates.scan', {})
    expect(await api('duplicates.state', {})).toMatchObject({
      scannedAt: clock.now.toISOString(),
      contacts: 42,
      groups: 1,
      changedSince: 0,
    })
    clock.now = new Date('2026-11-22T12:00:00.000Z')
    await api('contacts.update', { id: first, note: 'Likes tea.' })
    expect(await api('duplicates.state', {})).toMatchObject({ changedSince: 1 })
  })
})

describe('while a contact is typed', () => {
  it('shows who it may be, but not the contact itself', async () => {
    const { api, first, second } = await aShop()
    const typed = { givenName: 'Anna', familyName: 'Petersen', phones: [{ label: '', number: '+49 176 1234567' }] }
    const found = await api('duplicates.check', typed)
    expect(found.map(({ contact }) => contact.id).sort()).toEqual([first, second].sort())
    expect(found[0]!.contact.id).toBe(first)
    expect(found[0]!.reasons.map(({ reason }) => reason)).toEqual(['sameName', 'samePhone'])
    expect((await api('duplicates.check', { ...typed, id: first })).map(({ contact }) => contact.id)).toEqual([second])
  })

  it.each([
    ['a slip', { givenName: 'Anna', familyName: 'Petresen' }],
    ['the names the other way round', { givenName: 'Petersen', familyName: 'Anna' }],
    ['a number without its country', { familyName: 'Petersen', phones: [{ label: '', number: '176 1234567' }] }],
    ['a name that is short for two words', { givenName: 'Jean', familyName: 'Petersen', phones: [{ label: '', number: '0176 1234567' }] }],
    ['an e-mail only', { emails: [{ label: '', address: 'ANNA@example.com' }] }],
  ])('forgives %s', async (_what, typed) => {
    const { api, first } = await aShop()
    const birthday = 'givenName' in typed ? { birthday: '1984-05-14' } : {}
    expect((await api('duplicates.check', { ...typed, ...birthday })).map(({ contact }) => contact.id)).toContain(first)
  })

  it('says nothing about nobody', async () => {
    const { api } = await aShop()
    expect(await api('duplicates.check', {})).toEqual([])
    expect(await api('duplicates.check', { givenName: 'Zoe', familyName: 'Unbekannt' })).toEqual([])
  })
})
