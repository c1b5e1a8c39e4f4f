import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

type Filter = NonNullable<Input<'contacts.list'>['conditions']>
type Part = Filter['conditions'][number]
const all = (...conditions: Part[]): Filter => ({ match: 'all', conditions })

const soonBirthday = all({ type: 'birthday', field: 'birthday', is: 'inNext', days: 14 })
const quiet = all({ type: 'date', field: 'lastContact', is: 'moreThanAgo', days: 90 })

const names = async ({ api }: Awaited<ReturnType<typeof openApp>>, conditions: Filter) =>
  (await api('contacts.list', { conditions })).contacts.map(({ name }) => name)

describe('a filter by days', () => {
  it('finds birthdays of the next two weeks, around New Year and without a year', async () => {
    const app = await openApp()
    app.clock.now = new Date('2026-12-24T12:00:00.000Z')
    for (const [givenName, birthday] of [
      ['Today', '1984-12-24'],
      ['Unknown year', '--01-07'],
      ['Yesterday', '--12-23'],
      ['Too late', '1990-01-08'],
    ] as const)
      await app.api('contacts.create', { givenName, birthday })
    await app.api('contacts.create', { givenName: 'No birthday' })
    expect(await names(app, soonBirthday)).toEqual(['Today', 'Unknown year'])
  })

  it('counts from the last contact, or else from the day on which somebody was added', async () => {
    const app = await openApp()
    const called = await app.api('contacts.create', { givenName: 'Called lately' })
    await app.api('contacts.create', { givenName: 'Forgotten' })
    app.clock.now = new Date('2027-03-01T12:00:00.000Z')
    await app.api('activities.create', { contactId: called.id, kind: 'call', body: 'How are you' })
    await app.api('contacts.create', { givenName: 'New' })
    expect(await names(app, quiet)).toEqual(['Forgotten'])
    expect(await names(app, all({ type: 'date', field: 'createdAt', is: 'inLast', days: 7 }))).toEqual(['New'])
  })

  it('means other contacts tomorrow', async () => {
    const app = await openApp()
    await app.api('contacts.create', { givenName: 'Anna', followUpOn: '2026-11-21' })
    const overdue = all({ type: 'date', field: 'followUpOn', is: 'past' })
    expect(await names(app, overdue)).toEqual([])
    app.clock.now = new Date('2026-11-22T12:00:00.000Z')
    expect(await names(app, overdue)).toEqual(['Anna'])
  })

  it.each([
    ['Pacific/Auckland', ['Anna']],
    ['Pacific/Honolulu', []],
  ])('goes by the wall of the shop, wherever the PC is (%s)', async (zone, overdue) => {
    const app = await openApp()
    await app.api('settings.update', { zone })
    await app.api('contacts.create', { givenName: 'Anna', followUpOn: '2026-11-21' })
    expect(await names(app, all({ type: 'date', field: 'followUpOn', is: 'past' }))).toEqual(overdue)
    app.clock.now = new Date('2026-11-22T09:00:00.000Z')
    expect(await names(app, all({ type: 'date', field: 'createdAt', is: 'today' }))).toEqual(['Anna'])
  })
})

describe('a filter by age', () => {
  it('counts full years, and nobody whose year is not known', async () => {
    const app = await openApp()
    app.clock.now = new Date('2027-02-28T12:00:00.000Z')
    for (const [givenName, birthday] of [
      ['Eighteen today', '2009-02-28'],
      ['Nineteen, born on a leap day', '2008-02-29'],
      ['Seventeen', '2009-03-01'],
      ['No year', '--02-28'],
      ['Not born', '2027-03-01'],
    ] as const)
      await app.api('contacts.create', { givenName, birthday })
    const adults = all({ type: 'number', field: 'age', is: 'atLeast', value: 18 })
    expect((await names(app, adults)).sort()).toEqual(['Eighteen today', 'Nineteen, born on a leap day'])
    expect(await names(app, all({ type: 'number', field: 'age', is: 'between', value: 0, to: 17 }))).toEqual(['Seventeen'])
    expect(await names(app, all({ type: 'number', field: 'age', is: 'is', value: 19 }))).toEqual(['Nineteen, born on a leap day'])
  })
})

describe('a filter by links', () => {
  it('finds whoever is something to somebody, as long as those are not in the trash', async () => {
    const app = await openApp()
    const { api } = app
    const salon = await api('contacts.create', { kind: 'company', organization: 'Salon' })
    const anna = await api('contacts.create', { givenName: 'Anna' })
    const berta = await api('contacts.create', { givenName: 'Berta' })
    await api('contacts.create', { givenName: 'Clara' })
    await api('relations.add', { contactId: anna.id, otherId: salon.id, role: 'worksAt' })
    await api('relations.add', { contactId: berta.id, otherId: anna.id, role: 'referredBy' })
    const linked = (...values: string[]) => names(app, all({ type: 'choice', field: 'relations', is: 'anyOf', values }))
    expect(await linked('employs')).toEqual(['Salon'])
    expect(await linked('worksAt', 'referredBy')).toEqual(['Anna', 'Berta'])
    expect(await names(app, all({ type: 'choice', field: 'relations', is: 'empty' }))).toEqual(['Clara'])
    await api('contacts.trash', { ids: [anna.id] })
    expect(await names(app, all({ type: 'choice', field: 'relations', is: 'filled' }))).toEqual([])
  })
})

describe('a filter', () => {
  it('does not mind case, accents and how a number is written', async () => {
    const app = await openApp()
    await app.api('settings.update', { country: 'DE' })
    await app.api('contacts.create', aContact({ familyName: 'Öztürk' }))
    await app.api('contacts.create', aContact({ familyName: 'Hansen', phones: [] }))
    expect(await names(app, all({ type: 'text', field: 'familyName', is: 'begins', value: 'OZT' }))).toEqual(['Anna Öztürk'])
    expect(await names(app, all({ type: 'text', field: 'phone', is: 'contains', value: '+49 176-123' }))).toEqual(['Anna Öztürk'])
    expect(await names(app, all({ type: 'text', field: 'phone', is: 'empty' }))).toEqual(['Anna Hansen'])
  })

  it('is what a bulk action and an export work on', async () => {
    const { api, destination } = await aShopWithFiles()
    for (const familyName of ['Andersen', 'Becker', 'Carlsen']) await api('contacts.create', { familyName, tags: [] })
    const filter = { conditions: all({ type: 'text', field: 'familyName', is: 'contains', value: 'sen' }) }
    expect(await api.run('contacts.tagMany', { selection: { filter }, tag: 'North', action: 'add' })).toEqual({ contacts: 2 })
    const file = destination()
    await api.run('exports.contacts', { out: file.out, selection: { filter }, columns: ['name'], byteOrderMark: false })
    expect(file.read()).toBe('Name\r\nAndersen\r\nCarlsen\r\n')
  })

  it('works together with the text, the kind and the tag', async () => {
    const { api } = await openApp()
    for (const givenName of ['Anna', 'Berta']) await api('contacts.create', aContact({ givenName }))
    const conditions = all({ type: 'text', field: 'email', is: 'filled' })
    expect(await api('contacts.list', { text: 'ber', tag: 'VIP', kind: 'person', conditions })).toMatchObject({ total: 1 })
  })

  it.each<[string, unknown, object]>([
    ['nothing in it', { match: 'all', conditions: [] }, { reason: 'filterEmpty' }],
    [
      'a field that nobody knows',
      all({ ...soonBirthday.conditions[0]!, type: 'text', field: 'shoe' } as never),
      { reason: 'fieldUnknown' },
    ],
    ['no number of days', all({ type: 'birthday', field: 'birthday', is: 'inNext' }), { reason: 'required' }],
    ['a range that is turned', all({ type: 'number', field: 'age', is: 'between', value: 30, to: 20 }), { reason: 'rangeTurned' }],
    ['a telephone without digits', all({ type: 'text', field: 'phone', is: 'is', value: 'abc' }), { reason: 'phoneWithoutDigits' }],
    ['a day that is none', all({ type: 'date', field: 'followUpOn', is: 'on', day: '2026-02-30' }), { reason: 'noSuchDay' }],
    [
      'four levels',
      { match: 'all', conditions: [all(all(all(...soonBirthday.conditions) as never) as never)] },
      { reason: 'filterTooDeep' },
    ],
    [
      'too many conditions',
      { match: 'any', conditions: Array.from({ length: 6 }, () => all(...Array.from({ length: 9 }, () => soonBirthday.conditions[0]!))) },
      { reason: 'filterTooLong' },
    ],
  ])('with %s is refused with the reason', async (_what, conditions, expected) => {
    const { call } = await openApp()
    expect(await call('contacts.list', { conditions })).toMatchObject({ code: 'invalid', ...expected })
  })

  it('of any depth cannot break the door', async () => {
    const { call, bugs } = await openApp()
    let deep: unknown = soonBirthday
    for (let level = 0; level < 500; level++) deep = { match: 'all', conditions: [deep] }
    expect(await call('contacts.list', { conditions: deep })).toMatchObject({ reason: 'filterTooDeep' })
    expect(bugs).toEqual([])
  })
})

describe('a saved filter', () => {
  it('is kept under its name, counted, changed, and taken back', async () => {
    const { api, call } = await openApp()
    await api('contacts.create', aContact({ birthday: '--11-30' }))
    await api('contacts.create', aContact())
    const { value, operation } = await api.noted('segments.create', { name: 'Birthday soon', filter: soonBirthday })
    expect(await api('segments.list', {})).toMatchObject([{ name: 'Birthday soon', filter: soonBirthday, remarks: [] }])
    expect(await api('segments.counts', {})).toEqual([{ id: value.id, contacts: 1 }])
    expect(await call('segments.create', { name: 'birthday SOON', filter: quiet })).toMatchObject({
      reason: 'segmentTaken',
      params: { name: 'Birthday soon' },
    })
    await api('segments.update', { id: value.id, name: 'Quiet', filter: quiet })
    expect(await api('segments.counts', {})).toEqual([{ id: value.id, contacts: 0 }])
    const removed = await api.noted('segments.remove', { id: value.id })
    expect(await api('segments.list', {})).toEqual([])
    await api.run('operations.undo', { id: removed.operation! })
    expect(await api('segments.list', {})).toMatchObject([{ id: value.id, name: 'Quiet' }])
    expect(await call('operations.undo', { id: operation! })).toMatchObject({ ok: true })
  })

  it('is not kept where the shop has no such field, tag or choice', async () => {
    const { api, call } = await openApp()
    const { id } = await api('fields.create', { name: 'Hair', type: 'choice', options: [{ id: 1, label: 'Fine' }] })
    const field = `custom.${id}` as const
    const save = (part: Part) => call('segments.create', { name: 'X', filter: all(part) })
    expect(await save({ type: 'text', field: 'custom.77', is: 'filled' })).toMatchObject({ reason: 'fieldGone' })
    expect(await save({ type: 'number', field, is: 'filled' })).toMatchObject({ reason: 'wrongType' })
    expect(await save({ type: 'choice', field, is: 'anyOf', values: [4] })).toMatchObject({
      problems: [{ path: ['conditions', 0, 'values'], reason: 'choiceUnknown', params: { name: 'Hair', value: '4' } }],
    })
    expect(await save({ type: 'tags', field: 'tags', is: 'has', tags: [5] })).toMatchObject({ reason: 'tagGone' })
  })

  it('goes on working, and says so, when its field is archived or nobody has its tag any more', async () => {
    const { api } = await openApp()
    const { id } = await api('fields.create', { name: 'Nickname', type: 'text' })
    const anna = await api('contacts.create', aContact({ custom: { [id]: 'Änni' } }))
    const [tag] = await api('tags.list', {})
    const filter: Filter = {
      match: 'any',
      conditions: [
        { type: 'text', field: `custom.${id}`, is: 'is', value: 'anni' },
        { type: 'tags', field: 'tags', is: 'has', tags: [tag!.id] },
      ],
    }
    await api('segments.create', { name: 'Annas', filter })
    await api('fields.archive', { id, archived: true })
    await api('contacts.update', { id: anna.id, tags: [] })
    expect(await api('segments.list', {})).toMatchObject([
      {
        remarks: [
          { reason: 'fieldArchived', name: 'Nickname' },
          { reason: 'tagUnused', name: 'VIP' },
        ],
      },
    ])
    expect(await api('segments.counts', {})).toMatchObject([{ contacts: 1 }])
  })
})
