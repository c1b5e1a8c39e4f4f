import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']

async function filled(api: Api, contacts: number) {
  await api.run('demo.fill', { contacts })
  const [latest] = await api('operations.list', { limit: 1 })
  return { operation: latest!.id }
}

describe('filling the demo shop', () => {
  it('adds as many contacts as are wanted', async () => {
    const { api, bugs } = await openApp()
    expect(await api.run('demo.fill', { contacts: 300 })).toEqual({ contacts: 300 })
    expect(await api('contacts.list', { limit: 1 })).toMatchObject({ total: 300 })
    expect(bugs).toEqual([])
  })

  it('is one line of the history, which takes it back as a whole', async () => {
    const { api } = await openApp()
    await api.run('demo.fill', { contacts: 300 })
    const [latest, ...others] = await api('operations.list', {})
    expect(latest).toMatchObject({ call: 'demo.fill', summary: { text: 'demoFilled', params: { count: 300 } } })
    expect(others).toEqual([])

    await api.run('operations.undo', { id: latest!.id })
    expect(await api('contacts.list', {})).toEqual({ total: 0, contacts: [] })
    expect(await api('contacts.search', { text: 'anna' })).toEqual([])
  })

  it('is there again when the taking back is taken back', async () => {
    const { api, bugs } = await openApp()
    await api.run('demo.fill', { contacts: 3000 })
    const before = await api('contacts.list', { limit: 500 })
    for (const id of [1, 2]) await api.run('operations.undo', { id })
    expect(await api('contacts.list', { limit: 500 })).toEqual(before)
    expect(bugs).toEqual([])
  })

  it('makes clients that are found by name, telephone and tag like any other', async () => {
    const { api } = await openApp()
    await api.run('demo.fill', { contacts: 300 })
    const { contacts } = await api('contacts.list', { sort: 'created', limit: 300 })
    const known = contacts.find(({ phone, tags }) => phone?.e164 && tags.includes('Regular'))!
    const searches = [known.name, known.phone!.e164!.slice(-4), `${known.name} regular`]
    for (const text of searches)
      expect(
        (await api('contacts.search', { text, limit: 100 })).map(({ id }) => id),
        text,
      ).toContain(known.id)
  })

  it('tells how far it is', async () => {
    const { api } = await openApp()
    const told: number[] = []
    await api.run('demo.fill', { contacts: 4100 }, { onProgress: ({ done }) => told.push(done) })
    expect(told.slice(0, 3)).toEqual([2000, 4000, 4100])
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const { api } = await openApp()
    const cancel = new AbortController()
    const filling = api.run('demo.fill', { contacts: 6000 }, { signal: cancel.signal, onProgress: () => cancel.abort() })
    await expect(filling).rejects.toMatchObject({ code: 'cancelled' })
    expect(await api('contacts.list', {})).toEqual({ total: 0, contacts: [] })
    expect(await api('operations.list', {})).toEqual([])
    expect(await api('contacts.tags', {})).toEqual([])
  })

  it('writes the notes and tags in the language of the shop', async () => {
    const { api } = await openApp()
    await api('settings.update', { language: 'de' })
    await api.run('demo.fill', { contacts: 300 })
    expect((await api('contacts.tags', {})).map(({ name }) => name)).toEqual(expect.arrayContaining(['Stammkunde', 'Familie', 'Firma']))
  })
})

describe('the demo shop', () => {
  it('has families, firms with their people, fields of its own with values, and tags in colours, all taken back with it', async () => {
    const { api, bugs } = await openApp()
    const { operation } = await filled(api, 1000)
    const roles = new Set<string>()
    for (let contactId = 1; contactId <= 1000; contactId++)
      for (const { role } of (await api('relations.list', { contactId })).relations) roles.add(role)
    expect([...roles].sort()).toEqual(['childOf', 'employs', 'parentOf', 'partner', 'referred', 'referredBy', 'sibling', 'worksAt'])
    const fields = await api('fields.list', {})
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ['Hair', 'choice'],
      ['Patch test', 'date'],
      ['Days to pay', 'number'],
    ])
    const { contacts } = await api('contacts.list', { limit: 500 })
    for (const { id } of fields) expect(contacts.filter(({ custom }) => String(id) in custom).length).toBeGreaterThan(2)
    expect((await api('tags.list', {})).filter(({ colour }) => colour !== null).length).toBeGreaterThan(2)

    await api.run('operations.undo', { id: operation })
    expect(await api('fields.list', {})).toEqual([])
    expect((await api('tags.list', {})).every(({ colour }) => colour === null)).toBe(true)
    expect(bugs).toEqual([])
  })

  it('leaves the fields of a shop that has its own alone', async () => {
    const { api } = await openApp()
    await api('fields.create', { name: 'hair', type: 'text' })
    await filled(api, 100)
    expect((await api('fields.list', {})).map(({ name }) => name)).toEqual(['hair', 'Patch test', 'Days to pay'])
    expect((await api('contacts.list', { limit: 100 })).contacts.some(({ custom }) => '1' in custom)).toBe(false)
  })

  it('remembers something of a part of its clients, the same in every shop, and nothing that has not happened yet', async () => {
    const told = async () => {
      const { api, clock } = await openApp()
      await api.run('demo.fill', { contacts: 200 })
      const pages = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          api('timeline.list', { contactId: index + 1, kinds: ['note', 'call', 'email', 'meeting'] }),
        ),
      )
      const all = pages.map(({ pinned, entries }) => [...pinned, ...entries])
      expect(all.flat().every(({ at }) => at <= clock.now.toISOString())).toBe(true)
      return all
    }
    const first = await told()
    const withSome = first.filter(entries => entries.length > 0).length
    expect(withSome).toBeGreaterThan(15)
    expect(withSome).toBeLessThan(60)
    expect(await told()).toEqual(first)
  })
})
