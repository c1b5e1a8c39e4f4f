import { sql, type SqlBool } from 'kysely'
import type { MemberFilter } from '../../shared/loyalty/members.ts'
import type { Db } from '../db/schema.ts'
import { ofInvoice } from './queries.ts'

export type Wanted = Omit<MemberFilter, 'text'> & Readonly<{ found: ReturnType<typeof sql<SqlBool>> | null }>

const filtered = (db: Db, { programmeId, tier, found }: Wanted) =>
  db
    .selectFrom('loyaltyMember as member')
    .innerJoin('contact', 'contact.id', 'member.contactId')
    .where('member.programmeId', '=', programmeId)
    .where('contact.trashedAt', 'is', null)
    .where(sql<SqlBool>`(member.lots > 0 or member.tierPlace > 0)`)
    .$if(tier !== null, query => query.where('member.tier', '=', tier!))
    .$if(found !== null, query => query.where(found!))

/** By the index of what they are sorted by; those who are alike in the order of their cards. */
export function members(db: Db, wanted: Wanted, { offset, limit }: { offset: number; limit: number }) {
  const direction = wanted.descending ? 'desc' : 'asc'
  const query = filtered(db, wanted).select(['member.contactId', 'member.points', 'member.tier', 'member.lastOn'])
  const sorted = {
    points: () => query.orderBy('member.points', direction),
    name: () => query.orderBy('contact.sortName', direction),
    lastOn: () => query.orderBy('member.lastOn', direction),
    tier: () => query.orderBy('member.tierPlace', direction).orderBy('member.points', direction),
  }[wanted.sort]()
  return sorted.orderBy('member.contactId', direction).offset(offset).limit(limit)
}

/** What lapses in these days, client by client, the soonest first; the plus keeps SQLite from beginning with all contacts. */
export const lapsingBetween = (db: Db, programmeId: number, from: string, to: string) =>
  db
    .selectFrom('loyaltyLot as lot')
    .innerJoin('contact', 'contact.id', 'lot.contactId')
    .select(({ fn }) => ['lot.contactId', fn.sum<number>('lot.left').as('points'), fn.min('lot.lapsesOn').$notNull().as('on')])
    .where('lot.lapsesOn', 'is not', null)
    .where(sql<SqlBool>`lot.left > 0`)
    .where('lot.lapsesOn', '>=', from)
    .where('lot.lapsesOn', '<=', to)
    .where('lot.programmeId', '=', programmeId)
    .where(sql<SqlBool>`+contact.trashedAt is null`)
    .groupBy('lot.contactId')
    .orderBy('on')
    .orderBy('points', 'desc')
    .orderBy('lot.contactId')

/** Everything that ever happened with points, in its order: lots, then what became of them. */
export const booked = (db: Db, after: { at: string; place: number; id: number }, limit: number) =>
  db
    .selectFrom(
      db
        .selectFrom('loyaltyLot')
        .select(['id', 'at', 'day', 'programmeId', 'contactId', 'points', 'lapsesOn', 'documentId', 'note', 'user'])
        .select([sql<number>`0`.as('place'), sql<string>`reason`.as('kind'), sql<number | null>`null`.as('rewardId')])
        .unionAll(
          db
            .selectFrom('loyaltyEntry as entry')
            .innerJoin('loyaltyLot as lot', 'lot.id', 'entry.lotId')
            .leftJoin('loyaltyRedemption as redemption', 'redemption.id', 'entry.redemptionId')
            .select(['entry.id', 'entry.at', 'entry.day', 'lot.programmeId', 'lot.contactId', 'entry.points'])
            .select([
              sql<string | null>`null`.as('lapsesOn'),
              ofInvoice.as('documentId'),
              'entry.note',
              'entry.user',
              sql<number>`1`.as('place'),
            ])
            .select([sql<string>`entry.kind`.as('kind'), 'redemption.rewardId']),
        )
        .as('line'),
    )
    .leftJoin('document', 'document.id', 'line.documentId')
    .leftJoin('loyaltyReward as reward', 'reward.id', 'line.rewardId')
    .selectAll('line')
    .select(['document.number', 'reward.name as reward'])
    .where(sql<SqlBool>`(line.at, line.place, line.id) > (${after.at}, ${after.place}, ${after.id})`)
    .orderBy('line.at')
    .orderBy('line.place')
    .orderBy('line.id')
    .limit(limit)
