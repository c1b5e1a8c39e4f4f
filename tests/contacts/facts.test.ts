import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '../../electron/db/open.ts'
import { migrations } from '../../electron/db/migrations/index.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'

const facts = {
  alerts: [
    { kind: 'allergy', text: 'ammonia' },
    { kind: 'noCalls', text: '' },
  ],
  consents: {
    email: { state: 'given', on: '2026-05-01', source: 'Client form' },
    phone: { state: 'refused', on: null, source: '' },
  },
  preferredChannel: 'message',
  followUpOn: '2026-12-01',
} as const

describe('what a shop has to mind about a contact', () => {
  it('is kept, shown where the contact is picked, and taken back', async () => {
    const { api } = await openApp()
    const { id } = await api('contacts.create', aContact())
    const { operation } = await api.noted('contacts.update', { id, ...facts, alerts: [...facts.alerts] })
    expect(await api('contacts.get', { id })).toMatchObject(facts)
    expect(await api('contacts.search', { text: 'anna' })).toMatchObject([{ alerts: facts.alerts, followUpOn: '2026-12-01' }])
    await api.run('operations.undo', { id: operation! })
    expect(await api('contacts.get', { id })).toMatchObject({ alerts: [], consents: {}, preferredChannel: null, followUpOn: null })
  })

  it.each([
    ['an allergy to nothing', { alerts: [{ kind: 'allergy', text: ' ' }] }, { path: ['alerts', 0, 'text'], reason: 'alertEmpty' }],
    ['a day that does not exist', { followUpOn: '2026-02-30' }, { path: ['followUpOn'], reason: 'noSuchDay' }],
    [
      'a consent on no day',
      { consents: { post: { state: 'given', on: 'today' } } },
      { path: ['consents', 'post', 'on'], reason: 'noSuchDay' },
    ],
    ['a channel nobody knows', { consents: { fax: { state: 'given' } } }, { path: ['consents', 'fax'], reason: 'unknownField' }],
  ])('is refused with %s', async (_what, fields, problem) => {
    const { call } = await openApp()
    expect(await call('contacts.create', { ...aContact(), ...fields })).toMatchObject({ ok: false, code: 'invalid', problems: [problem] })
  })

  it('can be that they are blocked, since when, and no longer', async () => {
    const { api } = await openApp()
    const { id } = await api('contacts.create', aContact())
    expect(await api('contacts.block', { ids: [id], blocked: true })).toEqual({ contacts: 1 })
    expect(await api('contacts.block', { ids: [id], blocked: true })).toEqual({ contacts: 0 })
    expect(await api('contacts.list', {})).toMatchObject({ contacts: [{ blockedAt: '2026-11-21T12:00:00.000Z' }] })
    expect((await api('operations.list', {}))[0]?.summary).toEqual({ text: 'contactsBlocked', params: { count: 1, name: 'Anna Petersen' } })
    await api('contacts.block', { ids: [id], blocked: false })
    expect(await api('contacts.get', { id })).toMatchObject({ blockedAt: null })
  })

  it('is there when two contacts become one, and parts again with them', async () => {
    const { api } = await openApp()
    const { id: survivorId } = await api('contacts.create', aContact({ alerts: [{ kind: 'noCalls' }] }))
    const { id } = await api('contacts.create', { ...aContact({ givenName: 'Anne' }), ...facts, alerts: [...facts.alerts] })
    await api('contacts.block', { ids: [id], blocked: true })
    const merged = await api('contacts.merge', { survivorId, loserIds: [id] })
    expect(merged).toMatchObject({ ...facts, alerts: [...facts.alerts].reverse(), blockedAt: '2026-11-21T12:00:00.000Z' })
    await api('contacts.unmerge', { id })
    expect(await api('contacts.get', { id: survivorId })).toMatchObject({ alerts: [facts.alerts[1]], consents: {}, blockedAt: null })
    expect(await api('contacts.get', { id })).toMatchObject(facts)
  })

  it('stands in an export of every field, where anybody has it', async () => {
    const { api, destination } = await aShopWithFiles()
    await api('contacts.create', { ...aContact(), ...facts, alerts: [...facts.alerts] })
    const { out, read } = destination()
    await api.run('exports.contacts', { out, byteOrderMark: false })
    const [header, row] = read().split('\r\n')
    expect(header).toContain('Tags,Alerts,Consent e-mail,Consent phone,Consent message,Consent post,Best reached by,Next follow-up')
    expect(row).toContain('VIP,Allergy: ammonia; Do not call,"Given, 2026-05-01, Client form",Refused,,,Message,2026-12-01')
  })
})

describe('contacts of an older version', () => {
  it('have nothing to mind, and what was done to them before can be taken back', async () => {
    const folder = aFolder()
    const before = new Database(databaseFile(folder))
    migrate(before, migrations, 4)
    before.exec(`
      insert into contact (kind, namePrefix, givenName, additionalName, familyName, nameSuffix, organization, phones, emails, addresses,
        language, note, source, createdAt, changedAt, sortName, sortOrganization)
      values ('person', '', 'Hanna', '', '', '', '', '[]', '[]', '[]', '', '', '', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'hanna', '');
      insert into operation (at, user, call, text, params, contactId, finishedAt)
      values ('2026-01-01T00:00:00.000Z', 'owner', 'contacts.update', 'contactUpdated', '{"name":"Hanna"}', 1, '2026-01-01T00:00:00.000Z');
      insert into change (operationId, tableName, rowKey, action, before)
      select 1, 'contact', '[1]', 'update', json_object('id', id, 'kind', kind, 'namePrefix', '', 'givenName', 'Anna', 'additionalName', '',
        'familyName', '', 'nameSuffix', '', 'organization', '', 'phones', '[]', 'emails', '[]', 'addresses', '[]', 'birthday', null,
        'language', '', 'note', '', 'source', '', 'createdAt', createdAt, 'changedAt', changedAt, 'trashedAt', null,
        'sortName', 'anna', 'sortOrganization', '') from contact;`)
    before.close()

    const { api } = await openApp({ dataFolder: folder })
    expect(await api('contacts.get', { id: 1 })).toMatchObject({ givenName: 'Hanna', alerts: [], consents: {}, blockedAt: null })
    await api.run('operations.undo', { id: 1 })
    expect(await api('contacts.get', { id: 1 })).toMatchObject({ givenName: 'Anna', alerts: [], consents: {}, followUpOn: null })
  })
})
