import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

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

/** Rewards that are reserved with a visit that does not come about, or goes with another reward or client; or twice with the same one. */
export const brokenReservations = (db: Db) =>
  db
    .selectFrom('loyaltyRedemption as redemption')
    .innerJoin('loyaltyEntry as entry', 'entry.redemptionId', 'redemption.id')
    .leftJoin('appointment as visit', 'visit.id', 'redemption.appointmentId')
    .select(({ fn }) => fn.min('entry.lotId').as('lotId'))
    .where('redemption.appointmentId', 'is not', null)
    .where('redemption.documentId', 'is', null)
    .groupBy('redemption.id')
    .having(sql<boolean>`sum(entry.points) < 0`)
    .having(
      sql<boolean>`(visit.status is null or visit.status in ('cancelled', 'noShow') or visit.contactId is not redemption.contactId
        or visit.rewardId is not redemption.rewardId
        or exists (select 1 from loyaltyRedemption as other where other.appointmentId = visit.id and other.id < redemption.id
          and other.documentId is null and (select sum(points) from loyaltyEntry where redemptionId = other.id) < 0))`,
    )
    .orderBy('redemption.id')

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
