import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

export const contacts = (db: Db, ids: readonly number[]) => db.selectFrom('contact').selectAll().where('id', 'in', ids)

/** How many phones, e-mails and addresses the longest lists have, and whether anybody has the rest. */
export const entryCounts = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('contact')
    .select([
      sql<number | null>`max(json_array_length(phones))`.as('phones'),
      sql<number | null>`max(json_array_length(emails))`.as('emails'),
      sql<number | null>`max(json_array_length(addresses))`.as('addresses'),
      sql<number | null>`max(alerts <> '[]')`.as('alerts'),
      sql<number | null>`max(consents <> '{}')`.as('consents'),
      sql<number | null>`max(preferredChannel is not null)`.as('preferredChannel'),
      sql<number | null>`max(followUpOn is not null)`.as('followUpOn'),
      sql<number | null>`max(blockedAt is not null)`.as('blockedAt'),
    ])
    .where('id', 'in', ids)
