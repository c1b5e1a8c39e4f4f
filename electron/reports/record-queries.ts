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

/** Whom nobody has touched, written to or seen since a moment. */
export const stale = (db: Db, since: string) =>
  db
    .selectFrom('contact')
    .where('trashedAt', 'is', null)
    .where('changedAt', '<', since)
    .where(sql<boolean>`not exists (select 1 from activity where activity.contactId = contact.id and activity.at >= ${since})`)
    .where(
      sql<boolean>`not exists (select 1 from appointment where appointment.contactId = contact.id and appointment.startsAt >= ${since})`,
    )
    .where(
      sql<boolean>`not exists (select 1 from document where document.contactId = contact.id and document.issuedOn >= ${since.slice(0, 10)})`,
    )
    .select(sql<number>`count(*)`.as('contacts'))

/** Groups of the last search for duplicates that nobody has looked at. */
export const duplicatesWaiting = (db: Db) =>
  db
    .selectFrom('duplicateGroup')
    .where('scanId', '=', sql<number>`(select max(id) from duplicateScan where finishedAt is not null)`)
    .where('touched', '=', 0)
    .select(sql<number>`count(*)`.as('groups'))
