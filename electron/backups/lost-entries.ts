import type { Database } from 'better-sqlite3'
import type { Unsettled } from '../../shared/backups/model.ts'
import { shopTime } from '../db/shop-time.ts'
import { reservedAstray } from '../loyalty/astray.ts'

type Told = { note: string; now: Date }

/**
 * Where entries of gift cards and points were lost, what a card or a lot was known to hold still stands on it: an entry of today makes
 * up the difference, and nobody has more or less than before. Only what no entry can say is taken from the entries that are left.
 * Without triggers: the sums are not to follow. Returns whose entries those were.
 */
export function makeUpEntries(target: Database, told: Told): Unsettled[] {
  return target.transaction(() => [...makeUpVouchers(target, told), ...makeUpPoints(target, told)])()
}

function today(target: Database, { now }: Told) {
  const at = now.toISOString()
  const day = target.prepare<[string], string>(`select substr(${shopTime('?')}, 1, 10)`).pluck()
  return { at, day: day.get(at)! }
}

type Sale = { voucherId: number; documentId: number; price: number; rest: number; more: number }

/** What was sold of which no entry tells; `rest` is what the entries do not have of all that was ever put on the card. */
const missingSales = `
  select voucher.id as voucherId, line.documentId, line.price, count(*) over (partition by voucher.id) - 1 as more,
    voucher.issued - (select coalesce(sum(amount), 0) from voucherEntry where voucherId = voucher.id and kind = 'issued') as rest
  from documentLine as line
    join document on document.id = line.documentId and document.kind = 'invoice' and document.issuedAt is not null
    join voucher on voucher.id = line.voucherId or voucher.lineId = line.id
  where line.kind in ('voucher', 'package') and not exists (select 1 from voucherEntry as entry
    where entry.voucherId = voucher.id and entry.kind = 'issued' and entry.documentId = line.documentId)
  order by line.id desc limit 1`

function makeUpSales(target: Database, told: Told) {
  const next = target.prepare<[], Sale>(missingSales)
  const insert = target.prepare(
    `insert into voucherEntry (voucherId, at, day, kind, amount, documentId, note, user) values (?, ?, ?, 'issued', ?, ?, ?, 'owner')`,
  )
  const { at, day } = today(target, told)
  for (let sale = next.get(); sale; sale = next.get()) {
    const { voucherId, documentId, price, rest, more } = sale
    insert.run(voucherId, at, day, Math.max(1, more > 0 ? Math.min(price, rest - more) : rest), documentId, told.note)
  }
}

const paymentEntries = `
  insert into voucherEntry (voucherId, at, day, kind, amount, paymentId, note, user)
  select voucherId, :at, :day, iif(amount > 0, 'redeemed', 'restored'), -amount, id, :note, 'owner' from payment
  where voucherId is not null and amount <> 0 and not exists (select 1 from voucherEntry where paymentId = payment.id)`

const differences = `
  select id, code, balance - (select coalesce(sum(amount), 0) from voucherEntry where voucherId = voucher.id) as amount
  from voucher where amount <> 0 order by id`

function makeUpVouchers(target: Database, told: Told): Unsettled[] {
  const before = target.prepare<[], { code: string }>(differences).all()
  makeUpSales(target, told)
  target.prepare(paymentEntries).run({ ...today(target, told), note: told.note })
  const insert = target.prepare(
    `insert into voucherEntry (voucherId, at, day, kind, amount, note, user)
     values (:id, :at, :day, iif(:amount > 0, 'reinstated', 'redeemed'), :amount, :note, 'owner')`,
  )
  for (const { id, amount } of target.prepare<[], { id: number; amount: number }>(differences).all())
    insert.run({ id, amount, ...today(target, told), note: told.note })
  return before.map(({ code }) => ({ kind: 'voucher', name: code }))
}

type Lot = { id: number; left: number; spent: number; reversed: number; name: string }

/** What each lot holds beyond what its entries say. */
const lotDifferences = `
  select * from (
    select lot.id, lot.left - lot.points - coalesce(sum(entry.points), 0) as left,
      lot.spent + coalesce(sum(entry.points) filter (where entry.kind in ('spent', 'returned')), 0) as spent,
      lot.reversed - coalesce(sum(entry.nominal), 0) as reversed,
      trim(contact.givenName || ' ' || contact.familyName || ' ' || contact.organization) as name
    from loyaltyLot as lot join contact on contact.id = lot.contactId left join loyaltyEntry as entry on entry.lotId = lot.id
    group by lot.id
  ) where left <> 0 or spent <> 0 or reversed <> 0 order by id`

function makeUpPoints(target: Database, told: Told): Unsettled[] {
  const before = target.prepare<[], Lot>(lotDifferences).all()
  makeUpRedemptions(target, told)
  const insert = target.prepare(
    `insert into loyaltyEntry (lotId, at, day, kind, points, nominal, note, user) values (:id, :at, :day, :kind, :points, :nominal, :note, 'owner')`,
  )
  const put = (id: number, kind: 'reversed' | 'lapsed', points: number, nominal: number) =>
    insert.run({ id, kind, points, nominal, ...today(target, told), note: told.note })
  for (const { id, left, reversed } of target.prepare<[], Lot>(lotDifferences).all()) {
    if (reversed > 0) put(id, 'reversed', Math.min(0, left), reversed)
    else if (left < 0) put(id, 'lapsed', left, 0)
  }
  const rest = target.prepare<[], Lot>(lotDifferences).all()
  const settle = target.prepare(
    'update loyaltyLot set left = left - :left, spent = spent - :spent, reversed = reversed - :reversed where id = :id',
  )
  for (const { id, left, spent, reversed } of rest) settle.run({ id, left, spent, reversed })
  giveBackReserved(target, told)
  const changed = new Set(rest.filter(({ left }) => left !== 0).map(({ name }) => name))
  return [...new Set(before.map(({ name }) => name))].map(name => ({ kind: changed.has(name) ? 'pointsChanged' : 'points', name }))
}

const reservedLots = `
  select lotId as id, redemptionId, -sum(points) as points from loyaltyEntry
  where redemptionId in (${reservedAstray}) group by redemptionId, lotId having sum(points) < 0`

/** What was reserved with a visit that was lost, goes back to the lots that it came from. */
function giveBackReserved(target: Database, told: Told) {
  const insert = target.prepare(
    `insert into loyaltyEntry (lotId, at, day, kind, points, redemptionId, note, user)
     values (:id, :at, :day, 'returned', :points, :redemptionId, :note, 'owner')`,
  )
  const settle = target.prepare('update loyaltyLot set left = left + ?, spent = spent - ? where id = ?')
  for (const lot of target.prepare<[], { id: number; redemptionId: number; points: number }>(reservedLots).all()) {
    insert.run({ ...lot, ...today(target, told), note: told.note })
    settle.run(lot.points, lot.points, lot.id)
  }
}

type Redemption = { id: number; programmeId: number; contactId: number; missing: number }

const missingOfRedemptions = `
  select redemption.id, programmeId, contactId,
    redemption.points + coalesce((select sum(points) from loyaltyEntry where redemptionId = redemption.id and kind = 'spent'), 0) as missing
  from loyaltyRedemption as redemption where missing > 0 order by redemption.id`

/** A reward took its points from lots that still say how many were spent of them. */
function makeUpRedemptions(target: Database, told: Told) {
  const spent = target.prepare<[number, number], Pick<Lot, 'id' | 'spent'>>(
    `select id, more.spent as spent from (${lotDifferences}) as more join loyaltyLot using (id)
     where programmeId = ? and contactId = ? and more.spent > 0`,
  )
  const insert = target.prepare(
    `insert into loyaltyEntry (lotId, at, day, kind, points, redemptionId, note, user) values (?, ?, ?, 'spent', ?, ?, ?, 'owner')`,
  )
  const { at, day } = today(target, told)
  for (const { id, programmeId, contactId, missing } of target.prepare<[], Redemption>(missingOfRedemptions).all()) {
    let rest = missing
    for (const lot of spent.all(programmeId, contactId)) {
      const taken = Math.min(rest, lot.spent)
      if (taken > 0) insert.run(lot.id, at, day, -taken, id, told.note)
      rest -= taken
    }
    if (rest > 0) target.prepare('update loyaltyRedemption set points = max(1, points - ?) where id = ?').run(rest, id)
  }
}
