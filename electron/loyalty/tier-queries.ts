import { sql, type Insertable } from 'kysely'
import type { LoyaltyReferralTable, LoyaltyStandingTable } from '../db/schema-loyalty.ts'
import type { Db } from '../db/schema.ts'
import { stands } from './sale.ts'

/** What a client earned from a day on, and what of it was taken back on which day. */
export const pointGains = (db: Db, programmeId: number, contactId: number, from: string) =>
  db
    .selectFrom('loyaltyLot')
    .select(['day', 'points as amount'])
    .where('programmeId', '=', programmeId)
    .where('contactId', '=', contactId)
    .where('reason', '=', sql.lit('invoice'))
    .where('day', '>=', from)
    .unionAll(
      db
        .selectFrom('loyaltyLot')
        .innerJoin('loyaltyEntry as entry', 'entry.lotId', 'loyaltyLot.id')
        .select(['entry.day', sql<number>`-entry.nominal`.as('amount')])
        .where('loyaltyLot.programmeId', '=', programmeId)
        .where('loyaltyLot.contactId', '=', contactId)
        .where('entry.kind', '=', 'reversed')
        .where('entry.day', '>=', from),
    )

/** What a client paid of invoices of these days, and got back. */
export const turnoverGains = (db: Db, contactId: number, from: string) =>
  db
    .selectFrom('document')
    .select(['issuedOn as day', 'settled as amount'])
    .where('contactId', '=', contactId)
    .where('issuedOn', '>=', from)
    .where('kind', 'in', ['invoice', 'creditNote'])
    .where('settled', '<>', 0)

/** The same of everybody, client by client: of all members in one pass. */
export const allPointGains = (db: Db, programmeId: number, from: string) =>
  db
    .selectFrom('loyaltyLot')
    .select(['contactId', 'day', 'points'])
    .where('programmeId', '=', programmeId)
    .where('reason', '=', sql.lit('invoice'))
    .where('day', '>=', from)
    .orderBy('contactId')
    .orderBy('day')

export const allReversals = (db: Db, programmeId: number, from: string) =>
  db
    .selectFrom('loyaltyEntry as entry')
    .innerJoin('loyaltyLot as lot', 'lot.id', 'entry.lotId')
    .select(['lot.contactId', 'entry.day', 'entry.nominal'])
    .where('entry.kind', '=', sql.lit('reversed'))
    .where('entry.day', '>=', from)
    .where('lot.programmeId', '=', programmeId)

export const allTurnover = (db: Db, from: string) =>
  db
    .selectFrom('document')
    .select(['contactId', 'issuedOn', 'settled'])
    .where('contactId', 'is not', null)
    .where('issuedOn', '>=', from)
    .where('kind', 'in', ['invoice', 'creditNote'])
    .where('settled', '<>', 0)
    .orderBy('contactId')
    .orderBy('issuedOn')

export const tiersOf = (db: Db, programmeId: number) =>
  db.selectFrom('loyaltyMember').select(['contactId', 'tier', 'tierPlace', 'priceListId']).where('programmeId', '=', programmeId)

/** Not recorded: it is counted anew every night. */
export const setTier = (db: Db, programmeId: number, contactId: number, { tier, tierPlace, priceListId, lastOn }: Counted) =>
  db
    .insertInto('loyaltyMember')
    .values({ programmeId, contactId, firstOn: lastOn, lastOn, tier, tierPlace, priceListId })
    .onConflict(conflict => conflict.columns(['programmeId', 'contactId']).doUpdateSet({ tier, tierPlace, priceListId }))
type Counted = Readonly<{ tier: string; tierPlace: number; priceListId: number | null; lastOn: string }>

/** The same of many at once. */
export const setTiers = (db: Db, programmeId: number, counted: readonly (Counted & { contactId: number })[]) =>
  db
    .insertInto('loyaltyMember')
    .columns(['programmeId', 'contactId', 'firstOn', 'lastOn', 'tier', 'tierPlace', 'priceListId'])
    .expression(
      db
        .selectFrom(sql<{ value: string }>`json_each(${JSON.stringify(counted)})`.as('one'))
        .select([
          sql<number>`${programmeId}`.as('programmeId'),
          sql<number>`value ->> 'contactId'`.as('contactId'),
          sql<string>`value ->> 'lastOn'`.as('firstOn'),
          sql<string>`value ->> 'lastOn'`.as('lastOn'),
          sql<string>`value ->> 'tier'`.as('tier'),
          sql<number>`value ->> 'tierPlace'`.as('tierPlace'),
          sql<number | null>`value ->> 'priceListId'`.as('priceListId'),
        ])
        // Without a condition SQLite takes what follows for that of a join.
        .where(sql<boolean>`true`),
    )
    .onConflict(conflict =>
      conflict.columns(['programmeId', 'contactId']).doUpdateSet(({ ref }) => ({
        ...{ tier: ref('excluded.tier'), tierPlace: ref('excluded.tierPlace'), priceListId: ref('excluded.priceListId') },
      })),
    )

export const priceListOf = (db: Db, contactId: number) =>
  db
    .selectFrom('loyaltyMember')
    .select('priceListId')
    .where('contactId', '=', contactId)
    .where('priceListId', 'is not', null)
    .orderBy('programmeId')
    .limit(1)

export const standingAt = (db: Db, documentId: number, programmeId: number) =>
  db
    .selectFrom('loyaltyStanding')
    .select(['tier as name', 'factor'])
    .where('documentId', '=', documentId)
    .where('programmeId', '=', programmeId)

export const insertStanding = (db: Db, row: Insertable<LoyaltyStandingTable>) => db.insertInto('loyaltyStanding').values(row)

/** Who sent a client here. */
export const referrerOf = (db: Db, contactId: number) =>
  db
    .selectFrom('relation')
    .innerJoin('contact', 'contact.id', 'relation.toId')
    .select('relation.toId as id')
    .where('relation.fromId', '=', contactId)
    .where('relation.kind', '=', 'referredBy')
    .where('contact.trashedAt', 'is', null)
    .orderBy('relation.id')
    .limit(1)

/** What a client was recommended for; not for an invoice that was taken back as a whole. */
export const referralOf = (db: Db, programmeId: number, contactId: number) =>
  db
    .selectFrom('loyaltyReferral')
    .innerJoin('document', 'document.id', 'loyaltyReferral.documentId')
    .select('loyaltyReferral.id')
    .where('loyaltyReferral.programmeId', '=', programmeId)
    .where('loyaltyReferral.contactId', '=', contactId)
    .where(stands)
    .limit(1)

export const referralBy = (db: Db, programmeId: number, documentId: number) =>
  db
    .selectFrom('loyaltyReferral')
    .select(['referrerLotId', 'referredLotId'])
    .where('programmeId', '=', programmeId)
    .where('documentId', '=', documentId)
    .orderBy('id', 'desc')
    .limit(1)

export const insertReferral = (db: Db, row: Insertable<LoyaltyReferralTable>) => db.insertInto('loyaltyReferral').values(row)
