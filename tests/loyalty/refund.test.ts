import { describe, expect, it } from 'vitest'
import { openLoyalShop, type terms } from './programme.ts'

/** Anna has paid 42 and 18 euros with one invoice: 60 stars, of which 40 are spent. A star is worth five cents. */
async function openSpent(changes: Partial<typeof terms> = {}, rewards = 2) {
  const shop = await openLoyalShop({ fromRefund: true, ...changes })
  const { api, ids, anInvoice, pay, aLine, reward } = shop
  const invoice = await anInvoice({ lines: [aLine(), aLine({ name: 'Colour', price: 1800 })] })
  await pay(invoice.id, 6000)
  for (let turn = 0; turn < rewards; turn++) await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
  const credit = (place?: number) =>
    api('invoices.credit', {
      id: invoice.id,
      ...(place !== undefined && { lines: [{ lineId: invoice.lines[place]!.id, quantity: 1000 }] }),
    })
  const get = (id: number) => api('invoices.get', { id })
  const kept = (documentId: number) => api('loyalty.keptBack', { documentId })
  const broken = async () => (await api('loyalty.verify', {})).broken
  return { ...shop, invoice, credit, get, kept, broken }
}

/** Besides, five euros off a cut, for 20 of those stars. */
async function withRewardedSale() {
  const shop = await openSpent({}, 0)
  const { api, ids, aDraft, aLine, reward } = shop
  const sellFor = async (taxRateId = ids.full) => {
    const draft = aDraft({ lines: [aLine({ taxRateId })] })
    const sale = { draft, tenders: [{ method: 'card' as const, amount: 3700 }], rewards: [{ id: reward.id, off: 500 }] }
    return (await api('checkout.complete', sale)).document
  }
  return { ...shop, sellFor }
}

describe('points that are spent when their invoice is taken back', () => {
  it('come off the refund: an invoice charges what they are worth, which the credit note settles', async () => {
    const { api, credit, kept, get, balance, ledger, broken, invoice } = await openSpent()
    const note = await credit()
    // All 60 go back: 20 that are left, and 40 that are gone, at 5 cents.
    const [charged] = await kept(note.id)
    expect(charged).toMatchObject({ programme: 'Stars', unit: 'stars', points: 40, amount: 200, noteId: note.id, noteNumber: note.number })
    const charge = await get(charged!.documentId)
    expect(charge).toMatchObject({
      ...{ kind: 'invoice', state: 'paid', gross: 200, number: charged!.number, contactId: invoice.contactId },
      lines: [{ kind: 'free', name: `40 stars, spent already, of invoice ${invoice.number}`, basisPoints: 1900 }],
    })
    expect(charge.header).toContain(note.number)
    expect(await kept(charge.id)).toEqual([charged])
    expect(await get(note.id)).toMatchObject({ gross: 6000, open: 5800 })
    await expect(api('payments.refund', { documentId: note.id, method: 'card', amount: 5801 })).rejects.toMatchObject({
      failure: { reason: 'refundTooMuch' },
    })
    await api('payments.refund', { documentId: note.id, method: 'card', amount: 5800 })
    expect((await ledger())[0]).toMatchObject({
      ...{ kind: 'reversed', points: -20, balance: 0 },
      note: `40 stars were spent already: charged by invoice ${charge.number}`,
    })
    expect([await balance(), await broken()]).toEqual([0, []])
  })

  it('are charged once, however many credit notes it takes', async () => {
    const { credit, kept, get, balance, broken } = await openSpent()
    const first = await credit(0)
    expect(await kept(first.id)).toMatchObject([{ points: 22, amount: 110 }])
    const second = await credit()
    expect(await kept(second.id)).toMatchObject([{ points: 18, amount: 90 }])
    expect([(await get(first.id)).open, (await get(second.id)).open]).toEqual([4090, 1710])
    expect([await balance(), await broken()]).toEqual([0, []])
  })

  it('are owed as far as the money does not pay for them, or forgiven', async () => {
    for (const mayOwe of [true, false]) {
      // At two euros each, 40 stars are worth more than the 60 euros that would go back.
      const { credit, kept, balance, broken } = await openSpent({ mayOwe, worth: { points: 1, amount: 200 } })
      const note = await credit()
      expect(await kept(note.id)).toMatchObject([{ points: 30, amount: 6000 }])
      expect([note.open, await balance(), await broken()]).toEqual([0, mayOwe ? -10 : 0, []])
    }
  })

  it('are owed where the invoice was not paid, so that no money goes back', async () => {
    const { api, ids, anInvoice, reward, kept, balance } = await openSpent({ earnedWhen: 'issued' }, 0)
    const { id } = await anInvoice()
    for (let turn = 0; turn < 5; turn++) await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    const note = await api('invoices.credit', { id })
    expect([await kept(note.id), await balance()]).toEqual([[], 60 + 42 - 100 - 42])
  })

  it('bring nothing when they are charged, and come back with the reward that took them', async () => {
    const { api, sellFor, credit, balance, kept, broken } = await withRewardedSale()
    const sold = await sellFor()
    expect(await balance()).toBe(60 - 20 + 37)
    const note = await credit()
    // The oldest are spent first: 20 of the first invoice are gone.
    expect(await kept(note.id)).toMatchObject([{ points: 20, amount: 100 }])
    expect(await balance()).toBe(37)
    await api('invoices.credit', { id: sold.id })
    expect([await balance(), await broken()]).toEqual([20, []])
  })

  it('are taxed as what they made cheaper', async () => {
    const { api, sellFor, credit, kept, get, ids } = await withRewardedSale()
    await sellFor(ids.reduced)
    const [charged] = await kept((await credit()).id)
    expect((await get(charged!.documentId)).lines).toMatchObject([{ taxRateId: ids.reduced, amount: 100 }])
    expect((await api('invoices.verify', {})).broken).toEqual([])
  })

  it('cost no money where they are worth none, or where nobody wants it so', async () => {
    for (const changes of [{ worth: { points: 100, amount: 0 } }, { fromRefund: false }]) {
      const { credit, kept, balance } = await openSpent(changes)
      const note = await credit()
      expect([note.open, await kept(note.id), await balance()]).toEqual([6000, [], -40])
    }
  })
})
