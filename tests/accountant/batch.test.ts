import { describe, expect, it } from 'vitest'
import { usualAccounts } from '../../shared/accountant/accounts.ts'
import { aSeller } from '../support/shop.ts'
import { anAccountantsShop, because, cellsOf } from './shop.ts'

describe('A batch of bookings for DATEV', () => {
  it('holds a month as its format wants it, byte for byte', async () => {
    const { api, anInvoice, aLine, ids, batch, clock } = await anAccountantsShop()
    const invoice = await anInvoice({ lines: [aLine(), aLine({ name: 'Book', price: 1070, taxRateId: ids.reduced })] })
    await api('payments.record', { method: 'cash', amount: 2000, tip: 300, documentIds: [invoice.id] })
    await api('payments.record', { method: 'card', amount: 3270, tip: 150, documentIds: [invoice.id] })
    clock.now = new Date('2026-11-25T09:00:00.000Z')
    await api('invoices.credit', { id: invoice.id, lines: [{ lineId: invoice.lines[1]!.id, quantity: 1000 }] })
    await api('cashbook.enter', { kind: 'paidOut', amount: 1500, note: 'Zur Bank; "Beutel" 7' })
    await api('cashbook.close', { counted: 790 })
    const { rows, bytes, bookings } = await batch()
    expect(bookings).toEqual([
      '42,00 | S | 10000 | 8400 |  | 2411 | 2026-0001 | Anna Petersen',
      '10,70 | S | 10000 | 8300 |  | 2411 | 2026-0001 | Anna Petersen',
      '10,70 | H | 10000 | 8300 |  | 2511 | RK-2026-0001 | Anna Petersen',
      '20,00 | S | 1000 | 10000 |  | 2411 | 2026-0001 | Anna Petersen',
      '3,00 | S | 1000 | 1700 |  | 2411 |  | Trinkgeld, Anna Petersen',
      '32,70 | S | 1360 | 10000 |  | 2411 | 2026-0001 | Anna Petersen',
      '1,50 | S | 1360 | 1700 |  | 2411 |  | Trinkgeld, Anna Petersen',
      '15,00 | H | 1000 | 1360 |  | 2511 |  | Zur Bank; "Beutel" 7',
      '0,10 | H | 1000 | 4900 |  | 2511 |  | Kassendifferenz',
    ])
    expect(rows).toBe(9)
    await expect(Buffer.from(bytes).toString('latin1')).toMatchFileSnapshot('golden/EXTF_Buchungsstapel.csv')
  })

  it('says whose it is, of which days and in which year; every line has 125 cells', async () => {
    const { anInvoice, batch } = await anAccountantsShop()
    await anInvoice()
    const { head, columns, lines } = await batch()
    expect(head).toBe(
      '"EXTF";700;21;"Buchungsstapel";13;20261124083000000;;"RE";"";"";29098;55003;20260101;4;20261101;20261130;"Regulars";"";1;0;0;"EUR";;"";;;"03";;;"";""',
    )
    expect([columns.split(';').length, cellsOf(lines[0]!).length, lines.at(-1)]).toEqual([125, 125, ''])
    expect(cellsOf(head)).toHaveLength(31)
  })

  it('is written in Windows-1252, with what it cannot hold as near as can be', async () => {
    const { anInvoice, batch, aDraft } = await anAccountantsShop()
    const { buyer } = await anInvoice()
    await anInvoice(aDraft({ buyer: { ...buyer, name: 'Łukasz Şahin–Weiß € "A"\n💇' } }))
    const { bytes, bookings } = await batch()
    expect(bookings[1]).toBe('42,00 | S | 10000 | 8400 |  | 2411 | 2026-0002 | Lukasz Sahin–Weiß € "A" ?')
    expect([bytes.includes(Buffer.of(0x80)), bytes.includes(Buffer.of(0xdf)), bytes.includes(Buffer.of(0xc3))]).toEqual([true, true, false])
  })

  it('gives each client an account of their own where that is wanted, and each tax its key', async () => {
    const { api, anInvoice, ids, batch } = await anAccountantsShop()
    await api('accountant.changeSettings', { chart: 'SKR04', debtors: 'perClient', taxKeys: 'written', accountLength: 5 })
    await anInvoice()
    const { head, bookings } = await batch()
    expect(bookings).toEqual([`42,00 | S | ${10_000 + ids.anna}0 | 44000 | 0003 | 2411 | 2026-0001 | Anna Petersen`])
    expect([head.includes(';5;20261101'), head.includes('"04"')]).toEqual([true, true])
  })

  it('takes a deposit off where it was put, and what is not taxed to accounts of its own', async () => {
    const { api, anInvoice, aLine, ids, batch } = await anAccountantsShop()
    await api('invoices.changeSettings', { seller: { ...aSeller, vatId: 'DE123456788' } })
    const rates = await api('taxes.rates', {})
    const rateOf = (category: string, name = '') => rates.find(rate => rate.category === category && rate.reason.includes(name))!.id
    const deposit = await anInvoice({ kind: 'deposit', lines: [aLine({ price: 2000 })] })
    await api('payments.record', { method: 'transfer', amount: 2500, documentIds: [deposit.id], contactId: ids.anna })
    const { buyer } = deposit
    await anInvoice({ lines: [aLine(), aLine({ kind: 'deposit', itemId: deposit.id, price: -2000 })] })
    await anInvoice({ lines: [aLine({ taxRateId: rateOf('E', '§ 19') }), aLine({ price: 100, taxRateId: rateOf('E', '§ 4') })] })
    await anInvoice({ buyer: { ...buyer, vatId: 'ATU 12345678' }, lines: [aLine({ taxRateId: rateOf('K') })] })
    await api('invoices.credit', { id: deposit.id })
    const { bookings, lines } = await batch()
    expect(bookings.map(booking => booking.split(' | ').slice(0, 4).join(' '))).toEqual([
      ...['20,00 S 10000 1718', '42,00 S 10000 8400', '20,00 H 10000 1718', '42,00 S 10000 8195', '1,00 S 10000 8100'],
      ...['42,00 S 10000 8125', '20,00 H 10000 1718', '20,00 S 1200 10000', '5,00 S 1200 10000'],
    ])
    expect(cellsOf(lines[5]!)[39]).toBe('ATU12345678')
    expect(bookings.at(-1)).toBe('5,00 | S | 1200 | 10000 |  | 2411 |  | Anna Petersen, Guthaben')
  })

  it('is refused without the numbers that DATEV knows the two by, and over two business years', async () => {
    const { api, batch } = await anAccountantsShop()
    await expect(batch({ from: '2025-12-01', to: '2026-01-31' })).rejects.toMatchObject(because('twoBusinessYears'))
    await api('accountant.changeSettings', { yearBegins: 7 })
    expect(await batch({ from: '2025-12-01', to: '2026-01-31' })).toMatchObject({
      rows: 0,
      head: expect.stringContaining(';20250701;') as string,
    })
    await api('accountant.changeSettings', { client: null })
    await expect(batch()).rejects.toMatchObject(because('accountantNumbersWanted'))
  })
})

describe('The accounts of the accountant', () => {
  it('follow the chart, but for those that were set; another chart begins with its own', async () => {
    const { api } = await anAccountantsShop()
    const set = await api('accountant.changeSettings', { accounts: { cash: '1001' } })
    expect(set.accounts).toEqual({ ...usualAccounts.SKR03, cash: '1001' })
    expect((await api('accountant.changeSettings', { chart: 'SKR04' })).accounts).toEqual(usualAccounts.SKR04)
  })

  it('are no longer than they may be, and nothing is kept of what is refused', async () => {
    const { api } = await anAccountantsShop()
    await expect(api('accountant.changeSettings', { accounts: { cash: '10001' } })).rejects.toMatchObject({
      failure: { reason: 'accountTooLong', problems: [{ path: ['accounts', 'cash'] }] },
    })
    await expect(api('accountant.changeSettings', { accounts: { debtors: '70000' } })).rejects.toMatchObject(because('debtorsWrong'))
    expect(await api('accountant.settings', {})).toMatchObject({ accounts: usualAccounts.SKR03, consultant: 29_098 })
  })

  it('are taken back like any other change', async () => {
    const { api } = await anAccountantsShop()
    const { operation } = await api.noted('accountant.changeSettings', { client: 7 })
    await api.run('operations.undo', { id: operation! })
    expect(await api('accountant.settings', {})).toMatchObject({ client: 55_003 })
  })
})
