import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/folder.ts'
import { openShop } from '../support/shop.ts'

/** Anna pays a cut by card with a tip, the next day too much for another in cash, of which some goes back; later a transfer dated back. */
async function openPayments() {
  const shop = await openShop()
  const { api, anInvoice, clock, ids } = shop
  const [first, second, third] = [await anInvoice(), await anInvoice(), await anInvoice({ contactId: null })]
  await api('payments.record', { method: 'card', amount: 4200, tip: 300, documentIds: [first.id] })
  clock.now = new Date('2026-11-25T09:00:00.000Z')
  const { id } = await api('payments.record', { method: 'cash', amount: 5000, documentIds: [second.id], note: '-1+2' })
  await api('payments.refund', { paymentId: id, method: 'cash', amount: 300 })
  clock.now = new Date('2026-11-27T09:00:00.000Z')
  await api('payments.record', { method: 'transfer', amount: 4200, day: '2026-11-24', documentIds: [third.id], reference: 'ABC' })
  return { ...shop, ids }
}

describe('the list of payments', () => {
  it('is in the order of days, page after page, of everything or of one way to pay', async () => {
    const { api } = await openPayments()
    const all = await api('payments.list', {})
    expect(all.map(({ day, method, amount, left, contactName }) => [day, method, amount, left, contactName])).toEqual([
      ['2026-11-25', 'cash', -300, 0, 'Anna Petersen'],
      ['2026-11-25', 'cash', 5000, 500, 'Anna Petersen'],
      ['2026-11-24', 'transfer', 4200, 0, ''],
      ['2026-11-24', 'card', 4200, 0, 'Anna Petersen'],
    ])
    const ids = async (question: object) => (await api('payments.list', question)).map(({ id }) => id)
    const [first, second] = [await ids({ limit: 2 }), await ids({ limit: 2, before: all[1]!.id })]
    expect([...first, ...second]).toEqual(all.map(({ id }) => id))
    expect(await ids({ method: 'cash' })).toEqual([3, 2])
    expect(await ids({ method: 'cash', to: '2026-11-24' })).toEqual([])
  })

  it('comes to sums by the way of payment, tips apart, and to what clients have to their credit', async () => {
    const { api } = await openPayments()
    expect(await api('payments.sums', {})).toEqual({
      methods: [
        { method: 'card', payments: 1, amount: 4200, tips: 300 },
        { method: 'cash', payments: 2, amount: 4700, tips: 0 },
        { method: 'transfer', payments: 1, amount: 4200, tips: 0 },
      ],
      left: 500,
    })
    expect(await api('payments.sums', { to: '2026-11-24' })).toMatchObject({
      methods: [{ method: 'card' }, { method: 'transfer' }],
      left: 0,
    })
  })

  it('is written out day by day as a table', async () => {
    const { api, offers } = await openPayments()
    const path = join(aFolder(), 'payments.csv')
    const days = { from: '2026-11-01', to: '2026-11-30' }
    expect(await api.run('exports.payments', { ...days, out: offers.offerWrite(path) })).toEqual({ rows: 4 })
    expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
      '\ufeffDay,Payment,Paid by,Client,Documents,Amount,Tip,Left as credit,Reference,Note,Currency',
      '2026-11-24,1,Card,Anna Petersen,2026-0001,42.00,3.00,0.00,,,EUR',
      '2026-11-24,4,Transfer,,2026-0003,42.00,0.00,0.00,ABC,,EUR',
      "2026-11-25,2,Cash,Anna Petersen,2026-0002,50.00,0.00,5.00,,'-1+2,EUR",
      '2026-11-25,3,Cash,Anna Petersen,,-3.00,0.00,0.00,,,EUR',
      '',
    ])
  })
})
