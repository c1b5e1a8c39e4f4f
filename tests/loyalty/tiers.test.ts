import { describe, expect, it } from 'vitest'
import { nightOf } from '../../electron/loyalty/nights.ts'
import { openLoyalShop, type terms } from './programme.ts'

const level = (name: string, from: number, more = {}) => ({ name, from, factor: 100, priceListId: null, perk: '', ...more })
const tiers = (over: Partial<NonNullable<NonNullable<typeof terms.tiers>>> = {}) => ({
  ...{ by: 'turnover' as const, window: 'rolling' as const, graceMonths: 0 },
  levels: [level('Silver', 10_000), level('Gold', 20_000, { factor: 200, perk: 'Coffee on the house' })],
  ...over,
})

async function openTieredShop(over: Parameters<typeof tiers>[0] = {}) {
  const shop = await openLoyalShop({ tiers: tiers(over), lapsesAfter: null })
  const { api, ids, clock, anInvoice, pay, aLine, programme } = shop
  async function sell(euros: number) {
    const document = await anInvoice({ lines: [aLine({ price: euros * 100 })] })
    await pay(document.id, euros * 100)
    return document
  }
  const standing = async () => (await api('loyalty.balance', { contactId: ids.anna }))[0]!.standing!
  const listed = async () => (await api('loyalty.members', { programmeId: programme.id })).members
  const goTo = (day: string) => void (clock.now = new Date(`${day}T10:00:00.000Z`))
  return { ...shop, sell, standing, listed, goTo }
}

describe('a tier', () => {
  it('is reached by what was paid, and says what is missing to the next one, and until when', async () => {
    const { sell, standing, goTo, anInvoice, aLine } = await openTieredShop()
    await sell(60)
    expect(await standing()).toMatchObject({
      level: null,
      gathered: 6000,
      next: { level: { name: 'Silver' }, missing: 4000, by: '2027-11-23' },
    })
    goTo('2027-02-01')
    await sell(56)
    // What nobody has paid is no turnover.
    await anInvoice({ lines: [aLine({ price: 90_000 })] })
    expect(await standing()).toMatchObject({
      ...{ level: { name: 'Silver' }, until: '2027-11-23', gathered: 11_600 },
      next: { level: { name: 'Gold' }, missing: 8400, by: '2027-11-23' },
    })
    goTo('2027-11-24')
    expect(await standing()).toMatchObject({ level: null, gathered: 5600 })
  })

  it('is kept for the time of grace, and lost with what is taken back', async () => {
    const { api, sell, standing, goTo } = await openTieredShop({ graceMonths: 2 })
    const { id } = await sell(100)
    expect(await standing()).toMatchObject({ level: { name: 'Silver' }, until: '2028-01-23' })
    goTo('2028-01-23')
    expect(await standing()).toMatchObject({ level: { name: 'Silver' }, gathered: 0 })
    goTo('2028-01-24')
    expect(await standing()).toMatchObject({ level: null, until: null })
    goTo('2026-11-25')
    const note = await api('invoices.credit', { id })
    await api('payments.refund', { documentId: note.id, method: 'card', amount: 10_000 })
    expect(await standing()).toMatchObject({ level: { name: 'Silver' }, until: '2027-01-24', gathered: 0 })
  })

  it('of the calendar year begins anew with it', async () => {
    const { sell, standing, goTo } = await openTieredShop({ window: 'year', graceMonths: 1 })
    await sell(250)
    expect(await standing()).toMatchObject({ level: { name: 'Gold', perk: 'Coffee on the house' }, until: '2027-01-31', next: null })
    goTo('2027-02-01')
    expect(await standing()).toMatchObject({ level: null, gathered: 0, next: { missing: 10_000, by: '2027-12-31' } })
  })

  it('multiplies what is earned after it was reached, in whatever parts that is paid', async () => {
    const { sell, standing, anInvoice, pay, balance, ledger, goTo, aLine } = await openTieredShop()
    await sell(200)
    expect([await balance(), (await standing()).level?.name]).toEqual([200, 'Gold'])
    const { id } = await anInvoice({ lines: [aLine({ price: 5000 })] })
    await pay(id, 2500)
    // It is counted by the tier of the day on which it was issued.
    goTo('2028-06-01')
    expect((await standing()).level).toBe(null)
    await pay(id, 2500)
    expect(await balance()).toBe(200 + 100)
    expect((await ledger())[0]!.why).toEqual([
      { reason: 'amount', points: 50, text: '' },
      { reason: 'tier', points: 50, text: 'Gold' },
    ])
  })

  it('by points counts what was earned, not what was given', async () => {
    const { api, sell, standing, ids, programme } = await openTieredShop({ by: 'points', levels: [level('Silver', 100)] })
    await api('loyalty.adjust', { contactId: ids.anna, programmeId: programme.id, points: 500, note: 'A gift' })
    expect(await standing()).toMatchObject({ level: null, gathered: 0 })
    const { id } = await sell(100)
    expect(await standing()).toMatchObject({ level: { name: 'Silver' } })
    await api('invoices.credit', { id })
    expect(await standing()).toMatchObject({ gathered: 0 })
  })

  it('stands in the list of members at once, and is taken out of it at night', async () => {
    const { api, sell, listed, goTo, ids } = await openTieredShop()
    await sell(200)
    expect(await listed()).toEqual([{ contactId: ids.anna, name: 'Anna Petersen', points: 200, tier: 'Gold', lastOn: '2026-11-24' }])
    goTo('2027-11-24')
    expect(await api.run('loyalty.countTiers', {})).toEqual({ changed: 1 })
    expect(await api.run('loyalty.countTiers', {})).toEqual({ changed: 0 })
    expect(await listed()).toMatchObject([{ points: 200, tier: '' }])
  })

  it('has its own prices, where the card says nothing', async () => {
    const { api, sell, ids, programme } = await openTieredShop()
    const list = await api('prices.createList', { name: 'Gold' })
    const audience = { kind: 'list' as const, priceListId: list.id }
    await api('prices.createRule', { name: 'For Gold', effect: { kind: 'percent', basisPoints: 1000 }, audience })
    const levels = [level('Gold', 20_000, { priceListId: list.id })]
    await api('loyalty.changeProgramme', { id: programme.id, terms: { ...programme.terms, tiers: tiers({ levels }) } })
    const quoted = async () => {
      const lines = [{ kind: 'service' as const, itemId: ids.cut, price: 4200, quantity: 1000 }]
      const [{ discount } = { discount: null }] = await api('prices.quote', { contactId: ids.anna, pricing: 'gross', lines })
      return discount
    }
    expect(await quoted()).toBe(null)
    await sell(200)
    expect(await quoted()).toMatchObject({ kind: 'percent', basisPoints: 1000 })
  })

  it('begins higher than the one before it, and has a name of its own', async () => {
    const { api, programme } = await openLoyalShop()
    const change = (levels: ReturnType<typeof level>[]) =>
      api('loyalty.changeProgramme', { id: programme.id, terms: { ...programme.terms, tiers: tiers({ levels }) } })
    await expect(change([level('Silver', 200), level('Gold', 200)])).rejects.toMatchObject({ failure: { reason: 'tiersNotRising' } })
    await expect(change([level('Gold', 100), level('gold', 200)])).rejects.toMatchObject({ failure: { reason: 'tiersAlike' } })
  })
})

describe('the night', () => {
  it('is done once for each day on the wall of the shop, and writes down what has lapsed', async () => {
    const { api, anInvoice, pay, ledger, clock } = await openLoyalShop({ lapsesAfter: 1 })
    await pay((await anInvoice()).id, 4200)
    let done = await nightOf(api, '', clock.now.getTime())
    expect(done).toBe('2026-11-24')
    // Half past midnight in Berlin, where it is still the 31st in Greenwich.
    clock.now = new Date('2026-12-31T23:30:00.000Z')
    done = await nightOf(api, done, clock.now.getTime())
    expect([done, (await ledger())[0]]).toMatchObject(['2027-01-01', { kind: 'lapsed', points: -42 }])
    expect(await nightOf(api, done, clock.now.getTime())).toBe(done)
  })
})

describe('a recommendation', () => {
  it('brings both something with the first invoice that is paid, once', async () => {
    const { api, anInvoice, pay, balance, ids } = await openLoyalShop({ referral: { referrer: 30, referred: 10 } })
    const ruth = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
    await api('relations.add', { contactId: ruth.id, role: 'referredBy', otherId: ids.anna })
    const { id } = await anInvoice({ contactId: ruth.id })
    await pay(id, 2000)
    expect([await balance(ids.anna), await balance(ruth.id)]).toEqual([0, 20])
    await pay(id, 2200)
    expect([await balance(ids.anna), await balance(ruth.id)]).toEqual([30, 42 + 10])
    expect((await api('loyalty.ledger', { contactId: ids.anna, programmeId: 1 }))[0]).toMatchObject({
      ...{ reason: 'referral', note: 'Ruth Weiß' },
    })
    // A second one brings nothing more.
    await pay((await anInvoice({ contactId: ruth.id })).id, 4200)
    expect(await balance(ids.anna)).toBe(30)
  })

  it('brings nothing once that invoice is taken back as a whole, and counts with the one that takes its place', async () => {
    const { api, anInvoice, pay, balance, ids, aLine } = await openLoyalShop({ referral: { referrer: 30, referred: 10 } })
    const ruth = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
    await api('relations.add', { contactId: ruth.id, role: 'referredBy', otherId: ids.anna })
    const both = async () => [await balance(ids.anna), await balance(ruth.id)]
    const invoice = await anInvoice({ contactId: ruth.id, lines: [aLine(), aLine({ price: 1000 })] })
    await pay(invoice.id, 5200)
    await api('invoices.credit', { id: invoice.id, lines: [{ lineId: invoice.lines[1]!.id, quantity: 1000 }] })
    expect(await both()).toEqual([30, 42 + 10])
    await api('invoices.credit', { id: invoice.id })
    expect(await both()).toEqual([0, 0])
    const again = await anInvoice({ contactId: ruth.id })
    await pay(again.id, 4200)
    expect(await both()).toEqual([30, 42 + 10])
    await api('invoices.credit', { id: again.id })
    expect([await both(), (await api('loyalty.verify', {})).broken]).toEqual([[0, 0], []])
  })

  it('is owed by whoever has spent what it brought, where the shop lets them owe', async () => {
    for (const mayOwe of [true, false]) {
      const { api, anInvoice, pay, balance, ids, reward } = await openLoyalShop({ mayOwe, referral: { referrer: 30, referred: 0 } })
      const ruth = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
      await api('relations.add', { contactId: ruth.id, role: 'referredBy', otherId: ids.anna })
      const { id } = await anInvoice({ contactId: ruth.id })
      await pay(id, 4200)
      await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
      await api('invoices.credit', { id })
      expect(await balance(ids.anna)).toBe(mayOwe ? -20 : 0)
    }
  })
})

it('gives by hand no more a day than was said', async () => {
  const { api, ids, programme, clock } = await openLoyalShop({ byHandADay: 20 })
  const give = (points: number) => api('loyalty.adjust', { contactId: ids.anna, programmeId: programme.id, points, note: 'Review' })
  await give(15)
  await expect(give(6)).rejects.toMatchObject({ failure: { reason: 'pointsLimitADay', params: { limit: 20, left: 5 } } })
  clock.now = new Date('2026-11-25T10:00:00.000Z')
  expect(await give(20)).toEqual({ balance: 35 })
})
