import { sql, type Insertable, type Updateable } from 'kysely'
import type {
  LoyaltyEntryTable,
  LoyaltyLotTable,
  LoyaltyProgrammeTable,
  LoyaltyRedemptionTable,
  LoyaltyRewardedLineTable,
  LoyaltyRewardTable,
} from '../db/schema-loyalty.ts'
import type { Db } from '../db/schema.ts'

export const programmes = (db: Db) => db.selectFrom('loyaltyProgramme').selectAll().orderBy('id')
export const insertProgramme = (db: Db, row: Insertable<LoyaltyProgrammeTable>) =>
  db.insertInto('loyaltyProgramme').values(row).returning('id')
export const updateProgramme = (db: Db, id: number, row: Updateable<LoyaltyProgrammeTable>) =>
  db.updateTable('loyaltyProgramme').set(row).where('id', '=', id)

/** What held last at a moment: what was changed later does not count for what was sold before. */
export const termsAt = (db: Db, programmeId: number, at: string) =>
  db
    .selectFrom('loyaltyTerms')
    .select('terms')
    .where('programmeId', '=', programmeId)
    .orderBy(sql`since <= ${at}`, 'desc')
    .orderBy(sql`iif(since <= ${at}, since, null)`, 'desc')
    .orderBy('since')
    .orderBy('id', 'desc')
    .limit(1)
export const insertTerms = (db: Db, programmeId: number, since: string, terms: string) =>
  db.insertInto('loyaltyTerms').values({ programmeId, since, terms })

export const rewards = (db: Db) => db.selectFrom('loyaltyReward').selectAll().orderBy('programmeId').orderBy('points').orderBy('id')
export const insertReward = (db: Db, row: Insertable<LoyaltyRewardTable>) => db.insertInto('loyaltyReward').values(row).returning('id')
export const updateReward = (db: Db, id: number, row: Updateable<LoyaltyRewardTable>) =>
  db.updateTable('loyaltyReward').set(row).where('id', '=', id)

/** The oldest first. */
export const lotsOf = (db: Db, contactId: number, programmeId: number) =>
  db
    .selectFrom('loyaltyLot')
    .select(['id', 'day', 'lapsesOn', 'left', 'spent'])
    .where('contactId', '=', contactId)
    .where('programmeId', '=', programmeId)
    .orderBy('day')
    .orderBy('id')

/** With how many of them were paid for with money. */
const reversible = (db: Db) =>
  db
    .selectFrom('loyaltyLot')
    .select(['id', 'day', 'lapsesOn', 'left', 'spent', 'reversed', 'points as earned'])
    .select(sql<number>`coalesce((select sum(points) from loyaltyCharge where lotId = loyaltyLot.id), 0)`.as('paid'))
    .orderBy('id')

export const lotsOfDocument = (db: Db, documentId: number, programmeId: number) =>
  reversible(db).where('documentId', '=', documentId).where('programmeId', '=', programmeId)

export const lotsById = (db: Db, ids: readonly number[]) => reversible(db).where('id', 'in', ids)

export const givenByHand = (db: Db, { contactId, programmeId, day }: { contactId: number; programmeId: number; day: string }) =>
  db
    .selectFrom('loyaltyLot')
    .select(sql<number>`coalesce(sum(points), 0)`.as('points'))
    .where('contactId', '=', contactId)
    .where('programmeId', '=', programmeId)
    .where('day', '=', day)
    .where('reason', '=', 'manual')

export const insertLots = (db: Db, rows: readonly Insertable<LoyaltyLotTable>[]) => db.insertInto('loyaltyLot').values(rows).returning('id')
export const insertEntries = (db: Db, rows: readonly Insertable<LoyaltyEntryTable>[]) => db.insertInto('loyaltyEntry').values(rows)
export const insertRedemption = (db: Db, row: Insertable<LoyaltyRedemptionTable>) =>
  db.insertInto('loyaltyRedemption').values(row).returning('id')

export const insertRedemptions = (db: Db, rows: readonly Insertable<LoyaltyRedemptionTable>[]) =>
  db.insertInto('loyaltyRedemption').values(rows)

export const redemption = (db: Db, id: number) => db.selectFrom('loyaltyRedemption').selectAll().where('id', '=', id)

/** What a reward took of which lots, what was given back taken off. */
export const takenBy = (db: Db, redemptionId: number) =>
  db
    .selectFrom('loyaltyEntry')
    .select(({ fn }) => ['lotId', fn.sum<number>('points').as('points')])
    .where('redemptionId', '=', redemptionId)
    .groupBy('lotId')
    .orderBy('lotId')

/** Not given back as a whole. */
export const isKept = sql<boolean>`(select sum(points) from loyaltyEntry where redemptionId = redemption.id) < 0`

/** Those of a reward that were not given back as a whole; no more than so many are looked at. */
export const givenOf = (db: Db, rewardId: number, most: number) =>
  db
    .selectFrom('loyaltyRedemption as redemption')
    .select('redemption.id')
    .where('redemption.rewardId', '=', rewardId)
    .where(isKept)
    .limit(most)

/** How often a client had each of these rewards, without what was given back as a whole. */
export const hadBy = (db: Db, contactId: number, rewardIds: readonly number[]) =>
  db
    .selectFrom('loyaltyRedemption as redemption')
    .select(({ fn }) => ['redemption.rewardId', fn.countAll<number>().as('times')])
    .where('redemption.rewardId', 'in', rewardIds)
    .where('redemption.contactId', '=', contactId)
    .where(isKept)
    .groupBy('redemption.rewardId')

export const redemptionsOfDocument = (db: Db, documentId: number) =>
  db.selectFrom('loyaltyRedemption').select(['id', 'points']).where('documentId', '=', documentId).orderBy('id')

export const insertRewardedLines = (db: Db, rows: readonly Insertable<LoyaltyRewardedLineTable>[]) =>
  db.insertInto('loyaltyRewardedLine').values(rows)

/** With how much of each line there was, and how much of it was taken back. */
export const rewardedLinesOf = (db: Db, redemptionId: number) =>
  db
    .selectFrom('loyaltyRewardedLine as rewarded')
    .innerJoin('documentLine as line', join =>
      join.onRef('line.documentId', '=', 'rewarded.documentId').onRef('line.position', '=', 'rewarded.position'),
    )
    .select(['rewarded.amount', 'line.quantity'])
    .select(sql<number>`coalesce((select -sum(quantity) from documentLine where creditsLineId = line.id), 0)`.as('credited'))
    .where('rewarded.redemptionId', '=', redemptionId)
    .orderBy('rewarded.id')

/** How many of an invoice's lines were not taken back as a whole. */
export const linesNotReturned = (db: Db, documentId: number) =>
  db
    .selectFrom('documentLine as line')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('line.documentId', '=', documentId)
    .where(sql<boolean>`line.quantity + coalesce((select sum(quantity) from documentLine where creditsLineId = line.id), 0) <> 0`)

type Lapse = Readonly<{ at: string; day: string; user: string; note: string }>
type Ending = ReturnType<typeof ending>

const ending = (db: Db, { at, day, user, note }: Lapse) =>
  db
    .selectFrom('loyaltyLot')
    .select(({ val }) => ['id', val(at).as('at'), val(day).as('day'), val('lapsed' as const).as('kind')])
    .select(({ val }) => [sql<number>`-left`.as('points'), val(note).as('note'), val(user).as('user')])
    .where(sql<boolean>`left > 0`)

const end = (db: Db, over: Ending) =>
  db.insertInto('loyaltyEntry').columns(['lotId', 'at', 'day', 'kind', 'points', 'note', 'user']).expression(over).returning('points')

/** Takes what is over on a day, some of it at once, the longest over first. */
export const lapse = (db: Db, facts: Lapse, limit: number) =>
  end(db, ending(db, facts).where('lapsesOn', 'is not', null).where('lapsesOn', '<', facts.day).orderBy('lapsesOn').limit(limit))

/** All that a client has, of every programme. */
export const writeOff = (db: Db, facts: Lapse, contactId: number) => end(db, ending(db, facts).where('contactId', '=', contactId))

/** Everything that happened with a client's points, with what they had after it, the latest first. */
export const ledger = (db: Db, contactId: number, programmeId: number, { offset, limit }: { offset: number; limit: number }) =>
  db
    .selectFrom(
      earnings(db, contactId, programmeId)
        .unionAll(movements(db, contactId, programmeId))
        .as('line'),
    )
    .leftJoin('document', 'document.id', 'line.documentId')
    .selectAll('line')
    .select('document.number')
    .select(sql<number>`sum(line.points) over (order by line.at, line.place, line.id)`.as('balance'))
    .orderBy('line.at', 'desc')
    .orderBy('line.place', 'desc')
    .orderBy('line.id', 'desc')
    .offset(offset)
    .limit(limit)

/** What was reserved with a visit is on its invoice since. */
export const ofInvoice = sql<number | null>`coalesce(entry.documentId, redemption.documentId)`

type Reason = LoyaltyLotTable['reason']
const nothing = sql<string | null>`null`

const earnings = (db: Db, contactId: number, programmeId: number) =>
  db
    .selectFrom('loyaltyLot')
    .select(['id', 'at', 'day', sql<'earned' | LoyaltyEntryTable['kind']>`'earned'`.as('kind'), 'points', sql<number>`0`.as('place')])
    .select([
      sql<Reason | null>`reason`.as('reason'),
      'why',
      'lapsesOn',
      'documentId',
      nothing.as('reward'),
      sql<number | null>`null`.as('redemptionId'),
      nothing.as('visitAt'),
      'note',
      'user',
    ])
    .where('contactId', '=', contactId)
    .where('programmeId', '=', programmeId)

/** What a reward took of several lots is one line. */
const movements = (db: Db, contactId: number, programmeId: number) =>
  db
    .selectFrom('loyaltyLot')
    .innerJoin('loyaltyEntry as entry', 'entry.lotId', 'loyaltyLot.id')
    .leftJoin('loyaltyRedemption as redemption', 'redemption.id', 'entry.redemptionId')
    .leftJoin('loyaltyReward as reward', 'reward.id', 'redemption.rewardId')
    .leftJoin('appointment as visit', 'visit.id', 'redemption.appointmentId')
    .select(({ fn }) => [fn.max('entry.id').as('id'), 'entry.at', 'entry.day', 'entry.kind', fn.sum<number>('entry.points').as('points')])
    .select([sql<number>`1`.as('place'), sql<Reason | null>`null`.as('reason'), sql<string>`'[]'`.as('why')])
    .select([nothing.as('lapsesOn'), ofInvoice.as('documentId')])
    .select(['reward.name as reward', 'entry.redemptionId', 'visit.startsAt as visitAt', 'entry.note', 'entry.user'])
    .where('loyaltyLot.contactId', '=', contactId)
    .where('loyaltyLot.programmeId', '=', programmeId)
    .where(({ or, eb }) => or([eb('entry.points', '<>', 0), eb('entry.note', '<>', '')]))
    .groupBy([
      'entry.at',
      'entry.kind',
      'entry.redemptionId',
      'entry.documentId',
      'entry.note',
      sql`iif(entry.kind = 'lapsed', entry.id, 0)`,
    ])

/** What was left of each month's points on a day, and what of them had lapsed by then; less than nothing is owed by clients. */
export const liability = (db: Db, programmeId: number, day: string) =>
  db
    .selectFrom('loyaltyFlow')
    .select(['month', 'lapsesOn', sql<number>`sum(points)`.as('points')])
    .select(sql<number>`-coalesce(sum(points) filter (where kind = 'lapsed'), 0)`.as('lapsed'))
    .select(sql<number>`coalesce(sum(points) filter (where kind in ('earned', 'reversed')), 0)`.as('earned'))
    .where('programmeId', '=', programmeId)
    .where('day', '<=', day)
    .groupBy(['month', 'lapsesOn'])
    .orderBy('month')

/** What has lapsed by a day, and is not written down: hardly ever any of a day that has been, all that will have of one to come. */
export const lapsedBy = (db: Db, programmeId: number, day: string) =>
  db
    .selectFrom('loyaltyLot')
    .select([sql<string>`substr(day, 1, 7)`.as('month'), sql<number>`sum(left)`.as('points')])
    .where('lapsesOn', 'is not', null)
    .where(sql<boolean>`left > 0`)
    .where('lapsesOn', '<', day)
    .where('programmeId', '=', programmeId)
    .where('day', '<=', day)
    .groupBy('month')

/** Those who had any, on a day. */
export const members = (db: Db, programmeId: number, day: string) =>
  db
    .selectFrom('loyaltyMember')
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .where('programmeId', '=', programmeId)
    .where('firstOn', '<=', day)
    .where('lots', '>', 0)
