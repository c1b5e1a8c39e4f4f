import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { isKept } from './queries.ts'

/** The visits that an operation changed with which a reward goes, or is reserved. */
export const visitsChangedBy = (db: Db, operation: number) =>
  db
    .selectFrom('change')
    .select(sql<number>`rowKey ->> 0`.as('id'))
    .distinct()
    .where('operationId', '=', operation)
    .where('tableName', '=', 'appointment')
    .where(
      sql<boolean>`(exists (select 1 from appointment where id = rowKey ->> 0 and rewardId is not null)
        or exists (select 1 from loyaltyRedemption where appointmentId = rowKey ->> 0 and documentId is null))`,
    )
    .orderBy('id')

const held = (db: Db) =>
  db
    .selectFrom('loyaltyRedemption as redemption')
    .select(['redemption.id', 'redemption.programmeId', 'redemption.contactId', 'redemption.rewardId', 'redemption.points'])
    .select('redemption.appointmentId')
    .where('redemption.documentId', 'is', null)
    .where(isKept)
    .orderBy('redemption.id')

/** What is reserved with a visit, and neither given back nor on an invoice. */
export const heldWith = (db: Db, appointmentId: number) => held(db).where('redemption.appointmentId', '=', appointmentId)

export const heldFor = (db: Db, contactId: number) =>
  held(db).where('redemption.appointmentId', 'is not', null).where('redemption.contactId', '=', contactId)

export const visit = (db: Db, id: number) =>
  db.selectFrom('appointment').select(['contactId', 'rewardId', 'status', 'startsAt']).where('id', '=', id)

export const choose = (db: Db, appointmentId: number, rewardId: number, changedAt: string) =>
  db.updateTable('appointment').set({ rewardId, changedAt }).where('id', '=', appointmentId)

/** Where none goes with it, nothing is written. */
export const leaveOff = (db: Db, appointmentId: number) =>
  db.updateTable('appointment').set({ rewardId: null }).where('id', '=', appointmentId).where('rewardId', 'is not', null)

export const bill = (db: Db, redemptionId: number, documentId: number) =>
  db.updateTable('loyaltyRedemption').set({ documentId }).where('id', '=', redemptionId)
