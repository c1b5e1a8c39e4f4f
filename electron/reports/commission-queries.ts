import { sql } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import type { Db } from '../db/schema.ts'

/**
 * What credit notes took back of whoever sold it, with the day on which it had been sold. What credits a deposit takes back what
 * nobody had a part of: `soldOn` is null then.
 */
export const takenBack = (db: Db, { from, to }: Days, currency: string) =>
  db
    .selectFrom('document')
    .innerJoin('document as source', 'source.id', 'document.sourceId')
    .innerJoin('documentLine as line', 'line.documentId', 'document.id')
    .where(sql<boolean>`document.kind = 'creditNote' and document.issuedOn is not null`)
    .where('document.issuedOn', '>=', from)
    .where('document.issuedOn', '<=', to)
    .where('document.currency', '=', currency)
    .where('line.kind', 'in', ['service', 'product'])
    .where('line.staffId', 'is not', null)
    .select(['document.issuedOn as day', 'line.staffId', 'line.kind'])
    .select([
      sql<string | null>`iif(source.kind = 'deposit', null, source.issuedOn)`.as('soldOn'),
      sql<number>`coalesce(line.serviceId, line.productId, 0)`.as('itemId'),
      sql<number>`sum(line.netOfAll)`.as('net'),
    ])
    .groupBy(['document.issuedOn', 'soldOn', 'line.staffId', 'line.kind', 'itemId'])
