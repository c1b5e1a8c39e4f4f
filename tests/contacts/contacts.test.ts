import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name)

describe('a contact', () => {
  it('keeps what was typed, and knows the number in its international form', async () => {
    const { api, bugs } = await openApp()
    const { id } = await api('contacts.create', aContact())
    expect(await api('contacts.get', { id })).toEqual({
      id,
      kind: 'person',
      namePrefix: '',
      givenName: 'Anna',
      additionalName: '',
      familyName: 'Petersen',
      nameSuffix: '',
      organization: '',
      phones: [{ label: 'mobile', number: '0176 123 45 67', e164: '+491761234567' }],
      emails: [{ label: 'home', address: 'anna@example.com' }],
      addresses: [{ label: 'home', street: 'Große Elbstraße 5', postalCode: '22767', locality: 'Hamburg', region: '', country: 'DE' }],
      birthday: null,
      language: '',
      note: '',
      source: '',
      tags: ['VIP'],
      alerts: [],
      consents: {},
      preferredChannel: null,
      followUpOn: null,
      blockedAt: null,
      custom: {},
      createdAt: '2026-11-21T12:00:00.000Z',
      changedAt: '2026-11-21T12:00:00.000Z',
      trashedAt: null,
    })
    expect(bugs).toEqual([])
  })

  it('changes only in what is given', async () => {
    const { api, clock } = await openApp()
    const before = await api('contacts.create', aContact())
    clock.now = new Date('2026-11-22T09:00:00.000Z')
    const after = await api('contacts.update', { id: before.id, birthday: '--02-29', tags: ['vip', 'Family'] })
    expect(after).toEqual({ ...before, birthday: '--02-29', tags: ['Family', 'VIP'], changedAt: '2026-11-22T09:00:00.000Z' })
  })

  it.each([
    ['no name at all', { givenName: ' ', familyName: '', phones: [], emails: [] }, { reason: 'nameMissing' }],
    ['a day that does not exist', { birthday: '1999-02-29' }, { reason: 'noSuchDay', problems: [{ path: ['birthday'] }] }],
    [
      'an e-mail without @',
      { emails: [{ label: '', address: 'anna' }] },
      { reason: 'emailInvalid', problems: [{ path: ['emails', 0, 'address'] }] },
    ],
    ['an e-mail with a comma', { emails: [{ label: '', address: 'aenne@web,de' }] }, { reason: 'emailInvalid' }],
    ['an e-mail without a dot', { emails: [{ label: '', address: 'mona@vogel' }] }, { reason: 'emailInvalid' }],
    ['a field nobody knows', { shoeSize: 38 } as object, { reason: 'unknownField', params: { name: 'shoeSize' } }],
    ['a name of 200 letters', { givenName: 'a'.repeat(200) }, { reason: 'tooLong', params: { maximum: 100 } }],
    ['wrong types', { givenName: 7 } as object, { reason: 'wrongType', problems: [{ path: ['givenName'] }] }],
  ])('is refused with %s', async (_what, fields, failure) => {
    const { call, api } = await openApp()
    expect(await call('contacts.create', aContact(fields))).toMatchObject({ ok: false, code: 'invalid', ...failure })
    expect(await api('contacts.list', {})).toEqual({ total: 0, contacts: [] })
    expect(await api('operations.list', {})).toEqual([])
  })

  it('leaves the list for the trash, and comes back', async () => {
    const { api } = await openApp()
    const { id } = await api('contacts.create', aContact())
    await api('contacts.trash', { ids: [id] })
    expect(await api('contacts.list', {})).toMatchObject({ total: 0 })
    expect(await api('contacts.search', { text: 'anna' })).toEqual([])
    expect(await api('contacts.list', { trashed: true })).toMatchObject({ total: 1, contacts: [{ id, name: 'Anna Petersen' }] })
    expect(await api('contacts.list', { trashed: true, text: 'pet' })).toMatchObject({ total: 1 })
    await api('contacts.restore', { ids: [id] })
    expect(await api('contacts.list', {})).toMatchObject({ total: 1, contacts: [{ id }] })
    expect(names(await api('contacts.search', { text: 'anna' }))).toEqual(['Anna Petersen'])
  })
})

describe('the list', () => {
  async function shop() {
    const app = await openApp()
    for (const [givenName, familyName, organization, tags] of [
      ['Çiğdem', 'Aksoy', '', ['Regular']],
      ['Björn', 'Ahlgren', 'Zimmerei Ahlgren', []],
      ['Ruth', 'Weiß', '', ['VIP', 'Family']],
      ['', '', 'Hansen Tischlerei GmbH', []],
    ] as const) {
      app.clock.now = new Date(app.clock.now.getTime() + 60_000)
      const kind = givenName ? 'person' : 'company'
      await app.api('contacts.create', aContact({ kind, givenName, familyName, organization, tags: [...tags], phones: [], emails: [] }))
    }
    return app
  }

  it.each([
    [{}, ['Björn Ahlgren', 'Çiğdem Aksoy', 'Hansen Tischlerei GmbH', 'Ruth Weiß']],
    [{ descending: true }, ['Ruth Weiß', 'Hansen Tischlerei GmbH', 'Çiğdem Aksoy', 'Björn Ahlgren']],
    [{ sort: 'organization' }, ['Hansen Tischlerei GmbH', 'Björn Ahlgren', 'Çiğdem Aksoy', 'Ruth Weiß']],
    [{ sort: 'created', descending: true }, ['Hansen Tischlerei GmbH', 'Ruth Weiß', 'Björn Ahlgren', 'Çiğdem Aksoy']],
    [{ sort: 'changed' }, ['Çiğdem Aksoy', 'Björn Ahlgren', 'Ruth Weiß', 'Hansen Tischlerei GmbH']],
    [{ kind: 'company' }, ['Hansen Tischlerei GmbH']],
    [{ tag: 'vip' }, ['Ruth Weiß']],
    [{ text: 'weiss' }, ['Ruth Weiß']],
    [{ text: 'hamb', kind: 'person' }, ['Björn Ahlgren', 'Çiğdem Aksoy', 'Ruth Weiß']],
    [{ offset: 2, limit: 1 }, ['Hansen Tischlerei GmbH']],
  ] as const)('shows %o in order', async (wanted, shown) => {
    const { api } = await shop()
    expect(names((await api('contacts.list', wanted)).contacts)).toEqual(shown)
  })

  it('is right again after every change', async () => {
    const { api } = await shop()
    const family = { tag: 'Family' } as const
    expect((await api('contacts.list', family)).total).toBe(1)
    await api('contacts.create', aContact({ tags: ['Family'] }))
    expect((await api('contacts.list', family)).total).toBe(2)
  })

  it('counts the contacts of each tag', async () => {
    const { api } = await shop()
    await api('contacts.create', aContact())
    expect((await api('contacts.tags', {})).map(({ name, contacts }) => [name, contacts])).toEqual([
      ['VIP', 2],
      ['Family', 1],
      ['Regular', 1],
    ])
  })
})

describe('search', () => {
  it.each([
    ['petr oz', 'accents and order do not matter'],
    ['oztur', 'the first letters of the family name'],
    ['ÖZTÜRK petra', 'case does not matter'],
    ['mun 0176', 'town and phone'],
    ['petra mun 0176', 'several words, any field'],
    ['0176 99', 'a phone number in groups'],
    ['+49 176 99', 'a phone number with its country'],
    ['0049 (176) 9911', 'a phone number as others write it'],
    ['4321', 'the last four digits'],
    ['petra.oz@exa', 'an e-mail address'],
    ['stamm', 'a tag'],
    ['stamm petra', 'a tag and a name'],
    ['werk', 'the company'],
    ['80331', 'the postcode'],
    ['oeztuerk', 'umlauts spelled out'],
    ['muenchen petra', 'a town with its umlaut spelled out'],
  ])('finds her by %s: %s', async text => {
    const { api } = await openApp()
    await api('contacts.create', aContact())
    await api('contacts.create', {
      givenName: 'Petra',
      familyName: 'Öztürk',
      organization: 'Werkstatt Süd',
      phones: [{ label: 'mobile', number: '+49 176 99114321' }],
      emails: [{ label: 'home', address: 'Petra.Oz@example.com' }],
      addresses: [{ label: 'home', locality: 'München', postalCode: '80331' }],
      tags: ['Stammkundin'],
    })
    const { id } = await api('contacts.create', aContact({ givenName: 'Trash', familyName: 'Öztürk', tags: ['Stammkundin'] }))
    await api('contacts.trash', { ids: [id] })
    expect(names(await api('contacts.search', { text }))).toEqual(['Petra Öztürk'])
    expect(names((await api('contacts.list', { text })).contacts)).toEqual(['Petra Öztürk'])
  })

  it.each(['', '   ', '"*', 'AND', '(', '%', 'nobody'])('finds nobody by %j, and does not mind', async text => {
    const { api, bugs } = await openApp()
    await api('contacts.create', aContact())
    expect(await api('contacts.search', { text })).toEqual([])
    expect(bugs).toEqual([])
  })

  it('puts those first whose name begins with what was typed, then those of such a company', async () => {
    const { api } = await openApp()
    await api('contacts.create', aContact({ givenName: 'Ada', organization: 'Anna Nails' }))
    await api('contacts.create', aContact({ givenName: 'Zoe', emails: [{ label: '', address: 'anna@zoe.example' }] }))
    await api('contacts.create', aContact({ givenName: 'Anna' }))
    expect(names(await api('contacts.search', { text: 'anna' }))).toEqual(['Anna Petersen', 'Ada Petersen', 'Zoe Petersen'])
  })
})
