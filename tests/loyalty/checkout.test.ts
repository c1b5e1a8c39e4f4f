import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { openLoyalShop } from './programme.ts'

const because = (reason: string) => ({ failure: { reason } })
type Reward = Omit<Input<'loyalty.createReward'>, 'programmeId'>

/** Anna has 84 stars, of two cuts. */
async function openTill(changes: Parameters<typeof openLoyalShop>[0] = {}) {
  const shop = await openLoyalShop(changes)
  const { api, programme, ids, aDraft, aLine } = shop
  for (const euros of [42, 42]) {
    const { id } = await shop.anInvoice({ lines: [aLine({ price: euros * 100 })] })
    await shop.pay(id, euros * 100)
  }
  const aReward = (reward: Partial<Reward> = {}) =>
    api('loyalty.createReward', { programmeId: programme.id, name: 'Reward', points: 30, effect: { kind: 'gift' }, ...reward })
  const cut = () => aLine({ kind: 'service', itemId: ids.cut })
  const shampoo = (quantity = 1000) => aLine({ kind: 'product', itemId: ids.shampoo, name: 'Shampoo', price: 1490, quantity })
  const sell = (rewards: Input<'checkout.complete'>['rewards'], lines = [cut()], amount?: number, contactId: number | null = ids.anna) =>
    api('checkout.complete', {
      draft: aDraft({ contactId, lines }),
      tenders: [{ method: 'card', amount: amount ?? lines.reduce((sum, { price = 0 }) => sum + price, 0) }],
      rewards,
    })
  const verified = async () => (await api('loyalty.verify', {})).broken
  return { ...shop, aReward, cut, shampoo, sell, verified }
}

describe('a reward at the checkout', () => {
  it('takes an amount off the lines with its tax, spends its points, and the rest earns', async () => {
    const { sell, reward, balance, ledger, cut, shampoo } = await openTill()
    const { document, payments } = await sell([{ id: reward.id, off: 500 }], [cut(), shampoo()], 5190)
    expect(document).toMatchObject({ gross: 5190, tax: 829, state: 'paid' })
    expect(document.lines.map(({ amount, discount }) => [amount, discount])).toEqual([
      [3831, { kind: 'amount', amount: 369, reason: 'Five euros off' }],
      [1359, { kind: 'amount', amount: 131, reason: 'Five euros off' }],
    ])
    expect(payments).toMatchObject([{ amount: 5190 }])
    expect(await balance()).toBe(84 - 20 + 51)
    expect((await ledger()).slice(0, 2)).toMatchObject([
      { kind: 'spent', points: -20, reward: 'Five euros off', number: document.number },
      { kind: 'earned', points: 51, number: document.number },
    ])
  })

  it('gives one of a thing away, which earns nothing, beside what earns', async () => {
    const { sell, aReward, balance, ids, cut, shampoo } = await openTill()
    const effect = { kind: 'free' as const, scope: { kind: 'items' as const, serviceIds: [], productIds: [ids.shampoo] } }
    const { id } = await aReward({ name: 'A shampoo', effect })
    const { document } = await sell([{ id, off: 1490 }], [cut(), shampoo(2000)], 5690)
    expect(document).toMatchObject({
      gross: 5690,
      lines: [{ amount: 4200 }, { amount: 1490, discount: { amount: 1490, reason: 'A shampoo' } }],
    })
    expect(await balance()).toBe(84 - 30 + 42)
  })

  it('takes a part off what it is about, beside what was off already', async () => {
    const { sell, aReward, ids, aLine, shampoo } = await openTill()
    const effect = { kind: 'percent' as const, basisPoints: 5000, scope: { kind: 'items' as const, serviceIds: [ids.cut], productIds: [] } }
    const { id } = await aReward({ name: 'Half a cut', effect })
    const friend = { kind: 'amount' as const, amount: 200, reason: 'Friends' }
    const cut = aLine({ kind: 'service', itemId: ids.cut, discount: friend })
    const { document } = await sell([{ id, off: 2000 }], [cut, shampoo()], 3490)
    expect(document).toMatchObject({
      gross: 3490,
      lines: [{ amount: 2000, discount: { amount: 2200, reason: 'Friends, Half a cut' } }, {}],
    })
  })

  it('is had twice where there are points for it, and never with the same points', async () => {
    const { sell, aReward, balance, verified } = await openTill()
    const { id } = await aReward({ effect: { kind: 'amount', amount: 1000 } })
    await expect(
      sell(
        [1, 2, 3].map(() => ({ id, off: 1000 })),
        undefined,
        1200,
      ),
    ).rejects.toMatchObject(because('pointsTooFew'))
    expect(await balance()).toBe(84)
    const both = await Promise.allSettled(
      [1, 2].map(() =>
        sell(
          [1, 2].map(() => ({ id, off: 1000 })),
          undefined,
          2200,
        ),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([await balance(), await verified()]).toEqual([84 - 60 + 22, []])
  })

  it('leaves neither invoice nor spent points where the money does not fit', async () => {
    const { api, sell, reward, balance } = await openTill()
    const invoices = () => api('invoices.list', {})
    const before = await invoices()
    await expect(sell([{ id: reward.id, off: 500 }], undefined, 4200)).rejects.toMatchObject(because('tendersTooMuch'))
    await expect(sell([{ id: reward.id, off: 300 }], undefined, 3900)).rejects.toMatchObject(because('rewardChangedMeanwhile'))
    expect([await invoices(), await balance()]).toEqual([before, 84])
  })

  it('is not spent of what the same sale earns', async () => {
    const { sell, aReward } = await openTill({ earnedWhen: 'issued' })
    const { id } = await aReward({ points: 100, effect: { kind: 'amount', amount: 100 } })
    await expect(sell([{ id, off: 100 }], undefined, 4100)).rejects.toMatchObject(because('pointsTooFew'))
  })

  it('is spent of what the same sale earns where the programme allows it, once that is paid', async () => {
    const { api, sell, aReward, aDraft, cut, ids, balance, verified, reward } = await openTill({ sameSale: true })
    // 84 stars are there; the sale earns 41 after the reward.
    const { id } = await aReward({ points: 125, effect: { kind: 'amount', amount: 100 } })
    const atSale = (rewards: number[]) => api('loyalty.atSale', { draft: aDraft({ contactId: ids.anna, lines: [cut()] }), rewards })
    expect(await atSale([])).toEqual([{ programmeId: 1, earns: 42, affordable: [reward.id, id], lacking: 0 }])
    expect(await atSale([id])).toEqual([{ programmeId: 1, earns: 41, affordable: [], lacking: 0 }])
    const { document } = await sell([{ id, off: 100 }], undefined, 4100)
    expect([await balance(), await verified()]).toEqual([0, []])
    await api('invoices.credit', { id: document.id })
    expect([await balance(), await verified()]).toEqual([84, []])
  })

  it('is not spent of what a sale earns less by it, nor of what is not paid yet', async () => {
    const { api, sell, aReward, aDraft, cut, ids, balance } = await openTill({ sameSale: true })
    const dear = await aReward({ name: 'Dear', points: 126, effect: { kind: 'amount', amount: 100 } })
    const fitting = await aReward({ name: 'Fitting', points: 125, effect: { kind: 'amount', amount: 100 } })
    const draft = aDraft({ contactId: ids.anna, lines: [cut()] })
    expect(await api('loyalty.atSale', { draft, rewards: [] })).toMatchObject([{ earns: 42, affordable: [1, fitting.id] }])
    expect(await api('loyalty.atSale', { draft, rewards: [dear.id] })).toMatchObject([{ earns: 41, lacking: 1 }])
    await expect(sell([{ id: dear.id, off: 100 }], undefined, 4100)).rejects.toMatchObject(because('pointsTooFew'))
    const unpaid = api('checkout.complete', { draft, tenders: [], rewards: [{ id: fitting.id, off: 100 }] })
    await expect(unpaid).rejects.toMatchObject(because('pointsTooFew'))
    expect(await balance()).toBe(84)
  })

  it('is told beforehand what a sale will earn, by the client’s day and tier, without what is given away', async () => {
    const { api, aReward, aDraft, aLine, cut, shampoo, ids, anInvoice, pay } = await openTill({ first: 7, byVisit: null })
    const half = { kind: 'percent' as const, basisPoints: 5000, scope: { kind: 'items' as const, serviceIds: [ids.cut], productIds: [] } }
    const { id } = await aReward({ name: 'Half a cut', effect: half })
    const lines = [cut(), shampoo()]
    const earns = async (contactId: number | null, rewards: number[] = []) =>
      (await api('loyalty.atSale', { draft: aDraft({ contactId, lines }), rewards }))[0]?.earns
    const { id: ruth } = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
    expect([await earns(ids.anna), await earns(ruth), await earns(null), await earns(ids.anna, [id])]).toEqual([56, 63, undefined, 14])
    const { id: sold } = await anInvoice({ contactId: ruth, lines: [aLine({ price: 5690 })] })
    await pay(sold, 5690)
    expect((await api('loyalty.balance', { contactId: ruth }))[0]!.points).toBe(63)
  })

  it('says why it cannot be had', async () => {
    const { api, sell, aReward, ids, cut, shampoo, reward } = await openTill()
    const free = { kind: 'free' as const, scope: { kind: 'items' as const, serviceIds: [], productIds: [ids.shampoo] } }
    const gift = async (over: Partial<Reward>) => (await aReward(over)).id
    const wanted: [number, string][] = [
      [await gift({ name: 'Later', validFrom: '2027-01-01' }), 'rewardNotToday'],
      [await gift({ name: 'Over', validTo: '2026-11-01' }), 'rewardNotToday'],
      [await gift({ name: 'None', stock: 0 }), 'rewardSoldOut'],
      [await gift({ name: 'Shampoo', effect: free }), 'rewardFitsNothing'],
      [await gift({ name: 'Large', minimum: 4201 }), 'rewardBelowMinimum'],
      [await gift({ name: 'Dear', points: 85 }), 'pointsTooFew'],
    ]
    for (const [id, reason] of wanted) await expect(sell([{ id, off: 0 }], [cut()])).rejects.toMatchObject(because(reason))
    await expect(sell([{ id: reward.id, off: 500 }], [cut()], 3700, null)).rejects.toMatchObject(because('rewardOfNobody'))
    const offered = (await api('loyalty.balance', { contactId: ids.anna }))[0]!.rewards
    expect(offered.map(({ name, obstacle }) => [name, obstacle])).toEqual([
      ['Five euros off', null],
      ...[
        ['Later', 'rewardNotToday'],
        ['Over', 'rewardNotToday'],
        ['None', 'rewardSoldOut'],
        ['Shampoo', null],
        ['Large', null],
      ],
      ['Dear', 'pointsTooFew'],
    ])
    expect(shampoo().name).toBe('Shampoo')
  })

  it('is there as often as there are any, and for each client as often as was said; what was given back is there again', async () => {
    const { api, sell, aReward, aLine } = await openTill()
    const { id } = await aReward({ points: 5, perClient: 1, stock: 2, name: 'Mug' })
    const { document } = await sell([{ id, off: 0 }])
    await expect(sell([{ id, off: 0 }])).rejects.toMatchObject(because('rewardHadAlready'))
    await api('invoices.credit', { id: document.id })
    await expect(sell([{ id, off: 0 }], [aLine()])).resolves.toBeDefined()
  })
})

describe('what a reward took', () => {
  it('comes back in proportion to the lines that are taken back, and what they earned goes', async () => {
    const { api, sell, reward, balance, cut, shampoo, verified, ledger } = await openTill()
    const { document } = await sell([{ id: reward.id, off: 500 }], [cut(), shampoo(2000)], 6680)
    expect(await balance()).toBe(84 - 20 + 66)
    await api('invoices.credit', { id: document.id, lines: [{ lineId: document.lines[1]!.id, quantity: 1000 }] })
    // Of the 500 off, 208 are off two shampoos: half of that is 4 of 20 stars, and a shampoo of 13.86 earned 14 of 66.
    expect((await ledger()).slice(0, 2).map(({ kind, points }) => [kind, points])).toEqual([
      ['reversed', -14],
      ['returned', 4],
    ])
    expect(await balance()).toBe(84 - 16 + 52)
    await api('invoices.credit', { id: document.id })
    expect([await balance(), await verified()]).toEqual([84, []])
  })

  it('comes back once, and not by hand while it stands on an invoice', async () => {
    const { api, sell, reward, balance, ledger } = await openTill()
    const { document } = await sell([{ id: reward.id, off: 500 }], undefined, 3700)
    const { redemptionId } = (await ledger()).find(({ kind }) => kind === 'spent')!
    await expect(api('loyalty.takeBack', { id: redemptionId!, note: 'By hand' })).rejects.toMatchObject(because('rewardOnInvoice'))
    const note = await api('invoices.credit', { id: document.id })
    await api('payments.refund', { documentId: note.id, method: 'card', amount: 3700 })
    expect(await balance()).toBe(84)
  })

  it('of a gift comes back with all of the invoice', async () => {
    const { api, sell, aReward, balance, cut, shampoo } = await openTill()
    const { id } = await aReward()
    const { document } = await sell([{ id, off: 0 }], [cut(), shampoo()])
    await api('invoices.credit', { id: document.id, lines: [{ lineId: document.lines[0]!.id, quantity: 1000 }] })
    expect(await balance()).toBe(54 + 14)
    await api('invoices.credit', { id: document.id })
    expect(await balance()).toBe(84)
  })
})
