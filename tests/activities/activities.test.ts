import { describe, expect, it } from 'vitest'
import { fromPlain } from '../../shared/activities/rich-text.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

async function shopWithAnna() {
  const app = await openApp()
  const { id } = await app.api('contacts.create', aContact())
  const latest = async () => (await app.api('operations.list', {}))[0]!
  return {
    ...app,
    contactId: id,
    entries: async () => (await app.api('timeline.list', { contactId: id, kinds: ['note', 'call', 'email', 'meeting'] })).entries,
    latest,
    undo: async () => app.api.run('operations.undo', { id: (await latest()).id }),
  }
}

describe('what somebody writes about a contact', () => {
  it('keeps a note with its words, its author and its time', async () => {
    const { api, contactId } = await shopWithAnna()
    expect(await api('activities.create', { contactId, body: 'Wants one shade warmer.\nTea, no sugar.' })).toEqual({
      id: 1,
      contactId,
      dealId: null,
      kind: 'note',
      at: '2026-11-21T12:00:00.000Z',
      direction: null,
      outcome: null,
      durationMinutes: null,
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'Wants one shade warmer.' }] },
          { type: 'paragraph', content: [{ type: 'text', text: 'Tea, no sugar.' }] },
        ],
      },
      user: 'owner',
      pinnedAt: null,
      createdAt: '2026-11-21T12:00:00.000Z',
      changedAt: '2026-11-21T12:00:00.000Z',
      trashedAt: null,
    })
  })

  it.each([
    ['note', { direction: null, outcome: null, durationMinutes: null }],
    ['call', { direction: 'in', outcome: 'reached', durationMinutes: 5 }],
    ['email', { direction: 'in', outcome: null, durationMinutes: null }],
    ['meeting', { direction: null, outcome: null, durationMinutes: 5 }],
  ] as const)('keeps of a %s what it can have', async (kind, kept) => {
    const { api, contactId } = await shopWithAnna()
    const given = { contactId, kind, body: 'About the colour.', direction: 'in', outcome: 'reached', durationMinutes: 5 } as const
    expect(await api('activities.create', given)).toMatchObject(kept)
  })

  it('stands in the history in plain words, and can be taken back and put back', async () => {
    const { api, contactId, entries, latest, undo } = await shopWithAnna()
    const call = await api('activities.create', { contactId, kind: 'call', outcome: 'noAnswer' })
    expect((await latest()).summary).toEqual({ text: 'callCreated', params: { name: 'Anna Petersen' } })
    expect((await latest()).contactId).toBe(contactId)
    await undo()
    expect(await entries()).toEqual([])
    await undo()
    expect(await entries()).toMatchObject([{ activity: call }])
  })

  it('changes only in what is given, and gets its old words back by undo', async () => {
    const { api, clock, contactId, entries, undo } = await shopWithAnna()
    const before = await api('activities.create', { contactId, kind: 'meeting', body: 'Wedding hair', durationMinutes: 30 })
    clock.now = new Date('2026-11-22T09:00:00.000Z')
    const after = await api('activities.update', { id: before.id, body: fromPlain('Wedding hair, six people') })
    expect(after).toEqual({ ...before, body: fromPlain('Wedding hair, six people'), changedAt: '2026-11-22T09:00:00.000Z' })
    await undo()
    expect(await entries()).toMatchObject([{ activity: before }])
  })

  it('is deleted and restored, each of which can be taken back', async () => {
    const { api, contactId, entries, latest, undo } = await shopWithAnna()
    const { id } = await api('activities.create', { contactId, body: 'To be deleted' })
    await api('activities.trash', { id })
    expect([(await latest()).summary.text, await entries()]).toEqual(['noteTrashed', []])
    await undo()
    expect(await entries()).toHaveLength(1)
    await api('activities.trash', { id })
    await api('activities.restore', { id })
    expect([(await latest()).summary.text, (await entries()).length]).toEqual(['activityRestored', 1])
  })

  it('leaves no trace of what changes nothing', async () => {
    const { api, contactId, latest } = await shopWithAnna()
    const { id, body } = await api('activities.create', { contactId, body: 'As it is' })
    const before = await latest()
    await api('activities.update', { id, body })
    await api('activities.pin', { id, pinned: false })
    await api('activities.restore', { id })
    expect(await latest()).toEqual(before)
  })

  const script = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }
  const paragraph = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
  it.each([
    ['an empty note', { body: '  \n ' }, 'noteEmpty'],
    ['an e-mail without words', { kind: 'email' }, 'noteEmpty'],
    ['a novel', { body: 'a'.repeat(20_001) }, 'noteTooLong'],
    ['a picture from elsewhere', { body: paragraph({ type: 'image', attrs: { src: 'https://example.com/x.png' } }) }, 'wrongType'],
    ['a link that runs code', { body: paragraph(script) }, 'linkInvalid'],
    [
      'a link with more than an address',
      { body: paragraph({ ...script, marks: [{ type: 'link', attrs: { href: 'https://a.de', onclick: 'x' } }] }) },
      'unknownField',
    ],
    ['HTML for a document', { body: { type: 'html', content: '<img src=x onerror=alert(1)>' } }, 'wrongType'],
    ['a duration of a week', { kind: 'call', durationMinutes: 10_080 }, 'tooBig'],
    ['an outcome nobody knows', { kind: 'call', outcome: 'married' }, 'wrongType'],
    ['a time that is none', { body: 'x', at: 'yesterday' }, 'wrongType'],
  ])('is refused with %s', async (_what, fields, reason) => {
    const { call, contactId, entries } = await shopWithAnna()
    const refused = await call('activities.create', { contactId, ...fields })
    expect(refused).toMatchObject({ ok: false, code: 'invalid', reason })
    expect(await entries()).toEqual([])
  })

  it('needs a contact, and an entry, that are there', async () => {
    const { call } = await shopWithAnna()
    expect(await call('activities.create', { contactId: 99, body: 'x' })).toMatchObject({ code: 'notFound', reason: 'contactGone' })
    expect(await call('activities.pin', { id: 99, pinned: true })).toMatchObject({ code: 'notFound', reason: 'activityGone' })
  })

  it('takes HTML as the words that it is', async () => {
    const { api, contactId } = await shopWithAnna()
    const { body } = await api('activities.create', { contactId, body: '<script>alert(1)</script>' })
    expect(body).toEqual(fromPlain('<script>alert(1)</script>'))
  })
})

describe('taking back the arrival of a contact', () => {
  it('is refused while somebody has written about her, and possible once that is gone', async () => {
    const { api, call, contactId, latest, undo } = await shopWithAnna()
    const arrival = await latest()
    await api('activities.create', { contactId, body: 'Called twice' })
    const refused = await api.run('operations.undo', { id: arrival.id }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ failure: { reason: 'undoBlocked', params: { later: 'Wrote a note about Anna Petersen' } } })
    await undo()
    await api.run('operations.undo', { id: arrival.id })
    expect(await call('contacts.get', { id: contactId })).toMatchObject({ ok: false, reason: 'contactGone' })
  })

  it('is refused for a whole import while somebody has written about one whom it brought', async () => {
    const { api, offer } = await aShopWithFiles()
    const { operation } = await api.run('imports.run', { file: offer('First name;Last name\nVera;Brandt\nRuth;Lindner\n') })
    await api('activities.create', { contactId: 2, body: 'Called twice' })
    const undoImport = () => api.run('operations.undo', { id: operation! })
    await expect(undoImport()).rejects.toMatchObject({
      failure: { reason: 'undoBlocked', params: { later: 'Wrote a note about Ruth Lindner' } },
    })
    await api.run('operations.undo', { id: (await api('operations.list', {}))[0]!.id })
    await undoImport()
    expect(await api('contacts.list', {})).toMatchObject({ total: 0 })
  })
})
