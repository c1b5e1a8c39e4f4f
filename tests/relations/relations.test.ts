import { describe, expect, it } from 'vitest'
import { relationRoles } from '../../shared/relations/model.ts'
import { linkOf, roleOf } from '../../shared/relations/rules.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']

/** What a card says: role, label and name. */
const said = async (api: Api, contactId: number) =>
  (await api('relations.list', { contactId })).relations.map(({ role, label, contact }) =>
    [role, label, contact.name].filter(Boolean).join(' '),
  )

async function family() {
  const app = await openApp()
  const add = async (givenName: string) => (await app.api('contacts.create', aContact({ givenName }))).id
  const company = await app.api('contacts.create', { kind: 'company', organization: 'Petersen & Co' })
  return { ...app, anna: await add('Anna'), ben: await add('Ben'), cleo: await add('Cleo'), company: company.id }
}

describe('linking contacts', () => {
  it('is told on both cards, from the side of each', async () => {
    const { api, anna, ben, cleo, company } = await family()
    await api('relations.add', { contactId: anna, role: 'parentOf', otherId: ben })
    await api('relations.add', { contactId: anna, role: 'worksAt', otherId: company })
    await api('relations.add', { contactId: anna, role: 'referredBy', otherId: cleo })
    await api('relations.add', { contactId: cleo, role: 'other', otherId: ben, label: 'trains with' })
    expect(await said(api, anna)).toEqual(['worksAt Petersen & Co', 'parentOf Ben Petersen', 'referredBy Cleo Petersen'])
    expect(await said(api, ben)).toEqual(['childOf Anna Petersen', 'other trains with Cleo Petersen'])
    expect(await said(api, cleo)).toEqual(['referred Anna Petersen', 'other trains with Ben Petersen'])
    expect(await said(api, company)).toEqual(['employs Anna Petersen'])
  })

  it.each(relationRoles)('as %s is kept so that the first side reads it as it was said', role => {
    expect(roleOf(linkOf(role, 1, 2), 1)).toBe(role)
    expect(linkOf(roleOf(linkOf(role, 1, 2), 2), 2, 1)).toMatchObject({ kind: linkOf(role, 1, 2).kind })
  })

  it('refuses a contact with itself, what is linked already from either side, and what does not fit', async () => {
    const { api, call, anna, ben, company } = await family()
    const refused = (contactId: number, role: string, otherId: number, label = '') =>
      call('relations.add', { contactId, role, otherId, label }).then(result => (result.ok ? null : result.reason))
    await api('relations.add', { contactId: anna, role: 'partner', otherId: ben })
    await api('relations.add', { contactId: anna, role: 'other', otherId: ben, label: 'Neighbour' })
    expect(await refused(anna, 'sibling', anna)).toBe('relationWithItself')
    expect(await refused(ben, 'partner', anna)).toBe('relationTwice')
    expect(await refused(ben, 'other', anna, 'neighbour')).toBe('relationTwice')
    expect(await refused(anna, 'worksAt', ben)).toBe('relationNotAtWork')
    expect(await refused(anna, 'parentOf', company)).toBe('relationNotInFamily')
    expect(await call('relations.add', { contactId: anna, role: 'other', otherId: ben, label: ' ' })).toMatchObject({
      problems: [{ path: ['label'], reason: 'relationLabelMissing' }],
    })
    await api('contacts.trash', { ids: [ben] })
    expect(await refused(anna, 'sibling', ben)).toBe('relationTrashed')
    expect(await said(api, anna)).toEqual([])
    await api('contacts.restore', { ids: [ben] })
    expect(await said(api, anna)).toEqual(['partner Ben Petersen', 'other Neighbour Ben Petersen'])
  })

  it('offers the company that a person names, until the two are linked', async () => {
    const { api, anna, company } = await family()
    const offered = async () => (await api('relations.list', { contactId: anna })).company?.id ?? null
    expect(await offered()).toBeNull()
    await api('contacts.update', { id: anna, organization: 'PETERSEN & co' })
    expect(await offered()).toBe(company)
    await api('relations.add', { contactId: anna, role: 'worksAt', otherId: company })
    expect(await offered()).toBeNull()
  })
})

describe('a link', () => {
  it('is removed, and comes back when that is taken back', async () => {
    const { api, call, anna, ben } = await family()
    const { id } = await api('relations.add', { contactId: anna, role: 'sibling', otherId: ben })
    const { operation } = await api.noted('relations.remove', { id })
    expect(await said(api, ben)).toEqual([])
    expect(await call('relations.remove', { id })).toMatchObject({ reason: 'relationGone' })
    await api.run('operations.undo', { id: operation! })
    expect(await said(api, ben)).toEqual(['sibling Anna Petersen'])
    expect((await api('operations.list', { limit: 3 })).map(({ summary }) => summary.text)).toContain('relationRemoved')
  })

  it('follows a merge, once, never to itself, and goes back when it is taken apart', async () => {
    const { api, anna, ben, cleo } = await family()
    await api('relations.add', { contactId: ben, role: 'partner', otherId: cleo })
    await api('relations.add', { contactId: cleo, role: 'partner', otherId: anna })
    await api('relations.add', { contactId: anna, role: 'sibling', otherId: ben })
    await api('relations.add', { contactId: ben, role: 'parentOf', otherId: cleo })
    const before = [await said(api, anna), await said(api, ben), await said(api, cleo)]
    const { operation } = await api.noted('contacts.merge', { survivorId: anna, loserIds: [ben] })
    expect(await said(api, anna)).toEqual(['partner Cleo Petersen', 'parentOf Cleo Petersen'])
    expect(await said(api, cleo)).toEqual(['partner Anna Petersen', 'childOf Anna Petersen'])
    expect(await said(api, ben)).toEqual(await said(api, anna))

    await api('contacts.unmerge', { id: ben })
    expect([await said(api, anna), await said(api, ben), await said(api, cleo)]).toEqual(before)
    const [unmerged] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: unmerged!.id })
    await api.run('operations.undo', { id: operation! })
    expect([await said(api, anna), await said(api, ben), await said(api, cleo)]).toEqual(before)
  })

  it('keeps a contact from being taken back until it is taken back itself', async () => {
    const { api, anna } = await family()
    const { value, operation } = await api.noted('contacts.create', { givenName: 'Dora' })
    const linked = await api.noted('relations.add', { contactId: value.id, role: 'sibling', otherId: anna })
    await expect(api.run('operations.undo', { id: operation! })).rejects.toMatchObject({
      failure: { reason: 'undoBlocked', params: { later: 'Linked Dora with Anna Petersen' } },
    })
    await api.run('operations.undo', { id: linked.operation! })
    await api.run('operations.undo', { id: operation! })
    expect(await said(api, anna)).toEqual([])
  })
})
