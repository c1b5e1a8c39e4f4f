import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('the drawer', () => {
  it('has a book whose balance runs on from day to day', async () => {
    const { api, clock } = await openShop()
    await api('cashbook.enter', { kind: 'paidIn', amount: 10_000, note: 'Change' })
    await api('cashbook.enter', { kind: 'paidOut', amount: 1250, note: 'Stamps' })
    clock.now = new Date('2026-11-25T08:00:00.000Z')
    const entry = await api('cashbook.enter', { kind: 'paidIn', amount: 50, note: 'Found under the counter' })
    expect(entry).toEqual({
      ...{ id: 3, at: '2026-11-25T08:00:00.000Z', day: '2026-11-25', kind: 'paidIn', amount: 50, balance: 8800, paymentId: null },
      ...{ note: 'Found under the counter', user: 'owner' },
    })
    await expect(api('cashbook.day', {})).resolves.toEqual({
      ...{ day: '2026-11-25', opening: 8750, entries: [entry], expected: 8800, closing: null, takings: [] },
    })
    await expect(api('cashbook.day', { day: '2026-11-24' })).resolves.toMatchObject({ opening: 0, expected: 8750 })
    await expect(api('cashbook.day', { day: '2026-11-30' })).resolves.toMatchObject({ opening: 8800, entries: [], expected: 8800 })
  })

  it('is counted once for a day, and what differs is entered with it', async () => {
    const { api, anInvoice, clock } = await openShop()
    await api('payments.record', { method: 'cash', amount: 4200, documentIds: [(await anInvoice()).id] })
    const closing = await api('cashbook.close', { counted: 4150, note: 'A coin is missing' })
    expect(closing).toEqual({
      ...{ id: 1, day: '2026-11-24', at: '2026-11-24T07:30:00.000Z', expected: 4200, counted: 4150, difference: -50 },
      ...{ note: 'A coin is missing', user: 'owner' },
    })
    const day = await api('cashbook.day', {})
    expect(day).toMatchObject({ expected: 4200, closing })
    expect(day.entries.at(-1)).toMatchObject({ kind: 'difference', amount: -50, balance: 4150, note: 'A coin is missing' })
    await expect(api('cashbook.closings', {})).resolves.toEqual([closing])
    await expect(api('cashbook.closings', { before: '2026-11-24' })).resolves.toEqual([])
    clock.now = new Date('2026-11-25T08:00:00.000Z')
    await expect(api('cashbook.day', {})).resolves.toMatchObject({ opening: 4150 })
    await expect(api('cashbook.close', { counted: 4150 })).resolves.toMatchObject({ day: '2026-11-25', expected: 4150, difference: 0 })
    expect((await api('cashbook.day', {})).entries).toEqual([])
  })

  it('gets nothing any more into a day that was closed', async () => {
    const { api, anInvoice, clock } = await openShop()
    const { id } = await anInvoice()
    await api('cashbook.close', { counted: 10_000 })
    await expect(api('cashbook.enter', { kind: 'paidIn', amount: 1, note: 'Late' })).rejects.toMatchObject(because('drawerClosed'))
    await expect(api('cashbook.close', { counted: 10_000 })).rejects.toMatchObject(because('drawerClosed'))
    await expect(api('cashbook.close', { counted: 10_000, day: '2026-11-23' })).rejects.toMatchObject(because('drawerClosed'))
    const late = { method: 'cash' as const, amount: 4200, documentIds: [id] }
    await expect(api('payments.record', late)).rejects.toMatchObject(because('drawerClosed'))
    await expect(api('payments.list', {})).resolves.toEqual([])
    clock.now = new Date('2026-11-25T08:00:00.000Z')
    await expect(api('payments.record', { ...late, day: '2026-11-24' })).rejects.toMatchObject(because('drawerClosed'))
    await api('payments.record', late)
    expect((await api('cashbook.day', {})).expected).toBe(14_200)
  })

  it('is closed the next morning where it was forgotten, but not once that day has begun', async () => {
    const { api, clock } = await openShop()
    await api('cashbook.enter', { kind: 'paidIn', amount: 10_000, note: 'Change' })
    clock.now = new Date('2026-11-25T08:00:00.000Z')
    await expect(api('cashbook.close', { counted: 1, day: '2026-11-26' })).rejects.toMatchObject(because('dayToCome'))
    await api('cashbook.close', { counted: 10_000, day: '2026-11-24' })
    await api('cashbook.enter', { kind: 'paidIn', amount: 1, note: 'Found' })
    clock.now = new Date('2026-11-26T08:00:00.000Z')
    await api('cashbook.enter', { kind: 'paidIn', amount: 1, note: 'Found' })
    await expect(api('cashbook.close', { counted: 10_001, day: '2026-11-25' })).rejects.toMatchObject(because('drawerGoneOn'))
    await expect(api('cashbook.close', { counted: 10_002 })).resolves.toMatchObject({ day: '2026-11-26', difference: 0 })
  })

  it('never holds less than nothing', async () => {
    const { api } = await openShop()
    await expect(api('cashbook.enter', { kind: 'paidOut', amount: 1, note: 'Stamps' })).rejects.toMatchObject(because('drawerTooEmpty'))
  })

  it('follows the clock of the shop, and does not go back with it', async () => {
    const { api, clock } = await openShop()
    clock.now = new Date('2026-11-24T23:10:00.000Z')
    const entry = await api('cashbook.enter', { kind: 'paidIn', amount: 100, note: 'After midnight in Hamburg' })
    expect(entry.day).toBe('2026-11-25')
    clock.now = new Date('2026-11-24T22:00:00.000Z')
    await expect(api('cashbook.enter', { kind: 'paidIn', amount: 100, note: 'Set back' })).rejects.toMatchObject(because('drawerGoneOn'))
  })

  it('tells what came in by each method, tips apart', async () => {
    const { api, ids } = await openShop()
    const take = (method: 'cash' | 'card', amount: number, tip = 0) => api('payments.record', { method, amount, tip, contactId: ids.anna })
    await take('card', 4200, 300)
    await take('cash', 1000)
    const { id } = await take('card', 2000)
    await api('payments.refund', { paymentId: id, method: 'card', amount: 500 })
    expect((await api('cashbook.day', {})).takings).toEqual([
      { method: 'card', amount: 5700, tips: 300, payments: 3 },
      { method: 'cash', amount: 1000, tips: 0, payments: 1 },
    ])
  })

  it('takes two entries at once one after the other', async () => {
    const { api } = await openShop()
    await Promise.all([1, 2, 3, 4].map(amount => api('cashbook.enter', { kind: 'paidIn', amount, note: 'At once' })))
    const { entries } = await api('cashbook.day', {})
    let balance = 0
    for (const entry of entries) expect(entry.balance).toBe((balance += entry.amount))
    expect(balance).toBe(10)
  })
})
