import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { makeUpEntries } from '../../electron/backups/lost-entries.ts'
import { databaseFile } from '../../electron/db/open.ts'
import { knowShopTime } from '../../electron/db/shop-time.ts'
import { fillPointSums } from '../../electron/db/point-sums.ts'
import { openLoyalShop } from '../loyalty/programme.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { withVouchers } from '../support/vouchers.ts'

const told = { note: 'made up', now: new Date('2026-11-28T09:00:00.000Z') }

/** Anna has points of two invoices, of which a reward took some; a card that paid one of them, was topped up and paid another. */
async function aBusyShop() {
  const dataFolder = aFolder()
  const loyal = await openLoyalShop({}, { dataFolder })
  const { api, aCard, sell, pay, anInvoice, ids, reward } = { ...(await withVouchers(loyal)), reward: loyal.reward }
  const { voucher } = await sell([aCard()])
  await pay(voucher.id, 4200, (await anInvoice()).id)
  await sell([aCard({ itemId: voucher.id, price: 2500 })])
  await pay(voucher.id, 1000, (await anInvoice()).id)
  await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
  const held = { balance: (await api('vouchers.get', { id: voucher.id })).balance, points: await loyal.balance() }
  await loyal.close()
  return { dataFolder, voucherId: voucher.id, contactId: ids.anna, held }
}

function withoutTriggers<T>(file: string, work: (sqlite: Database.Database) => T) {
  const sqlite = new Database(file)
  knowShopTime(sqlite)
  const triggers = sqlite.prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_schema where type = 'trigger'`).all()
  for (const { name } of triggers) sqlite.exec(`drop trigger "${name}"`)
  const value = work(sqlite)
  for (const { sql } of triggers) sqlite.exec(sql)
  sqlite.exec(`delete from loyaltyMember; delete from loyaltyFlow; ${fillPointSums}`)
  sqlite.close()
  return value
}

it('whichever entries were lost, cards and points are worth what they were, and the books agree again', async () => {
  const { dataFolder, voucherId, contactId, held } = await aBusyShop()
  for (let which = 0; which < 32; which++) {
    const unsettled = withoutTriggers(databaseFile(dataFolder), sqlite => {
      sqlite.exec(`delete from voucherEntry where (${which} >> ((id - 1) % 4)) & 1; delete from loyaltyEntry where ${which} >> 4`)
      return makeUpEntries(sqlite, told)
    })
    expect(unsettled.map(({ kind }) => kind)).not.toContain('pointsChanged')
    const { api, close } = await openApp({ dataFolder })
    expect((await api('vouchers.verify', {})).broken).toEqual([])
    expect((await api('loyalty.verify', {})).broken).toEqual([])
    const [points] = await api('loyalty.balance', { contactId })
    expect({ balance: (await api('vouchers.get', { id: voucherId })).balance, points: points!.points }).toEqual(held)
    await close()
  }
})

it('where nothing was lost nothing is made up', async () => {
  const { dataFolder } = await aBusyShop()
  expect(withoutTriggers(databaseFile(dataFolder), sqlite => makeUpEntries(sqlite, told))).toEqual([])
})

it('where the visit of a reserved reward was lost, its points are the client’s again', async () => {
  const dataFolder = aFolder()
  const { api, ids, reward, aVisit, balance, pay, anInvoice, close } = await openLoyalShop({}, { dataFolder })
  await pay((await anInvoice()).id, 4200)
  await api('appointments.book', aVisit({ rewardId: reward.id }))
  const left = await balance()
  await close()
  withoutTriggers(databaseFile(dataFolder), sqlite => {
    sqlite.exec('delete from appointmentService; delete from appointment')
    makeUpEntries(sqlite, told)
  })
  const reopened = await openApp({ dataFolder })
  const [points] = await reopened.api('loyalty.balance', { contactId: ids.anna })
  expect(points!.points).toBe(left + reward.points)
  expect((await reopened.api('loyalty.verify', {})).broken).toEqual([])
  await reopened.close()
})
