import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { reservedAstray } from './astray.ts'

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

export const brokenReservations = (db: Db) =>
  db
    .selectFrom('loyaltyEntry')
    .select(({ fn }) => fn.min('lotId').as('lotId'))
    .where('redemptionId', 'in', sql<number>`(${sql.raw(reservedAstray)})`)
    .groupBy('redemptionId')
    .orderBy('redemptionId')

/** Members whose sum is not that of their lots. */
export const brokenMembers = (db: Db) =>
  db
    .selectFrom('loyaltyLot as lot')
    .leftJoin('loyaltyMember as member', join =>
      join.onRef('member.programmeId', '=', 'lot.programmeId').onRef('member.contactId', '=', 'lot.contactId'),
    )
    .select(({ fn }) => fn.min('lot.id').as('lotId'))
    .groupBy(['lot.programmeId', 'lot.contactId'])
    .having(sql<boolean>`sum(lot.left) <> coalesce(max(member.points), 0) or count(*) <> coalesce(max(member.lots), 0)`)
    .unionAll(
      db
        .selectFrom('loyaltyMember as member')
        .select(sql<number>`0`.as('lotId'))
        .where(sql<boolean>`(member.points <> 0 or member.lots <> 0)`).where(sql<boolean>`not exists (select 1 from loyaltyLot as lot
          where lot.programmeId = member.programmeId and lot.contactId = member.contactId)`),
    )

/** Programmes whose flows do not come to what is left of their lots. */
export const brokenFlows = (db: Db) =>
  db
    .selectFrom('loyaltyProgramme as programme')
    .select('id')
    .where(
      sql<boolean>`(select coalesce(sum(left), 0) from loyaltyLot where programmeId = programme.id)
        <> (select coalesce(sum(points), 0) from loyaltyFlow where programmeId = programme.id)`,
    )

export const counts = (db: Db) =>
  db.selectNoFrom([
    sql<number>`(select count(*) from loyaltyLot)`.as('lots'),
    sql<number>`(select count(*) from loyaltyEntry)`.as('entries'),
  ])
