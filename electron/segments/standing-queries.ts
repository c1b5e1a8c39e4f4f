import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { came } from './client-groups.ts'

/** Whoever has a visit to come was here at the one before. Everybody is looked at in the order of the table, whatever index there is of first visits. */
export const cameSoFar = (db: Db, moment: string, currency: string) =>
  db
    .selectFrom('clientRhythm')
    .select(['clientRhythm.contactId', 'clientRhythm.visits'])
    .select(
      sql<string>`iif(lastAt <= ${moment}, lastAt, (select max(startsAt) from appointment as visit
        where visit.contactId = clientRhythm.contactId and visit.startsAt <= ${moment} and ${came}))`.as('lastAt'),
    )
    .select(
      sql<number>`coalesce((select net from clientSale
        where clientSale.contactId = clientRhythm.contactId and clientSale.currency = ${currency}), 0)`.as('net'),
    )
    .where(sql<boolean>`coalesce(clientRhythm.firstAt, '9999') <= ${moment}`)
    .where(sql<boolean>`clientRhythm.contactId not in (select id from contact where trashedAt is not null)`)
