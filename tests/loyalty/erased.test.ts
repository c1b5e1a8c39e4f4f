import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillPointSums } from '../../electron/db/point-sums.ts'
import { aFolder } from '../support/folder.ts'
import { openLoyalShop } from './programme.ts'

/** Anna has 42 stars of an invoice, of which she has spent none, and lies in the trash. */
async function openWithoutAnna(...given: Parameters<typeof openLoyalShop>) {
  const shop = await openLoyalShop(...given)
  const { api, ids, programme, clock } = shop
  const invoice = await shop.anInvoice()
  await shop.pay(invoice.id, 4200)
  await api('contacts.trash', { ids: [ids.anna] })
  const owed = async (day: string | null = null) => (await api('loyalty.liability', { programmeId: programme.id, day })).points
  const listed = async () => (await api('loyalty.members', { programmeId: programme.id })).members.map(({ name, points }) => [name, points])
  const lapsing = async () => (await api('loyalty.lapsing', { programmeId: programme.id, days: 366 })).total
  const tomorrow = () => (clock.now = new Date(clock.now.getTime() + 86_400_000))
  return { ...shop, invoice, owed, listed, lapsing, tomorrow }
}

describe.each([12, null])('points that lapse after %s months', lapsesAfter => {
  it('of somebody in the trash are owed, for they can be brought back with them', async () => {
    const { api, ids, owed, listed, balance } = await openWithoutAnna({ lapsesAfter })
    expect([await owed(), await listed()]).toEqual([42, []])
    await api('contacts.restore', { ids: [ids.anna] })
    expect([await balance(), await listed()]).toEqual([42, [['Anna Petersen', 42]]])
  })

  it('of whoever is deleted for good are written off, once, also where the books keep the client', async () => {
    const { api, ids, owed, listed, lapsing, tomorrow, ledger, balance } = await openWithoutAnna({ lapsesAfter })
    const day = '2026-11-24'
    tomorrow()
    for (let time = 0; time < 2; time++) expect(await api.run('retention.emptyTrash', {})).toMatchObject({ contacts: 0, kept: 1 })
    expect([await owed(), await owed(day), await listed(), await lapsing()]).toEqual([0, 42, [], 0])
    await api('contacts.restore', { ids: [ids.anna] })
    expect([await balance(), await listed()]).toEqual([0, [['Anna Petersen', 0]]])
    expect((await ledger()).map(({ kind, points, note }) => [kind, points, note])).toEqual([
      ['lapsed', -42, 'Deleted for good: nobody can claim them any more'],
      ['earned', 42, ''],
    ])
    expect((await api('loyalty.verify', {})).broken).toEqual([])
  })
})

it('what was written off stands in the history, also what was reserved with a visit', async () => {
  const { api, ids, aVisit, reward, programme, ...shop } = await openLoyalShop()
  await shop.pay((await shop.anInvoice()).id, 4200)
  await api('appointments.book', aVisit({ rewardId: reward.id }))
  await api('contacts.trash', { ids: [ids.anna] })
  await api.run('retention.emptyTrash', {})
  const texts = (await api('operations.list', { limit: 2 })).map(({ summary }) => [summary.text, summary.params])
  expect(texts).toContainEqual(['pointsWrittenOff', { count: 1 }])
  expect((await api('loyalty.liability', { programmeId: programme.id, day: null })).points).toBe(0)
  expect((await api('loyalty.verify', {})).broken).toEqual([])
})

it('what was written off is not charged for when its invoice is taken back', async () => {
  const { api, invoice, owed, ledger, ids } = await openWithoutAnna({ mayOwe: true, fromRefund: true })
  await api.run('retention.emptyTrash', {})
  const note = await api('invoices.credit', { id: invoice.id })
  expect(await api('loyalty.keptBack', { documentId: note.id })).toEqual([])
  await api('contacts.restore', { ids: [ids.anna] })
  expect([await owed(), (await ledger())[0]?.balance]).toEqual([0, 0])
})

it('the file of all bookings says what became of them', async () => {
  const folder = aFolder()
  const { api, offers } = await openWithoutAnna()
  await api.run('retention.emptyTrash', {})
  const path = join(folder, 'points.csv')
  await api.run('exports.points', { out: offers.offerWrite(path) })
  const [, earned, lapsed] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  expect([earned, lapsed]).toEqual([
    expect.stringMatching(/Anna Petersen.*earned.*42/),
    expect.stringMatching(/Anna Petersen.*lapsed.*-42.*Deleted for good/),
  ])
})

it('and a database that is put together again counts the same of them', async () => {
  const dataFolder = aFolder()
  const { api, close } = await openWithoutAnna({ lapsesAfter: null }, { dataFolder })
  await api.run('retention.emptyTrash', {})
  await close()
  const sqlite = new Database(join(dataFolder, 'regulars.db'))
  const flows = () => sqlite.prepare('select * from loyaltyFlow order by day, kind').all()
  const kept = flows()
  sqlite.exec(`delete from loyaltyMember; delete from loyaltyFlow; ${fillPointSums}`)
  expect(flows()).toEqual(kept)
  expect(kept).toMatchObject([
    { kind: 'earned', points: 42 },
    { kind: 'lapsed', points: -42 },
  ])
  sqlite.close()
})
