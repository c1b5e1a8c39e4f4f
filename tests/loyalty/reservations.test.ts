import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { openLoyalShop } from './programme.ts'

const because = (reason: string) => ({ failure: { reason } })

/** Anna has 42 stars of a cut, and may have five euros off for twenty. */
async function openDesk(...given: Parameters<typeof openLoyalShop>) {
  const shop = await openLoyalShop(...given)
  const { api, ids, reward, programme, aVisit } = shop
  await shop.pay((await shop.anInvoice()).id, 4200)
  const { id: ruth } = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
  const booked = (over: Partial<Input<'appointments.book'>> = {}) =>
    api.noted('appointments.book', aVisit({ rewardId: reward.id, ...over }))
  const undo = (operation: number | null) => api.run('operations.undo', { id: operation! })
  const reserved = async (appointmentId: number) => {
    const found = await api('loyalty.reserved', { appointmentId })
    return found && [found.reward.name, found.points, found.redemptionId !== null]
  }
  const spend = (points: number) =>
    api('loyalty.adjust', { contactId: ids.anna, programmeId: programme.id, points: -points, note: 'Spent elsewhere' })
  const newest = async () => (await shop.ledger()).slice(0, 2).map(({ kind, points, note }) => [kind, points, note])
  const sound = async () => (await api('loyalty.verify', {})).broken
  const billed = (appointmentId: number, rewards: Input<'checkout.complete'>['rewards'], over: Input<'invoices.draft'> = {}) =>
    api('checkout.complete', {
      draft: shop.aDraft({ appointmentId, lines: [shop.aLine({ kind: 'service', itemId: ids.cut })], ...over }),
      tenders: [{ method: 'card', amount: 4200 - (rewards?.reduce((sum, { off }) => sum + off, 0) ?? 0) }],
      rewards,
    })
  return { ...shop, ruth, booked, undo, reserved, spend, newest, sound, billed }
}

describe('a reward that is booked with a visit', () => {
  it('has its points reserved at once, so that nobody spends them on anything else', async () => {
    const { api, booked, balance, ids, reward, reserved, ledger, sound } = await openDesk()
    const { value: visit } = await booked()
    expect([await balance(), await reserved(visit.id)]).toEqual([22, ['Five euros off', 20, true]])
    expect((await ledger())[0]).toMatchObject({ kind: 'spent', points: -20, reward: 'Five euros off', number: null, visitOn: '2026-11-24' })
    await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
    await expect(api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })).rejects.toMatchObject(because('pointsTooFew'))
    expect([await balance(), await sound()]).toEqual([2, []])
  })

  it('is reserved once by a double click, and for one of two desks', async () => {
    const { api, booked, balance, aVisit, reward, spend } = await openDesk()
    const { value: visit } = await booked({ rewardId: null })
    const twice = { appointmentId: visit.id, rewardId: reward.id }
    await Promise.all([api('loyalty.reserve', twice), api('loyalty.reserve', twice)])
    expect(await balance()).toBe(22)
    await spend(2)
    const visits = ['2026-11-25T10:00', '2026-11-26T10:00'].map(start => aVisit({ start, rewardId: reward.id }))
    const both = await Promise.allSettled(visits.map(wanted => api('appointments.book', wanted)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await balance()).toBe(0)
    expect(await api('appointments.between', { from: '2026-11-25', to: '2026-11-27' })).toHaveLength(1)
  })

  it('goes along where the visit is moved or changed, and with the first of a series', async () => {
    const { api, booked, balance, reserved, ids } = await openDesk()
    const { value: visit } = await booked({ repeat: { rule: 'FREQ=WEEKLY;COUNT=3', skip: [] } })
    await api('appointments.move', { id: visit.id, start: '2026-11-25T11:00' })
    await api('appointments.change', { id: visit.id, note: 'Shorter than last time' })
    const series = await api('appointments.series', { seriesId: visit.seriesId! })
    expect(await Promise.all(series.map(({ id }) => reserved(id)))).toEqual([['Five euros off', 20, true], null, null])
    expect(await balance(ids.anna)).toBe(22)
  })

  it('is one that can be had on the day of the visit', async () => {
    const { api, booked, programme, reserved } = await openDesk()
    const gift = { programmeId: programme.id, points: 5, effect: { kind: 'gift' as const } }
    const { id: over } = await api('loyalty.createReward', { ...gift, name: 'Mug', validTo: '2026-11-23' })
    const { id: later } = await api('loyalty.createReward', { ...gift, name: 'Calendar', validFrom: '2026-11-24' })
    await expect(booked({ rewardId: over })).rejects.toMatchObject(because('rewardNotToday'))
    const { value: visit } = await booked({ rewardId: later })
    expect(await reserved(visit.id)).toEqual(['Calendar', 5, true])
    const offered = (await api('loyalty.balance', { contactId: visit.contactId!, day: '2026-11-24' }))[0]!.rewards
    expect(offered.map(({ name, obstacle }) => [name, obstacle])).toEqual([
      ['Mug', 'rewardNotToday'],
      ['Calendar', null],
      ['Five euros off', null],
    ])
  })

  it('is somebody’s who is known, and not of a visit that is over', async () => {
    const { api, booked, reward, aVisit } = await openDesk()
    await expect(booked({ contactId: null, title: 'Walk-in' })).rejects.toMatchObject(because('rewardOfNobody'))
    const { id } = await api('appointments.book', aVisit())
    const wanted = { appointmentId: id, rewardId: reward.id }
    await api('appointments.setStatus', { id, status: 'noShow' })
    await expect(api('loyalty.reserve', wanted)).rejects.toMatchObject(because('rewardOfMissed'))
    await api('appointments.setStatus', { id, status: 'done' })
    await expect(api('loyalty.reserve', wanted)).rejects.toMatchObject(because('rewardOfDone'))
    await api('appointments.cancel', { id })
    await expect(api('loyalty.reserve', wanted)).rejects.toMatchObject(because('appointmentCancelled'))
  })

  it('gives way to another one, whose points may be the same', async () => {
    const { api, booked, programme, balance, reserved, reward, newest } = await openDesk()
    const { id: dear } = await api('loyalty.createReward', {
      programmeId: programme.id,
      name: 'Dear',
      points: 42,
      effect: { kind: 'gift' },
    })
    const { value: visit } = await booked()
    await api('loyalty.reserve', { appointmentId: visit.id, rewardId: dear })
    expect([await balance(), await reserved(visit.id)]).toEqual([0, ['Dear', 42, true]])
    expect(await newest()).toEqual([
      ['spent', -42, ''],
      ['returned', 20, 'Taken off the visit'],
    ])
    await api('loyalty.reserve', { appointmentId: visit.id, rewardId: reward.id })
    await api('loyalty.reserve', { appointmentId: visit.id, rewardId: null })
    expect([await balance(), await reserved(visit.id)]).toEqual([42, null])
  })
})

describe('reserved points come back', () => {
  it.each<[string, string, (desk: Awaited<ReturnType<typeof openDesk>>, id: number) => Promise<{ operation: number | null }>]>([
    ['is cancelled', 'The visit was cancelled', ({ api }, id) => api.noted('appointments.cancel', { id })],
    ['is missed', 'The client did not come', ({ api }, id) => api.noted('appointments.setStatus', { id, status: 'noShow' })],
    [
      'is left without a client',
      'The visit is somebody else’s now',
      ({ api }, id) => api.noted('appointments.change', { id, contactId: null }),
    ],
    [
      'is for somebody else',
      'The visit is somebody else’s now',
      ({ api, ruth }, id) => api.noted('appointments.change', { id, contactId: ruth }),
    ],
    ['is no more', 'Taken off the visit', ({ api }, id) => api.noted('loyalty.reserve', { appointmentId: id, rewardId: null })],
  ])('once the visit %s, and are reserved again where that is taken back', async (_what, note, end) => {
    const desk = await openDesk()
    const { api, booked, undo, balance, reserved, newest, sound } = desk
    const { value: visit } = await booked()
    const { operation } = await end(desk, visit.id)
    expect([await balance(), (await newest())[0]]).toEqual([42, ['returned', 20, note]])
    const [following, ended] = await api('operations.list', { limit: 2 })
    expect([following!.follows, following!.isFinal, ended!.id, ended!.isFinal]).toEqual([operation, true, operation, false])
    await undo(operation)
    expect([await balance(), await reserved(visit.id), await sound()]).toEqual([22, ['Five euros off', 20, true], []])
    await api('appointments.cancel', { id: visit.id })
    expect([await balance(), await sound()]).toEqual([42, []])
  })

  it('and stay back where their visit was invoiced without them, whatever is undone afterwards', async () => {
    const { api, booked, billed, undo, balance, reserved, sound } = await openDesk()
    const { value: visit } = await booked({ start: '2026-11-26T10:00' })
    const { operation } = await api.noted('loyalty.reserve', { appointmentId: visit.id, rewardId: null })
    await billed(visit.id, [])
    const before = await balance()
    await undo(operation)
    expect([await balance(), (await reserved(visit.id))?.at(-1), await sound()]).toEqual([before, false, []])
  })

  it('with a booking that is taken back, which reserving them keeps nobody from', async () => {
    const { booked, undo, balance, newest, sound } = await openDesk()
    const { operation } = await booked()
    const { undoneBy } = await undo(operation)
    expect([await balance(), (await newest())[0]]).toEqual([42, ['returned', 20, 'The booking was taken back']])
    await undo(undoneBy)
    expect([await balance(), await sound()]).toEqual([22, []])
  })

  it('of all visits of a series that is cancelled', async () => {
    const { api, booked, reward, balance, reserved } = await openDesk()
    const { value: visit } = await booked({ repeat: { rule: 'FREQ=WEEKLY;COUNT=3', skip: [] } })
    const second = (await api('appointments.series', { seriesId: visit.seriesId! }))[1]!
    await api('loyalty.reserve', { appointmentId: second.id, rewardId: reward.id })
    expect([await balance(), await reserved(second.id)]).toEqual([2, ['Five euros off', 20, true]])
    await api('appointments.cancel', { id: visit.id, scope: 'all' })
    expect(await balance()).toBe(42)
    expect((await api('operations.list', { limit: 1 }))[0]!.summary).toMatchObject({ text: 'pointsGivenBack', params: { count: 40 } })
  })

  it('by hand, and the visit has no reward any more', async () => {
    const { api, booked, balance, reserved, ledger } = await openDesk()
    const { value: visit } = await booked()
    const { redemptionId } = (await ledger())[0]!
    await api('loyalty.takeBack', { id: redemptionId!, note: 'Changed her mind' })
    expect([await balance(), await reserved(visit.id)]).toEqual([42, null])
    await expect(api('loyalty.takeBack', { id: redemptionId!, note: 'Again' })).rejects.toMatchObject(because('pointsBackAlready'))
    await api('appointments.cancel', { id: visit.id })
    expect(await balance()).toBe(42)
  })

  it('and what they are spent on meanwhile is not reserved again, which the visit says until there are enough', async () => {
    const { api, booked, undo, balance, reserved, spend, reward, ids, programme, sound } = await openDesk()
    const { value: visit } = await booked()
    const { operation } = await api.noted('appointments.cancel', { id: visit.id })
    await spend(30)
    await undo(operation)
    expect([await balance(), await reserved(visit.id), await sound()]).toEqual([12, ['Five euros off', 20, false], []])
    const again = { appointmentId: visit.id, rewardId: reward.id }
    await expect(api('loyalty.reserve', again)).rejects.toMatchObject(because('pointsTooFew'))
    await api('loyalty.adjust', { contactId: ids.anna, programmeId: programme.id, points: 8, note: 'A review' })
    await api('loyalty.reserve', again)
    expect([await balance(), await reserved(visit.id)]).toEqual([0, ['Five euros off', 20, true]])
  })

  it('to the lots that they came from, which may have lapsed meanwhile', async () => {
    const { api, booked, balance, clock, sound } = await openDesk({ lapsesAfter: 1 })
    const { value: visit } = await booked({ start: '2027-01-12T10:00' })
    clock.now = new Date('2027-01-04T12:00:00.000Z')
    await api.run('loyalty.lapse', {})
    expect(await balance()).toBe(0)
    await api('appointments.cancel', { id: visit.id })
    expect(await balance()).toBe(0)
    expect(await api.run('loyalty.lapse', {})).toEqual({ lots: 1, points: 20 })
    expect(await sound()).toEqual([])
  })

  it('to whom they belong after two records were merged, and parted again', async () => {
    const { api, booked, balance, ids, ruth, reserved, sound, reward } = await openDesk()
    const { id: visit } = await api('appointments.book', {
      ...{ contactId: ruth, start: '2026-11-24T12:00', services: [{ serviceId: ids.cut, staffId: ids.jana }] },
    })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [ruth] })
    const { value: own } = await booked()
    await api('loyalty.reserve', { appointmentId: visit, rewardId: reward.id })
    expect([await balance(), await reserved(visit)]).toEqual([2, ['Five euros off', 20, true]])
    await api('contacts.unmerge', { id: ruth })
    // Ruth has no points of her own to reserve.
    expect([await balance(), await balance(ruth), await reserved(visit), await reserved(own.id), await sound()]).toEqual([
      22,
      0,
      ['Five euros off', 20, false],
      ['Five euros off', 20, true],
      [],
    ])
  })
})

describe('a reserved reward at the checkout of its visit', () => {
  it('is taken off the invoice, with the points that were reserved', async () => {
    const { api, booked, billed, balance, ledger, reserved, reward, sound } = await openDesk()
    const { value: visit } = await booked()
    // What it costs by now, and what has lapsed, is no matter of somebody to whom it was promised.
    await api('loyalty.changeReward', { id: reward.id, points: 40 })
    const { document } = await billed(visit.id, [{ id: reward.id, off: 500 }])
    expect(document).toMatchObject({ gross: 3700, lines: [{ amount: 3700, discount: { amount: 500, reason: 'Five euros off' } }] })
    expect([await balance(), await reserved(visit.id), await sound()]).toEqual([22 + 37, null, []])
    expect((await ledger()).map(({ kind, points, number }) => [kind, points, number])).toEqual([
      ['spent', -20, document.number],
      ['earned', 37, document.number],
      ['earned', 42, expect.any(String)],
    ])
    await api('invoices.credit', { id: document.id })
    expect([await balance(), await sound()]).toEqual([42, []])
  })

  it('is taken off although its points would have lapsed by then', async () => {
    const { booked, billed, balance, clock, reward, api } = await openDesk({ lapsesAfter: 1 })
    const { value: visit } = await booked({ start: '2027-01-12T10:00' })
    clock.now = new Date('2027-01-12T12:00:00.000Z')
    await api.run('loyalty.lapse', {})
    expect((await billed(visit.id, [{ id: reward.id, off: 500 }])).document.gross).toBe(3700)
    expect(await balance()).toBe(37)
  })

  it('is left out, and its points are there for another one', async () => {
    const { api, booked, billed, balance, programme, newest, sound } = await openDesk()
    const half = { kind: 'percent' as const, basisPoints: 5000, scope: { kind: 'all' as const } }
    const { id: other } = await api('loyalty.createReward', { programmeId: programme.id, name: 'Half', points: 42, effect: half })
    const { value: visit } = await booked()
    const draft = await api('checkout.propose', { appointmentId: visit.id })
    expect(await api('loyalty.atSale', { draft, rewards: [other] })).toMatchObject([{ lacking: 0 }])
    await billed(visit.id, [{ id: other, off: 2100 }])
    expect([await balance(), await sound()]).toEqual([0, []])
    expect((await newest()).map(([, points]) => points)).toEqual([-42, 20])
  })

  it('costs nothing more, beside a second of its kind', async () => {
    const { api, booked, billed, balance, reward, sound } = await openDesk()
    const { value: visit } = await booked()
    const draft = await api('checkout.propose', { appointmentId: visit.id })
    const lacking = async (rewards: number[]) => (await api('loyalty.atSale', { draft, rewards }))[0]!.lacking
    expect([await lacking([reward.id]), await lacking([reward.id, reward.id, reward.id])]).toEqual([0, 18])
    await billed(visit.id, [
      { id: reward.id, off: 500 },
      { id: reward.id, off: 500 },
    ])
    expect([await balance(), await sound()]).toEqual([2 + 32, []])
  })

  it('is nobody else’s, and comes back once somebody else has paid, or the invoice was written elsewhere', async () => {
    const { api, booked, billed, balance, ruth, reward, sound, aDraft } = await openDesk()
    const { value: visit } = await booked()
    const forRuth = billed(visit.id, [{ id: reward.id, off: 500 }], { contactId: ruth })
    await expect(forRuth).rejects.toMatchObject(because('pointsTooFew'))
    expect(await balance()).toBe(22)
    await billed(visit.id, [], { contactId: ruth })
    expect(await balance()).toBe(42)
    const { value: other } = await booked({ start: '2026-11-25T10:00' })
    const { id } = await api('invoices.draft', aDraft({ appointmentId: other.id }))
    expect(await balance()).toBe(22)
    await api('invoices.issue', { id })
    expect([await balance(), await sound()]).toEqual([42, []])
    await expect(api('loyalty.reserve', { appointmentId: other.id, rewardId: reward.id })).rejects.toMatchObject(because('visitInvoiced'))
  })

  it('stays reserved while only a deposit is paid, or the sale fails', async () => {
    const { api, booked, billed, balance, reward, reserved } = await openDesk()
    const { value: visit } = await booked()
    const { id } = await api('checkout.askDeposit', { appointmentId: visit.id, part: { kind: 'amount', amount: 1000, reason: '' } })
    await api('invoices.issue', { id })
    await expect(billed(visit.id, [{ id: reward.id, off: 400 }])).rejects.toMatchObject(because('rewardChangedMeanwhile'))
    expect([await balance(), await reserved(visit.id)]).toEqual([22, ['Five euros off', 20, true]])
  })
})

it.each([
  ["update appointment set status = 'cancelled', cancelledAt = createdAt", 'a visit that is cancelled'],
  ['update appointment set contactId = null', 'nobody’s visit'],
  ['update appointment set rewardId = null', 'a visit without it'],
  ['delete from appointmentService; delete from appointment', 'no visit'],
])('the books say where points are reserved with %s', async (change, _what) => {
  const dataFolder = aFolder()
  const { booked, close } = await openDesk({}, { dataFolder })
  await booked()
  await close()
  const sqlite = new Database(join(dataFolder, 'regulars.db'))
  sqlite.exec(change)
  sqlite.close()
  const { api } = await openApp({ dataFolder })
  expect((await api('loyalty.verify', {})).broken).toEqual([{ lotId: 1, fault: 'reservation' }])
})
