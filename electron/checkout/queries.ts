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
