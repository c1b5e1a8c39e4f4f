import { mkdirSync } from 'node:fs'
import { fillCards } from '../../electron/db/migrations/0036-loyalty-cards.ts'
import { openDatabase } from '../../electron/db/open.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import type { Input } from '../../shared/contract.ts'
import { openShop } from './app.ts'
import { times, warmTimes } from './times.ts'

export type LoyaltyRun = Record<
  'lapse' | 'tiers' | 'balance' | 'card' | 'members' | 'named' | 'liability' | 'past' | 'lapsing' | 'redeem' | 'verify',
  number[]
> & { lapsed: number; entries: number; /** Of the night, in seconds. */ processor: number }

const [dataFolder, wantedMembers, wantedLots] = process.argv.slice(2) as [string, string, string]
const [members, lotsEach] = [Number(wantedMembers), Number(wantedLots)]
mkdirSync(dataFolder)
const { api, close } = await openShop(dataFolder)
await api('settings.update', { businessName: 'Club', country: 'DE', zone: 'Europe/Berlin' })
const level = (name: string, from: number) => ({ name, from, factor: 100, priceListId: null, perk: '' })
const terms: Input<'loyalty.createProgramme'>['terms'] = {
  byAmount: { points: 1, per: 100, base: 'gross' },
  ...{ byVisit: null, byItem: [], first: null, birthday: null, weekdays: [], excluded: [], cap: null, lapsesAfter: 24 },
  ...{ earnedWhen: 'paid', mayOwe: true, worth: { points: 100, amount: 500 } },
  tiers: { by: 'points', window: 'rolling', graceMonths: 3, levels: [level('Silver', 200), level('Gold', 400), level('Platinum', 600)] },
}
const { id: programmeId } = await api('loyalty.createProgramme', { name: 'Club', unit: 'points', startsOn: '2020-01-01', terms })
for (const points of [50, 100, 200, 500])
  await api('loyalty.createReward', {
    programmeId,
    name: `For ${points}`,
    points,
    effect: { kind: 'amount', amount: points },
    perClient: 3,
  })
fill()

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
let lapsed = 0
const numbers = await Promise.all([1, 2, 3, 4, 5].map(async contactId => (await api('loyalty.cards', { contactId }))[0]!.number))
// Who has which tier is known from the night before.
await api.run('loyalty.countTiers', {})
const begun = process.cpuUsage()
let processor = 0
const run: LoyaltyRun = {
  // The first night of a month: what lapsed with the last one, and the tier of everybody.
  lapse: await times(1, async () => (lapsed = (await api.run('loyalty.lapse', {})).lots)),
  tiers: await times(1, async () => {
    await api.run('loyalty.countTiers', {})
    const { user, system } = process.cpuUsage(begun)
    processor = (user + system) / 1e6
  }),
  balance: await warmTimes(60, turn => api('loyalty.balance', { contactId: ((turn * 997) % members) + 1 })),
  card: await warmTimes(60, turn => api('loyalty.cardHolder', { number: numbers[turn % numbers.length]! })),
  members: await warmTimes(40, turn => api('loyalty.members', { programmeId, offset: turn * 100 })),
  named: await warmTimes(20, () => api('loyalty.members', { programmeId, sort: 'name', descending: false })),
  liability: await warmTimes(10, () => api('loyalty.liability', { programmeId })),
  past: await warmTimes(10, turn => api('loyalty.liability', { programmeId, day: daysAgo(turn * 40) })),
  lapsing: await warmTimes(5, () => api('loyalty.lapsing', { programmeId })),
  redeem: await warmTimes(30, turn => api('loyalty.redeem', { contactId: ((turn * 331) % members) + 1, rewardId: 1 })),
  verify: await times(1, () => api('loyalty.verify', {})),
  ...{ lapsed, entries: members * lotsEach * 2, processor },
}
await close()
process.stdout.write(JSON.stringify(run))

/**
 * Members with so many lots over three years: of each something was spent, until what was left of it lapsed after two years; the
 * oldest that still count lapse tonight. Written past the triggers, whose sums are put in afterwards.
 */
function fill() {
  const { sqlite } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  const triggers = sqlite
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger' and tbl_name like 'loyalty%'")
    .all()
  for (const { name } of triggers) sqlite.exec(`drop trigger "${name}"`)
  sqlite.pragma('foreign_keys = off')
  sqlite.exec(`begin; ${peopleAndPoints()} ${fillCards} commit;`)
  sqlite.pragma('foreign_keys = on')
  for (const { sql } of triggers) sqlite.exec(sql)
  sqlite.close()
}

function peopleAndPoints() {
  const now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
  const age = `((${lotsEach} - n) * 1090 / ${lotsEach} + who % 7)`
  return `
    insert into contact (kind, namePrefix, givenName, additionalName, familyName, nameSuffix, organization, phones, emails, addresses, language,
      note, source, createdAt, changedAt, sortName, sortOrganization)
      with recursive turn (n) as (select 1 union all select n + 1 from turn where n < ${members})
      select 'person', '', 'Client', '', 'Number ' || n, '', '', '[]', '[]', '[]', '', '', '', ${now}, ${now}, 'number ' || n || ' client', '' from turn;
    insert into loyaltyLot (programmeId, contactId, at, day, reason, points, lapsesOn, documentId, why, note, user, left)
      with recursive turn (n) as (select 1 union all select n + 1 from turn where n < ${lotsEach}),
        member (who) as (select 1 union all select who + 1 from member where who < ${members}),
        made as (select who, n, date('now', '-' || ${age} || ' days') as day from member cross join turn)
      select ${programmeId}, who, day || 'T10:00:00.000Z', day, 'invoice', 20 + (who * 7 + n * 13) % 60,
        date(day, 'start of month', '+25 months', '-1 day'), 1, '[]', '', 'owner', 20 + (who * 7 + n * 13) % 60 from made;
    insert into loyaltyRedemption (id, programmeId, contactId, at, day, points, note, user)
      select min(id), ${programmeId}, contactId, max(at), max(day), 5 * count(*), '', 'owner' from loyaltyLot group by contactId;
    insert into loyaltyEntry (lotId, at, day, kind, points, redemptionId, note, user)
      select id, at, date(day, '+3 days'), 'spent', -5, (select id from loyaltyRedemption where contactId = loyaltyLot.contactId), '', 'owner'
      from loyaltyLot where lapsesOn >= date('now', 'start of month', '-1 day')
      union all select id, at, date(lapsesOn, '+1 day'), 'lapsed', -points, null, '', 'owner'
      from loyaltyLot where lapsesOn < date('now', 'start of month', '-1 day');
    update loyaltyLot set left = iif(lapsesOn < date('now', 'start of month', '-1 day'), 0, points - 5),
      spent = iif(lapsesOn < date('now', 'start of month', '-1 day'), 0, 5);
    insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn)
      select programmeId, contactId, sum(left), count(*), min(day), max(day) from loyaltyLot group by 1, 2;
    insert into loyaltyFlow select programmeId, substr(day, 1, 7), lapsesOn, day, 'earned', sum(points) from loyaltyLot group by 1, 2, 3, 4;
    insert into loyaltyFlow select programmeId, substr(lot.day, 1, 7), lapsesOn, entry.day, kind, sum(entry.points)
      from loyaltyEntry as entry join loyaltyLot as lot on lot.id = lotId group by 1, 2, 3, 4, 5;`
}
