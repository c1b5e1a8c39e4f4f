import { describe, expect, it } from 'vitest'
import type { TimelineCursor, TimelineEntry } from '../../shared/timeline/model.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

async function shop() {
  const app = await aShopWithFiles()
  const tick = () => (app.clock.now = new Date(app.clock.now.getTime() + 60_000))
  const { id } = await app.api('contacts.create', aContact())
  tick()
  const changes = async (contactId = id) => (await app.api('timeline.list', { contactId, kinds: ['change'] })).entries
  return { ...app, id, tick, changes }
}

const told = (entry: TimelineEntry) => (entry.source === 'change' ? entry.event : entry.source === 'activity' ? entry.activity.kind : '')
const one = (text: string, label = '') => [{ label, text }]

describe('the timeline of a contact', () => {
  it('tells everything, newest first', async () => {
    const { api, id, tick } = await shop()
    await api('activities.create', { contactId: id, kind: 'call', outcome: 'noAnswer' })
    tick()
    await api('contacts.update', { id, familyName: 'Lindner' })
    tick()
    await api('activities.create', { contactId: id, body: 'Married in May' })
    const { entries, pinned, next } = await api('timeline.list', { contactId: id })
    expect([entries.map(told), pinned, next]).toEqual([['note', 'changed', 'call', 'created'], [], null])
  })

  it('says who changed what from which value to which', async () => {
    const { api, id, changes } = await shop()
    const phones = [{ label: 'work', number: '040 123456' }]
    await api('contacts.update', { id, familyName: 'Lindner', birthday: '--05-14', phones, emails: [], tags: ['Family'] })
    const [latest] = await changes()
    expect(latest).toEqual({
      source: 'change',
      id: expect.any(Number),
      at: '2026-11-21T12:01:00.000Z',
      user: 'owner',
      event: 'changed',
      part: null,
      summary: { text: 'contactUpdated', params: { name: 'Anna Lindner' } },
      fields: [
        { field: 'familyName', before: one('Petersen'), after: one('Lindner') },
        { field: 'phones', before: one('0176 123 45 67', 'mobile'), after: one('040 123456', 'work') },
        { field: 'emails', before: one('anna@example.com', 'home'), after: [] },
        { field: 'birthday', before: [], after: one('--05-14') },
      ],
      tagsAdded: ['Family'],
      tagsRemoved: ['VIP'],
    })
  })

  it('goes on telling what was done with a record that has become a part of it', async () => {
    const { api, id, tick, changes } = await shop()
    const other = await api('contacts.create', aContact({ givenName: 'Anne' }))
    tick()
    await api('contacts.update', { id: other.id, familyName: 'Lindner' })
    tick()
    await api('contacts.merge', { survivorId: id, loserIds: [other.id] })
    const told = (await changes()).map(entry => entry.source === 'change' && [entry.event, entry.part])
    expect(told).toEqual([
      ['merged', null],
      ['changed', 'Anne Lindner'],
      ['created', 'Anne Lindner'],
      ['created', null],
    ])
  })

  it('tells alerts and consent entry by entry', async () => {
    const { api, id, changes } = await shop()
    await api('contacts.update', { id, alerts: [{ kind: 'allergy', text: 'Ammonia' }], consents: { email: { state: 'given' } } })
    expect((await changes())[0]).toMatchObject({
      fields: [
        { field: 'alerts', before: [], after: one('Ammonia', 'allergy') },
        { field: 'consents', before: [], after: one('given', 'email') },
      ],
    })
  })

  it('knows the value after a change from the next change, not from today', async () => {
    const { api, id, tick, changes } = await shop()
    for (const note of ['tea', 'coffee', 'water']) {
      await api('contacts.update', { id, note })
      tick()
    }
    expect((await changes()).map(entry => entry.source === 'change' && entry.fields)).toEqual([
      [{ field: 'note', before: one('coffee'), after: one('water') }],
      [{ field: 'note', before: one('tea'), after: one('coffee') }],
      [{ field: 'note', before: [], after: one('tea') }],
      [],
    ])
  })

  it('is silent about what was taken back, and tells it again when it is put back', async () => {
    const { api, id, changes } = await shop()
    await api('contacts.update', { id, note: 'tea' })
    const latest = async () => (await api('operations.list', {}))[0]!
    await api.run('operations.undo', { id: (await latest()).id })
    expect((await changes()).map(told)).toEqual(['created'])
    await api.run('operations.undo', { id: (await latest()).id })
    expect(await changes()).toMatchObject([{ event: 'changed', fields: [{ field: 'note', before: [], after: one('tea') }] }, {}])
  })

  it('tells when she went into the trash and came out again', async () => {
    const { api, id, tick, changes } = await shop()
    await api('contacts.trash', { ids: [id] })
    tick()
    await api('contacts.restore', { ids: [id] })
    expect((await changes()).map(told)).toEqual(['restored', 'trashed', 'created'])
  })

  it('tells which file brought a contact, and what another import added', async () => {
    const { api, offer, tick, changes } = await shop()
    const importFile = async (rows: string, name: string) => {
      await api.run('imports.run', { file: offer(rows, name) })
      tick()
    }
    await importFile('First name;Last name;E-mail\nVera;Brandt;vera@example.com\n', 'old.csv')
    await importFile('First name;Last name;E-mail;City\nVera;Brandt;vera@example.com;Kiel\n', 'new.csv')
    const { contacts } = await api('contacts.list', { text: 'vera' })
    expect(await changes(contacts[0]!.id)).toMatchObject([
      {
        event: 'changedByImport',
        summary: { params: { file: 'new.csv' } },
        fields: [{ field: 'addresses', before: [], after: one('Kiel') }],
      },
      { event: 'imported', summary: { params: { file: 'old.csv' } }, fields: [] },
    ])
  })

  it('can be narrowed to some kinds', async () => {
    const { api, id } = await shop()
    for (const kind of ['note', 'call', 'email', 'meeting'] as const) await api('activities.create', { contactId: id, kind, body: kind })
    const kinds = async (...kinds: ('note' | 'call' | 'change')[]) =>
      (await api('timeline.list', { contactId: id, kinds })).entries.map(told)
    expect(await kinds('note', 'call')).toEqual(['call', 'note'])
    expect(await kinds('change')).toEqual(['created'])
    expect(await kinds('call', 'change')).toEqual(['call', 'created'])
  })

  it('has pinned notes in front, the latest pin first, and not a second time below', async () => {
    const { api, id, tick } = await shop()
    const notes = []
    for (const body of ['first', 'second', 'third']) notes.push(await api('activities.create', { contactId: id, body }))
    for (const { id } of notes.slice(0, 2)) {
      await api('activities.pin', { id, pinned: true })
      tick()
    }
    const { pinned, entries } = await api('timeline.list', { contactId: id, kinds: ['note'] })
    expect([pinned.map(({ id }) => id), entries.map(({ id }) => id)]).toEqual([[2, 1], [3]])
    await api('activities.pin', { id: 1, pinned: false })
    expect((await api('timeline.list', { contactId: id, kinds: ['note'] })).entries.map(({ id }) => id)).toEqual([3, 1])
  })

  it.each([1, 2, 3, 7])('comes in pages of %d that leave nothing out and tell nothing twice, also of one moment', async limit => {
    const { api, id, tick } = await shop()
    for (let round = 0; round < 4; round++) {
      for (const kind of ['note', 'call'] as const) await api('activities.create', { contactId: id, kind, body: `${kind} ${round}` })
      await api('contacts.update', { id, note: `round ${round}` })
      if (round % 2) tick()
    }
    const all = (await api('timeline.list', { contactId: id })).entries
    expect(all).toHaveLength(13)
    const read: TimelineEntry[] = []
    let before: TimelineCursor | null = null
    do {
      const page: Awaited<ReturnType<typeof api<'timeline.list'>>> = await api('timeline.list', { contactId: id, before, limit })
      read.push(...page.entries)
      before = page.next
    } while (before)
    expect(read).toEqual(all)
  })

  it('is one timeline for two contacts that are one, and two again when they are taken apart', async () => {
    const { api, id, tick, changes } = await shop()
    const twin = await api('contacts.create', aContact({ givenName: 'Anne', emails: [] }))
    const { contactId } = await api('activities.create', { contactId: twin.id, body: 'Prefers mornings' })
    tick()
    await api('contacts.merge', { survivorId: id, loserIds: [twin.id] })
    const notes = async (contactId: number) => (await api('timeline.list', { contactId, kinds: ['note'] })).entries.map(({ id }) => id)
    expect([contactId, await notes(id), await notes(twin.id)]).toEqual([twin.id, [1], [1]])
    expect((await changes()).map(told)).toEqual(['merged', 'created', 'created'])
    expect(await api('activities.create', { contactId: twin.id, body: 'One and the same' })).toMatchObject({ contactId: id })
    await api('contacts.unmerge', { id: twin.id })
    expect((await changes()).map(told)).toEqual(['unmerged', 'merged', 'created'])
    expect([await notes(id), await notes(twin.id)]).toEqual([[2], [1]])
  })

  it('is told of nobody who is not there', async () => {
    const { call } = await shop()
    expect(await call('timeline.list', { contactId: 99 })).toMatchObject({ ok: false, reason: 'contactGone' })
  })
})
