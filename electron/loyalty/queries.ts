import { sql, type Insertable, type Updateable } from 'kysely'
import type {
  LoyaltyEntryTable,
  LoyaltyLotTable,
  LoyaltyProgrammeTable,
  LoyaltyRedemptionTable,
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

export const lotsOfDocument = (db: Db, documentId: number, programmeId: number) =>
  db
    .selectFrom('loyaltyLot')
    .select(['id', 'day', 'lapsesOn', 'left', 'spent', 'reversed', 'points as earned'])
    .where('documentId', '=', documentId)
    .where('programmeId', '=', programmeId)
    .orderBy('id')

export const insertLot = (db: Db, row: Insertable<LoyaltyLotTable>) => db.insertInto('loyaltyLot').values(row)
export const insertEntries = (db: Db, rows: readonly Insertable<LoyaltyEntryTable>[]) => db.insertInto('loyaltyEntry').values(rows)
export const insertRedemption = (db: Db, row: Insertable<LoyaltyRedemptionTable>) =>
  db.insertInto('loyaltyRedemption').values(row).returning('id')

export const redemption = (db: Db, id: number) => db.selectFrom('loyaltyRedemption').selectAll().where('id', '=', id)

/** What a reward took of which lots, what was given back taken off. */
export const takenBy = (db: Db, redemptionId: number) =>
  db
    .selectFrom('loyaltyEntry')
    .select(({ fn }) => ['lotId', fn.sum<number>('points').as('points')])
    .where('redemptionId', '=', redemptionId)
    .groupBy('lotId')
    .orderBy('lotId')

export const lapsing = (db: Db, today: string, limit: number) =>
  db
    .selectFrom('loyaltyLot')
    .select(['id', 'left', 'lapsesOn'])
    .where('lapsesOn', 'is not', null)
    .where(sql<boolean>`left > 0`)
    .where('lapsesOn', '<', today)
    .orderBy('lapsesOn')
    .limit(limit)

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
    .select(({ fn }) => [fn.max('entry.id').as('id'), 'entry.at', 'entry.day', 'entry.kind', fn.sum<number>('entry.points').as('points')])
    .select([sql<number>`1`.as('place'), sql<Reason | null>`null`.as('reason'), sql<string>`'[]'`.as('why')])
    .select([nothing.as('lapsesOn'), 'entry.documentId', 'reward.name as reward', 'entry.redemptionId', 'entry.note', 'entry.user'])
    .where('loyaltyLot.contactId', '=', contactId)
    .where('loyaltyLot.programmeId', '=', programmeId)
    .where('entry.points', '<>', 0)
    .groupBy([
      'entry.at',
      'entry.kind',
      'entry.redemptionId',
      'entry.documentId',
      'entry.note',
      sql`iif(entry.kind = 'lapsed', entry.id, 0)`,
    ])

/** What was left of each month's points on a day. */
export const liability = (db: Db, programmeId: number, day: string) =>
  db
    .with('remaining', db =>
      db
        .selectFrom('loyaltyLot')
        .select(['contactId', 'lapsesOn', sql<string>`substr(day, 1, 7)`.as('month')])
        .select(
          sql<number>`points + (select coalesce(sum(points), 0) from loyaltyEntry where lotId = loyaltyLot.id and day <= ${day})`.as(
            'left',
          ),
        )
        .where('programmeId', '=', programmeId)
        .where('day', '<=', day),
    )
    .selectFrom('remaining')
    .select(['month', sql<number>`sum(left)`.as('points')])
    .where(sql<boolean>`left < 0 or lapsesOn is null or lapsesOn >= ${day}`)
    .where('left', '<>', 0)
    .groupBy('month')
    .orderBy('month')

/** Those who had any, on a day. */
export const members = (db: Db, programmeId: number, day: string) =>
  db
    .selectFrom('loyaltyLot')
    .select(({ fn }) => fn.count<number>('contactId').distinct().as('members'))
    .where('programmeId', '=', programmeId)
    .where('day', '<=', day)

/** Lots whose sums are not those of their entries, or from which more was taken than there was. */
export const brokenLots = (db: Db) =>
  db
    .selectFrom('loyaltyLot as lot')
    .leftJoin(entrySums(db), 'sums.lotId', 'lot.id')
    .select([
      'lot.id as lotId',
      sql<'left' | 'overspent' | 'nominal'>`case
        when lot.left <> lot.points + coalesce(sums.points, 0) or lot.spent <> coalesce(sums.spent, 0)
          or lot.reversed <> coalesce(sums.nominal, 0) then 'left'
        when lot.reversed > lot.points then 'nominal'
        else 'overspent' end`.as('fault'),
    ])
    .where(
      sql<boolean>`lot.left <> lot.points + coalesce(sums.points, 0) or lot.spent <> coalesce(sums.spent, 0)
        or lot.reversed <> coalesce(sums.nominal, 0) or lot.reversed > lot.points or lot.spent > lot.points or lot.spent < 0
        or lot.left < -lot.spent`,
    )
    .orderBy('lot.id')

const entrySums = (db: Db) =>
  db
    .selectFrom('loyaltyEntry')
    .select(({ fn }) => ['lotId', fn.sum<number>('points').as('points'), fn.sum<number>('nominal').as('nominal')])
    .select(sql<number>`-sum(iif(kind in ('spent', 'returned'), points, 0))`.as('spent'))
    .groupBy('lotId')
    .as('sums')

/** Rewards whose lots do not come to what they cost, or gave back more than they took. */
export const brokenRedemptions = (db: Db) =>
  db
    .selectFrom('loyaltyRedemption as redemption')
    .leftJoin('loyaltyEntry as entry', 'entry.redemptionId', 'redemption.id')
    .select(({ fn }) => fn.coalesce(fn.min('entry.lotId'), sql<number>`0`).as('lotId'))
    .groupBy('redemption.id')
    .having(
      sql<boolean>`coalesce(-sum(entry.points) filter (where entry.kind = 'spent'), 0) <> redemption.points
        or coalesce(sum(entry.points), 0) > 0`,
    )

export const counts = (db: Db) =>
  db.selectNoFrom([
    sql<number>`(select count(*) from loyaltyLot)`.as('lots'),
    sql<number>`(select count(*) from loyaltyEntry)`.as('entries'),
  ])
