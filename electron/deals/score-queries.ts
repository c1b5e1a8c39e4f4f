import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** When somebody was last heard, with `condition` on the entry. */
const last = (condition: string, now: string) =>
  sql<string | null>`(select at from activity where activity.contactId = deal.contactId and trashedAt is null and ${sql.raw(condition)}
    and at <= ${now} order by at desc limit 1)`

/** All that rules can look at. */
export const facts = (db: Db, ids: readonly number[], now: string) =>
  db
    .selectFrom('deal')
    .innerJoin('contact', 'contact.id', 'deal.contactId')
    .select(['deal.id', 'deal.value', 'deal.referrerId', 'deal.source', 'deal.nextStepOn', 'deal.quoteOpenedAt'])
    .select(['contact.phones', 'contact.emails', 'contact.addresses', 'contact.organization'])
    .select([
      last("kind <> 'note'", now).as('contactedAt'),
      last("direction = 'in'", now).as('repliedAt'),
      sql<
        string | null
      >`(select startsAt from appointment where appointment.contactId = deal.contactId and kind = 'visit' and status = 'done'
        and startsAt <= ${now} order by startsAt desc limit 1)`.as('visitedAt'),
    ])
    .where('deal.trashedAt', 'is', null)
    .where('deal.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
