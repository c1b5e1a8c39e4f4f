import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']

const everything = async (api: Api) => ({
  shown: await api('contacts.list', { limit: 500 }),
  trashed: await api('contacts.list', { trashed: true }),
  found: await api('contacts.search', { text: 'a', limit: 100 }),
  tags: await api('contacts.tags', {}),
})

/** The same woman twice, as a till and as an address book know her. */
async function twice(api: Api) {
  const anna = await api('contacts.create', aContact({ note: 'Likes tea' }))
  const ana = await api(
    'contacts.create',
    aContact({
      givenName: 'Ana',
      organization: 'Petersen & Co',
      phones: [
        { label: 'work', number: '+49 176 1234567' },
        { label: 'home', number: '040 998877' },
      ],
      emails: [{ label: 'work', address: 'a.petersen@example.org' }],
      addresses: [],
      birthday: '1990-02-03',
      note: 'Parks behind the house',
      tags: ['vip', 'Newsletter'],
    }),
  )
  return { anna, ana }
}

describe('merging', () => {
  it('unites what both have, keeps the survivor’s own where they differ, and hides the other', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    const merged = await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    expect(merged).toEqual({
      ...anna,
      organization: 'Petersen & Co',
      phones: [...anna.phones, ana.phones[1]],
      emails: [...anna.emails, ...ana.emails],
      birthday: '1990-02-03',
      note: 'Likes tea\n\nParks behind the house',
      tags: ['Newsletter', 'VIP'],
    })
    expect((await api('contacts.list', {})).contacts.map(({ id }) => id)).toEqual([anna.id])
    expect((await api('contacts.list', { trashed: true })).total).toBe(0)
    expect((await api('contacts.search', { text: '998877' })).map(({ id }) => id)).toEqual([anna.id])
    expect(await api('contacts.merges', { id: anna.id })).toEqual([{ id: ana.id, name: 'Ana Petersen', at: '2026-11-21T12:00:00.000Z' }])
  })

  it('takes what was chosen where the two differ', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    const chosen = { givenName: 'Ana', phones: [{ label: 'home', number: '040 998877' }] }
    const merged = await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id], fields: chosen })
    expect(merged).toMatchObject({ givenName: 'Ana', phones: [{ label: 'home', e164: '+4940998877' }] })
    expect((await api('contacts.unmerge', { id: ana.id })).survivor).toEqual(anna)
  })

  it('never makes a yes of a no, and asks each record again when they are taken apart', async () => {
    const { api } = await openApp()
    const yes = { state: 'given' as const, on: '2026-01-02', source: 'form' }
    const no = { state: 'refused' as const, on: '2025-05-06', source: 'call' }
    const anna = await api('contacts.create', aContact({ consents: { email: yes, phone: yes } }))
    const ana = await api('contacts.create', aContact({ consents: { email: no, post: yes } }))
    const merged = await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    expect(merged.consents).toEqual({ email: no, phone: yes, post: yes })
    expect((await api('contacts.unmerge', { id: ana.id })).survivor.consents).toEqual({ email: yes, phone: yes })
  })

  it('lets the old id lead to the survivor, to read and to change', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    expect(await api('contacts.get', { id: ana.id })).toMatchObject({ id: anna.id })
    expect(await api('contacts.update', { id: ana.id, source: 'Website' })).toMatchObject({ id: anna.id, source: 'Website' })
    expect((await api('contacts.restore', { ids: [ana.id] })).contacts).toBe(0)
  })

  it.each([
    ['itself', { givenName: 'Anna' }, 0, 'mergeWithItself'],
    ['a company', { kind: 'company' as const, organization: 'Petersen & Co' }, 1, 'mergeKinds'],
  ])('refuses to merge a contact with %s', async (_what, other, which, reason) => {
    const { api, call } = await openApp()
    const ids = [(await api('contacts.create', aContact())).id, (await api('contacts.create', aContact(other))).id]
    expect(await call('contacts.merge', { survivorId: ids[0], loserIds: [ids[which]] })).toMatchObject({ ok: false, reason })
  })

  it('refuses what lies in the trash, by name', async () => {
    const { api, call } = await openApp()
    const { anna, ana } = await twice(api)
    await api('contacts.trash', { ids: [ana.id] })
    expect(await call('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })).toMatchObject({
      reason: 'mergeTrashed',
      params: { name: 'Ana Petersen' },
    })
  })

  it('is one change of the history, which can be taken back', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    const before = await everything(api)
    await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    const [last] = await api('operations.list', { limit: 1 })
    expect(last!.summary).toEqual({ text: 'contactsMerged', params: { name: 'Anna Petersen', count: 1 } })
    await api.run('operations.undo', { id: last!.id })
    expect(await everything(api)).toEqual(before)
    expect(await api('contacts.get', { id: ana.id })).toEqual(ana)
  })
})

describe('un-merging', () => {
  it('brings both back as they were', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    const before = await everything(api)
    await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    expect(await api('contacts.unmerge', { id: ana.id })).toEqual({ contact: ana, survivor: anna, stayed: [] })
    expect(await everything(api)).toEqual(before)
    expect(await api('contacts.merges', { id: anna.id })).toEqual([])
  })

  it('leaves with the survivor what was added since, and lists it', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    const merged = await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    const phones = [...merged.phones, { label: 'work', number: '040 112233' }].map(({ label, number }) => ({ label, number }))
    await api('contacts.update', { id: anna.id, phones, source: 'Website' })
    const { contact, survivor, stayed } = await api('contacts.unmerge', { id: ana.id })
    expect(contact).toEqual(ana)
    expect(stayed).toEqual(['phones', 'source'])
    expect(survivor).toMatchObject({ source: 'Website', organization: '', note: 'Likes tea', emails: anna.emails, tags: ['VIP'] })
    expect(survivor.phones.map(({ number }) => number)).toEqual(['0176 123 45 67', '040 112233'])
  })

  it('keeps what a third record, still merged, has too', async () => {
    const { api } = await openApp()
    const { anna, ana } = await twice(api)
    const third = await api(
      'contacts.create',
      aContact({ emails: [{ label: '', address: 'A.Petersen@example.org' }], birthday: '1990-02-03' }),
    )
    await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id, third.id] })
    const { survivor } = await api('contacts.unmerge', { id: ana.id })
    expect(survivor).toMatchObject({ note: 'Likes tea', birthday: '1990-02-03', emails: [...anna.emails, ...ana.emails], tags: ['VIP'] })
    expect((await api('contacts.unmerge', { id: third.id })).survivor).toEqual(anna)
  })

  it('says which merge of a chain has to be taken apart first', async () => {
    const { api, call } = await openApp()
    const { anna, ana } = await twice(api)
    const cleo = await api('contacts.create', aContact({ givenName: 'Cleo' }))
    await api('contacts.merge', { survivorId: anna.id, loserIds: [ana.id] })
    await api('contacts.merge', { survivorId: cleo.id, loserIds: [anna.id] })
    expect(await api('contacts.get', { id: ana.id })).toMatchObject({ id: cleo.id })
    expect(await call('contacts.unmerge', { id: ana.id })).toMatchObject({
      reason: 'unmergeOuterFirst',
      params: { name: 'Anna Petersen', into: 'Cleo Petersen' },
    })
    expect((await api('contacts.unmerge', { id: anna.id })).survivor).toEqual(cleo)
    expect((await api('contacts.unmerge', { id: ana.id })).survivor).toEqual(anna)
  })

  it('in any order leads back to the contacts as they were', async () => {
    const value = fc.constantFrom('', 'a', 'b')
    const record = fc.record({
      givenName: fc.constantFrom('Anna', 'Ana'),
      organization: value,
      note: value,
      tags: fc.subarray(['VIP', 'New', 'Old']),
      emails: fc.subarray(['x@example.com', 'y@example.com', 'z@example.com']).map(all => all.map(address => ({ label: '', address }))),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 3, maxLength: 4 }), fc.infiniteStream(fc.nat()), async (records, dice) => {
        const { api, close } = await openApp()
        const contacts = []
        for (const fields of records) contacts.push(await api('contacts.create', aContact(fields)))
        const [survivor, ...others] = contacts.map(({ id }) => id)
        const before = await everything(api)
        await api('contacts.merge', { survivorId: survivor!, loserIds: others })
        const left = [...others]
        while (left.length > 0) await api('contacts.unmerge', { id: left.splice(dice.next().value % left.length, 1)[0]! })
        expect(await everything(api)).toEqual(before)
        for (const contact of contacts)
          expect(await api('contacts.get', { id: contact.id })).toEqual({ ...contact, changedAt: expect.any(String) })
        await close()
      }),
      { numRuns: 25 },
    )
  })
})
