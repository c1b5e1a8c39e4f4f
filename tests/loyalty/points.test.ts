import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { openLoyalShop } from './programme.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('points', () => {
  it('are earned when an invoice is paid, for the part that was', async () => {
    const { anInvoice, pay, balance, ledger } = await openLoyalShop()
    const { id, number } = await anInvoice()
    expect(await balance()).toBe(0)
    await pay(id, 2150)
    expect(await balance()).toBe(21)
    await pay(id, 2050)
    expect(await balance()).toBe(42)
    expect(await ledger()).toMatchObject([
      { kind: 'earned', points: 21, balance: 42, number, lapsesOn: '2027-11-30' },
      { kind: 'earned', points: 21, balance: 21, number, why: [{ reason: 'amount', points: 42, text: '' }] },
    ])
  })

  it('are those of the terms that held when the invoice was issued', async () => {
    const { api, anInvoice, pay, balance, programme, clock } = await openLoyalShop()
    const { id } = await anInvoice()
    clock.now = new Date(clock.now.getTime() + 60_000)
    await api('loyalty.changeProgramme', {
      id: programme.id,
      terms: { ...programme.terms, byAmount: { points: 5, per: 100, base: 'gross' } },
    })
    await pay(id, 4200)
    expect(await balance()).toBe(42)
    clock.now = new Date(clock.now.getTime() + 60_000)
    const { id: later } = await anInvoice()
    await pay(later, 4200)
    expect(await balance()).toBe(42 + 210)
  })

  it('go back with a credit note, also once they were spent', async () => {
    const { api, anInvoice, pay, balance, ids, reward, ledger, aLine } = await openLoyalShop()
    const invoice = await anInvoice({ lines: [aLine(), aLine({ name: 'Colour', price: 1800 })] })
    await pay(invoice.id, 6000)
    await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    expect(await balance()).toBe(20)
    await api('invoices.credit', { id: invoice.id, lines: [{ lineId: invoice.lines[0]!.id, quantity: 1000 }] })
    expect(await balance()).toBe(60 - 40 - 42)
    expect((await ledger()).map(({ kind, points, balance }) => [kind, points, balance])).toEqual([
      ['reversed', -42, -22],
      ['spent', -20, 20],
      ['spent', -20, 40],
      ['earned', 60, 60],
    ])
    await expect(api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })).rejects.toMatchObject(because('pointsTooFew'))
  })

  it('that are gone are forgiven where the shop wants it so', async () => {
    const { api, anInvoice, pay, balance, ids, reward } = await openLoyalShop({ mayOwe: false })
    const { id } = await anInvoice()
    await pay(id, 4200)
    await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    await api('invoices.credit', { id })
    expect(await balance()).toBe(0)
  })

  it('lapse on their day, and are never taken twice', async () => {
    const { api, anInvoice, pay, balance, clock, ledger } = await openLoyalShop({ lapsesAfter: 1 })
    const { id } = await anInvoice()
    await pay(id, 4200)
    clock.now = new Date('2026-12-31T12:00:00.000Z')
    expect(await balance()).toBe(42)
    clock.now = new Date('2027-01-01T12:00:00.000Z')
    expect(await balance()).toBe(0)
    expect(await api.run('loyalty.lapse', {})).toEqual({ lots: 1, points: 42 })
    expect(await api.run('loyalty.lapse', {})).toEqual({ lots: 0, points: 0 })
    expect([await balance(), (await ledger())[0]]).toMatchObject([0, { kind: 'lapsed', points: -42, balance: 0 }])
    await api('invoices.credit', { id })
    expect(await balance()).toBe(0)
  })

  it('are given back to the lots from which a reward took them, once', async () => {
    const { api, anInvoice, pay, balance, ids, reward, ledger } = await openLoyalShop()
    await pay((await anInvoice()).id, 4200)
    const { id } = await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    expect((await ledger())[0]).toMatchObject({ kind: 'spent', points: -20, reward: 'Five euros off', redemptionId: id })
    expect(await api('loyalty.takeBack', { id, note: 'Cancelled' })).toEqual({ balance: 42 })
    await expect(api('loyalty.takeBack', { id, note: 'Again' })).rejects.toMatchObject(because('pointsBackAlready'))
    expect([await balance(), (await api('loyalty.verify', {})).broken]).toEqual([42, []])
  })

  it('are given and taken by hand with a reason, and never below nothing', async () => {
    const { api, balance, ids, programme, ledger } = await openLoyalShop()
    const by = { contactId: ids.anna, programmeId: programme.id }
    await api('loyalty.adjust', { ...by, points: 15, note: 'Wrote a review' })
    await api('loyalty.adjust', { ...by, points: -5, note: 'A slip' })
    expect((await ledger()).map(({ points, note }) => [points, note])).toEqual([
      [-5, 'A slip'],
      [15, 'Wrote a review'],
    ])
    await expect(api('loyalty.adjust', { ...by, points: -11, note: 'Too many' })).rejects.toMatchObject(because('pointsTooFew'))
    await expect(api('loyalty.adjust', { ...by, points: 0, note: 'None' })).rejects.toMatchObject(because('required'))
    expect(await balance()).toBe(10)
  })

  it('of two records that are merged are one sum, and part again', async () => {
    const { api, anInvoice, pay, balance, ids } = await openLoyalShop()
    const other = await api('contacts.create', { givenName: 'Anne', familyName: 'Petersen' })
    await pay((await anInvoice()).id, 4200)
    await pay((await anInvoice({ contactId: other.id })).id, 4200)
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [other.id] })
    expect([await balance(), await balance(other.id)]).toEqual([84, 84])
    await api('contacts.unmerge', { id: other.id })
    expect([await balance(), await balance(other.id), (await api('loyalty.verify', {})).broken]).toEqual([42, 42, []])
  })

  it('are owed on any day, by the month in which they were earned', async () => {
    const { api, anInvoice, pay, programme, clock, ids, reward } = await openLoyalShop()
    await pay((await anInvoice()).id, 4200)
    clock.now = new Date('2026-12-03T12:00:00.000Z')
    await pay((await anInvoice()).id, 4200)
    await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    const owed = (day: string | null) => api('loyalty.liability', { programmeId: programme.id, day })
    expect(await owed('2026-11-30')).toMatchObject({ points: 42, amount: 210, members: 1 })
    expect(await owed(null)).toEqual({
      ...{ points: 64, amount: 320, members: 1, breakage: 0, expected: 320 },
      months: [
        { month: '2026-11', points: 22, amount: 110 },
        { month: '2026-12', points: 42, amount: 210 },
      ],
    })
    expect(await owed('2027-12-01')).toMatchObject({ points: 42 })
    expect(await owed('2028-01-01')).toMatchObject({ points: 0, months: [] })
  })
})

describe('the books of points', () => {
  async function books() {
    const dataFolder = aFolder()
    const { api, anInvoice, pay, ids, reward, close } = await openLoyalShop({}, { dataFolder })
    await pay((await anInvoice()).id, 4200)
    await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    expect(await api('loyalty.verify', {})).toEqual({ lots: 1, entries: 1, broken: [] })
    await close()
    const sqlite = new Database(join(dataFolder, 'regulars.db'))
    return {
      sqlite,
      broken: async () => (await (await openApp({ dataFolder })).api('loyalty.verify', {})).broken,
    }
  }

  it('refuse to be changed', async () => {
    const { sqlite } = await books()
    for (const table of ['loyaltyLot', 'loyaltyEntry', 'loyaltyRedemption']) {
      expect(() => sqlite.exec(`delete from ${table}`)).toThrow('final')
      expect(() => sqlite.exec(`update ${table} set points = points * 2`)).toThrow('final')
    }
  })

  it.each([
    ['drop trigger loyaltyLotStays; update loyaltyLot set points = 43', [{ lotId: 1, fault: 'left' }]],
    [
      'update loyaltyLot set left = 42',
      [
        { lotId: 1, fault: 'left' },
        { lotId: 0, fault: 'flow' },
      ],
    ],
    ['update loyaltyMember set points = 42', [{ lotId: 1, fault: 'member' }]],
    ['update loyaltyFlow set points = points + 1', [{ lotId: 0, fault: 'flow' }]],
    [
      'drop trigger loyaltyEntryupdateRefused; update loyaltyEntry set points = -19',
      [
        { lotId: 1, fault: 'left' },
        { lotId: 1, fault: 'redemption' },
      ],
    ],
    ['drop trigger loyaltyRedemptionStays; update loyaltyRedemption set points = 10', [{ lotId: 1, fault: 'redemption' }]],
    [
      'drop trigger loyaltyLotStays; update loyaltyLot set points = 10, left = -10',
      [
        { lotId: 1, fault: 'overspent' },
        { lotId: 0, fault: 'flow' },
      ],
    ],
  ])('say where they were changed in spite of it: %s', async (change, faults) => {
    const { sqlite, broken } = await books()
    sqlite.exec(change)
    sqlite.close()
    expect(await broken()).toEqual(faults)
  })
})
