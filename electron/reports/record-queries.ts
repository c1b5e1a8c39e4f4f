import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** What cards lack, all of it seen in one look at each; those in the trash do not count. */
export const lacks = (db: Db) =>
  db
    .selectFrom('contact')
    .where('trashedAt', 'is', null)
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where phones = '[]')`.as('noPhone'),
      sql<number>`count(*) filter (where emails = '[]')`.as('noEmail'),
      sql<number>`count(*) filter (where phones = '[]' and emails = '[]')`.as('unreachable'),
      sql<number>`count(*) filter (where emails <> '[]' and exists (
        select 1 from json_each(emails) where value ->> 'address' not like '%_@_%._%'))`.as('badEmail'),
      sql<number>`count(*) filter (where consents = '{}')`.as('noConsent'),
    ])
