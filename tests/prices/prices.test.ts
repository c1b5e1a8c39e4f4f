import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { linesOf } from '../../shared/einvoice/lines.ts'
import { formatsOf } from '../../shared/paper/formats.ts'
import { rowsOf } from '../../shared/paper/rows.ts'
import { openShop } from '../support/shop.ts'

type NewRule = Input<'prices.createRule'>
const aRule = (over: Partial<NewRule> = {}): NewRule => ({
  name: 'Happy hour',
  effect: { kind: 'percent', basisPoints: 1000 },
  ...over,
})
const because = (reason: string) => ({ failure: { reason } })

async function aShopWithPrices() {
  const shop = await openShop()
  const { api, ids } = shop
  const quote = async (over: Partial<Input<'prices.quote'>> = {}) =>
    api('prices.quote', { lines: [{ kind: 'service', itemId: ids.cut, price: 4200 }], ...over })
  const quoteOne = async (over: Partial<Input<'prices.quote'>> = {}) => (await quote(over))[0]!
  return { ...shop, quote, quoteOne }
}

describe('a price rule', () => {
  it('takes something off while it holds, and says why', async () => {
    const { api, quoteOne } = await aShopWithPrices()
    await api('prices.createRule', aRule({ to: '2027-03-31', weekdays: [2, 1], fromTime: '08:00', toTime: '10:00' }))
    await expect(quoteOne()).resolves.toEqual({
      discount: { kind: 'percent', basisPoints: 1000, reason: 'Happy hour' },
      reason: 'Happy hour: 10% off, Monday and Tuesday, 08:00 to 10:00, until 31 March 2027',
    })
    const nothing = { discount: null, reason: '' }
    await expect(quoteOne({ at: '2026-11-24T10:00' })).resolves.toEqual(nothing)
    await expect(quoteOne({ at: '2026-11-25T09:00' })).resolves.toEqual(nothing)
    await expect(quoteOne({ at: '2027-04-05T09:00' })).resolves.toEqual(nothing)
  })

  it('is about what it names, by category or one by one', async () => {
    const { api, quote, ids } = await aShopWithPrices()
    await api('catalogue.changeProduct', { id: ids.shampoo, category: 'Care' })
    await api('prices.createRule', aRule({ scope: { kind: 'category', categories: ['CARE'] }, effect: { kind: 'fixed', price: 990 } }))
    const lines: Input<'prices.quote'>['lines'] = [
      { kind: 'service', itemId: ids.cut, price: 4200 },
      { kind: 'product', itemId: ids.shampoo, price: 1490, quantity: 3000 },
    ]
    const off = { kind: 'amount', amount: 1500, reason: 'Happy hour' }
    expect((await quote({ lines })).map(({ discount }) => discount)).toEqual([null, off])
    const scope = { kind: 'items' as const, serviceIds: [ids.cut], productIds: [] }
    await api('prices.createRule', aRule({ name: 'Cheap cut', scope, effect: { kind: 'amount', amount: 700 } }))
    expect((await quote({ lines })).map(({ discount }) => discount)).toEqual([{ kind: 'amount', amount: 700, reason: 'Cheap cut' }, off])
  })

  it('counts its amounts as the shelf does, whatever the document does', async () => {
    const { api, quoteOne } = await aShopWithPrices()
    await api('prices.createRule', aRule({ effect: { kind: 'amount', amount: 1190 } }))
    await expect(quoteOne({ pricing: 'net', lines: [{ kind: 'service', itemId: 1, price: 3529 }] })).resolves.toMatchObject({
      discount: { amount: 1000 },
    })
  })

  it('is for whoever has a tag, also after it was merged into another', async () => {
    const { api, quoteOne, ids } = await aShopWithPrices()
    const tags = await api('tags.list', {})
    const vip = tags.find(({ name }) => name === 'VIP')!.id
    await api('prices.createRule', aRule({ audience: { kind: 'tag', tagId: vip } }))
    expect((await quoteOne()).discount).toBeNull()
    expect((await quoteOne({ contactId: ids.anna })).discount).not.toBeNull()
    await api('contacts.create', { givenName: 'Gold', tags: ['Gold'] })
    const gold = (await api('tags.list', {})).find(({ name }) => name === 'Gold')!.id
    await api.run('tags.merge', { id: vip, into: gold })
    expect((await quoteOne({ contactId: ids.anna })).discount).not.toBeNull()
    await expect(api('prices.rules', {})).resolves.toMatchObject([{ audience: { tagId: gold } }])
  })

  it('gives the best price, unless one excludes the others', async () => {
    const { api, quoteOne } = await aShopWithPrices()
    await api('prices.createRule', aRule({ name: 'Ten' }))
    await api('prices.createRule', aRule({ name: 'Twenty', effect: { kind: 'percent', basisPoints: 2000 } }))
    expect((await quoteOne()).discount).toMatchObject({ reason: 'Twenty' })
    const five = aRule({ name: 'Five alone', effect: { kind: 'percent', basisPoints: 500 }, isExclusive: true })
    const { id } = await api('prices.createRule', five)
    expect((await quoteOne()).discount).toMatchObject({ reason: 'Five alone' })
    await api('prices.changeRule', { ...five, id, isExclusive: false })
    expect((await quoteOne()).discount).toMatchObject({ reason: 'Twenty' })
  })

  it('can be changed, deleted and brought back', async () => {
    const { api } = await aShopWithPrices()
    const rule = await api('prices.createRule', aRule())
    const changed = await api('prices.changeRule', { ...aRule({ name: 'Sad hour' }), id: rule.id })
    expect(changed).toEqual({ ...rule, name: 'Sad hour' })
    await api('prices.removeRule', { id: rule.id })
    await expect(api('prices.rules', {})).resolves.toEqual([])
    const removal = (await api('operations.list', { limit: 1 }))[0]!.id
    await api.run('operations.undo', { id: removal })
    await expect(api('prices.rules', {})).resolves.toEqual([changed])
    await expect(api('prices.removeRule', { id: 99 })).rejects.toMatchObject(because('priceRuleGone'))
  })

  it('has a reason where it is no rule', async () => {
    const { api } = await aShopWithPrices()
    const problemsOf = async (over: object) => {
      const failure = await api('prices.createRule', { ...aRule(), ...over }).catch((error: unknown) => error)
      return (failure as { failure: { reason: string; problems?: { path: (string | number)[]; reason: string }[] } }).failure
    }
    await expect(problemsOf({ name: ' ' })).resolves.toMatchObject({ problems: [{ path: ['name'], reason: 'required' }] })
    const nothing = { effect: { kind: 'percent', basisPoints: 0 } }
    await expect(problemsOf(nothing)).resolves.toMatchObject({ problems: [{ path: ['effect', 'basisPoints'], reason: 'required' }] })
    const turned = { from: '2026-12-01', to: '2026-11-30' }
    await expect(problemsOf(turned)).resolves.toMatchObject({ problems: [{ path: ['to'], reason: 'endBeforeStart' }] })
    await expect(problemsOf({ fromTime: '10:00', toTime: '10:00' })).resolves.toMatchObject({ problems: [{ path: ['toTime'] }] })
    await expect(problemsOf({ audience: { kind: 'list', priceListId: 9 } })).resolves.toMatchObject({ reason: 'priceListGone' })
    await expect(problemsOf({ audience: { kind: 'tag', tagId: 99 } })).resolves.toMatchObject({ reason: 'tagGone' })
  })
})

describe('a price list', () => {
  async function withMembers() {
    const shop = await aShopWithPrices()
    const { id: list } = await shop.api('prices.createList', { name: 'Members' })
    await shop.api('prices.createRule', aRule({ name: 'Members', audience: { kind: 'list', priceListId: list } }))
    const listOf = async (contactId: number) => (await shop.api('prices.listOf', { contactId })).priceListId
    return { ...shop, list, listOf }
  }

  it('is what a client has, until they have another', async () => {
    const { api, ids, list, listOf, quoteOne } = await withMembers()
    await api('prices.giveList', { contactId: ids.anna, priceListId: list })
    expect((await quoteOne({ contactId: ids.anna })).discount).toMatchObject({ reason: 'Members' })
    await expect(api('prices.lists', {})).resolves.toEqual([{ id: list, name: 'Members', rules: 1, clients: 1 }])
    const { id: staff } = await api('prices.createList', { name: 'Staff' })
    await api('prices.giveList', { contactId: ids.anna, priceListId: staff })
    expect((await quoteOne({ contactId: ids.anna })).discount).toBeNull()
    await api('prices.giveList', { contactId: ids.anna, priceListId: null })
    await expect(listOf(ids.anna)).resolves.toBeNull()
  })

  it('follows its client into a merge, and back', async () => {
    const { api, ids, list, listOf } = await withMembers()
    const { id: double } = await api('contacts.create', { givenName: 'Ana', familyName: 'Petersen' })
    await api('prices.giveList', { contactId: double, priceListId: list })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [double], fields: {} })
    await expect(listOf(ids.anna)).resolves.toBe(list)
    await api('contacts.unmerge', { id: double })
    await expect(listOf(ids.anna)).resolves.toBeNull()
    await expect(listOf(double)).resolves.toBe(list)
  })

  it('stays while a rule or a client has it', async () => {
    const { api, ids, list } = await withMembers()
    await expect(api('prices.removeList', { id: list })).rejects.toMatchObject(because('priceListHasRules'))
    await api('prices.removeRule', { id: 1 })
    await api('prices.giveList', { contactId: ids.anna, priceListId: list })
    await expect(api('prices.removeList', { id: list })).rejects.toMatchObject(because('priceListHasClients'))
    await api('prices.giveList', { contactId: ids.anna, priceListId: null })
    await api('prices.removeList', { id: list })
    await expect(api('prices.lists', {})).resolves.toEqual([])
  })

  it('has a name of its own', async () => {
    const { api, list } = await withMembers()
    await expect(api('prices.createList', { name: 'MEMBERS' })).rejects.toMatchObject(because('priceListTaken'))
    await expect(api('prices.renameList', { id: list, name: 'Friends' })).resolves.toMatchObject({ name: 'Friends' })
    await expect(api('prices.createList', { name: 'Members' })).resolves.toMatchObject({ rules: 0, clients: 0 })
  })
})

describe('the checkout of a visit', () => {
  it('takes off what the rules of its moment give, with the name on the paper', async () => {
    const { api, aVisit } = await aShopWithPrices()
    await api('prices.createRule', aRule({ toTime: '11:00' }))
    const { id: appointmentId } = await api('appointments.book', aVisit())
    const draft = await api('checkout.propose', { appointmentId })
    const { document } = await api('checkout.complete', { draft, tenders: [{ method: 'card', amount: 3780 }] })
    expect(document).toMatchObject({ gross: 3780, lines: [{ price: 4200, discount: { basisPoints: 1000, reason: 'Happy hour' } }] })
    expect(linesOf(document, 2, 'Discount')).toMatchObject([{ allowances: [{ reason: 'Happy hour', reasonCode: '95' }] }])
    expect(rowsOf(document, formatsOf('en-GB', 'EUR'), String)).toMatchObject([{ description: 'Happy hour', cells: { discount: '10%' } }])
    await expect(api('invoices.verify', {})).resolves.toEqual({ documents: 1, broken: [] })
  })

  it('keeps a price that was agreed on', async () => {
    const { api, aVisit, ids } = await aShopWithPrices()
    await api('prices.createRule', aRule())
    const services = [{ serviceId: ids.cut, staffId: ids.jana, price: 4000 }]
    const { id: appointmentId } = await api('appointments.book', aVisit({ services }))
    await expect(api('checkout.propose', { appointmentId })).resolves.toMatchObject({ lines: [{ price: 4000, discount: null }] })
  })
})
