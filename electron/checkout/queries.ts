import type { Db } from '../db/schema.ts'

/** What was issued for a visit. */
export const issuedFor = (db: Db, appointmentId: number) =>
  db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'gross', 'open'])
    .where('appointmentId', '=', appointmentId)
    .where('issuedAt', 'is not', null)
    .where('kind', 'in', ['invoice', 'deposit'])
    .orderBy('id')

/** Visits that begin in this time and have come to pass. */
export const servedBetween = (db: Db, from: string, to: string) =>
  db
    .selectFrom('appointment')
    .select(['id', 'contactId', 'title', 'startsAt', 'status'])
    .where('startsAt', '>=', from)
    .where('startsAt', '<', to)
    .where('kind', '=', 'visit')
    .where('status', 'in', ['inService', 'done'])
    .orderBy('startsAt')
    .orderBy('id')
