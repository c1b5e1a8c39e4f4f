import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'
import { furnishShop } from '../support/shop.ts'
import { openVoucherShop, withVouchers } from '../support/vouchers.ts'

describe('vouchers in the books', () => {
  it('says what is owed, by the year of the sale', async () => {
    const { api, aCard, aPackage, fromPackage, sell, pay, anInvoice, clock } = await openVoucherShop()
    const { sold } = await sell([aCard(), aPackage()])
    await pay(sold[0]!.id, 1000, (await anInvoice()).id)
    await anInvoice({ lines: [fromPackage(sold[1]!.id)] })
    clock.now = new Date('2027-01-04T09:00:00.000Z')
    await sell([aCard({ price: 2500 })])
    await expect(api('vouchers.outstanding', {})).resolves.toEqual([
      { year: '2026', kind: 'multiPurpose', currency: 'EUR', vouchers: 1, sold: 5000, open: 4000 },
      { year: '2026', kind: 'package', currency: 'EUR', vouchers: 1, sold: 37_800, open: 34_020 },
      { year: '2027', kind: 'multiPurpose', currency: 'EUR', vouchers: 1, sold: 2500, open: 2500 },
    ])
    await expect(api('vouchers.verify', {})).resolves.toEqual({ vouchers: 3, broken: [] })
  })

  it('follow their owner into a merge and out of it', async () => {
    const { api, aCard, sell, ids } = await openVoucherShop()
    const { id: twin } = await api('contacts.create', aContact())
    const { voucher } = await sell([aCard()], { contactId: twin })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [twin] })
    await expect(api('vouchers.list', { contactId: twin })).resolves.toMatchObject([{ id: voucher.id, contactId: ids.anna }])
    const { voucher: later } = await sell([aCard()], { contactId: ids.anna })
    await api('contacts.unmerge', { id: twin })
    await expect(api('vouchers.list', { contactId: twin })).resolves.toMatchObject([{ id: voucher.id }])
    await expect(api('vouchers.list', { contactId: ids.anna })).resolves.toMatchObject([{ id: later.id }])
  })

  it('are found by code, name, holder and client, and by what they are good for', async () => {
    const { api, aCard, aPackage, sell, pay, anInvoice, ids } = await openVoucherShop()
    const { sold } = await sell([aCard({ description: 'Grandma Öztürk' }), aPackage()])
    const found = async (filter: object) => (await api('vouchers.list', filter)).map(({ id }) => id)
    const [card, cuts] = [sold[0]!.id, sold[1]!.id]
    await expect(found({ text: 'ozturk' })).resolves.toEqual([card])
    await expect(found({ text: sold[0]!.code.slice(3, 8) })).resolves.toEqual([card])
    await expect(found({ text: 'petersen' })).resolves.toEqual([cuts, card])
    await expect(found({ kind: 'package', contactId: ids.anna })).resolves.toEqual([cuts])
    await pay(card, 4200, (await anInvoice()).id)
    await pay(card, 800, (await anInvoice()).id)
    await expect(found({ state: 'used' })).resolves.toEqual([card])
    await expect(found({ state: 'active' })).resolves.toEqual([cuts])
    await expect(api('vouchers.count', { state: 'used' })).resolves.toEqual({ vouchers: 1 })
  })

  it('change hands, which is taken back like any change; what was sold or used is final', async () => {
    const { api, aCard, sell } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    const { id: other } = await api('contacts.create', aContact({ givenName: 'Emma', familyName: 'Vogt' }))
    await api('vouchers.change', { id: voucher.id, contactId: other, holder: 'Emma' })
    await expect(api('vouchers.list', { text: 'vogt' })).resolves.toMatchObject([{ holder: 'Emma', contactName: 'Emma Vogt' }])
    const [told] = await api('operations.list', { limit: 1 })
    expect(told).toMatchObject({ isFinal: false, contactId: other, summary: { text: 'voucherChanged' } })
    await api.run('operations.undo', { id: told!.id })
    await expect(api('vouchers.get', { id: voucher.id })).resolves.toMatchObject({ contactId: voucher.contactId, holder: '' })
    const [checkedOut] = (await api('operations.list', { limit: 10 })).filter(({ summary }) => summary.text === 'checkedOut')
    expect(checkedOut).toMatchObject({ isFinal: true })
  })

  it('are written as a table, and as a card to give away', async () => {
    const { destination, ...app } = await aShopWithFiles()
    const { api, aCard, sell } = await withVouchers(await furnishShop(app))
    const { voucher } = await sell([aCard({ description: '=Grandma' })])
    const { out, read } = destination()
    await expect(api.run('exports.vouchers', { out })).resolves.toEqual({ rows: 1 })
    const code = voucher.code.replace(/.{4}(?=.)/g, '$&-')
    expect(read().split('\r\n')).toEqual([
      '\ufeffCode,Kind,Name,State,Client,For,Sold on,Invoice,Valid until,Price,Worth,Left,Currency',
      `${code},Gift card,Gift card,valid,Anna Petersen,'=Grandma,2026-11-24,2026-0001,2029-12-31,50.00,50.00,50.00,EUR`,
      '',
    ])
    const card = destination()
    await expect(api.run('vouchers.pdf', { id: voucher.id, out: card.out })).resolves.toEqual({ pages: 1 })
    expect(card.read().slice(0, 5)).toBe('%PDF-')
  })
})

it('the database itself lets no balance fall below nothing, nor the ledger be changed', async () => {
  const dataFolder = aFolder()
  const { aCard, sell, close } = await openVoucherShop({ dataFolder })
  await sell([aCard()])
  await close()
  const sqlite = new Database(join(dataFolder, 'regulars.db'))
  const entry = "insert into voucherEntry (voucherId, at, day, kind, amount, note, user) values (1, '', '', 'redeemed', -5001, '', '')"
  expect(() => sqlite.exec(entry)).toThrow('CHECK')
  for (const statement of [
    'update voucherEntry set amount = 1',
    'delete from voucherEntry',
    'update voucher set issued = 9000',
    'delete from voucher',
  ])
    expect(() => sqlite.exec(statement)).toThrow('final')
  sqlite.close()
})
