import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { TaxRate } from '../../shared/taxes/model.ts'
import type { TaxRateTable } from '../db/schema-catalogue.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** Those that are used no more included. */
export const taxesOf = async (db: Db): Promise<TaxRate[]> => (await queries.all(db).execute()).map(toRate)

export async function findRate(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'taxRateGone')
  return toRate(row)
}

const toRate = ({ position: _position, createdAt: _createdAt, ...row }: Selectable<TaxRateTable>): TaxRate => ({
  ...row,
  // Written by toRow only.
  periods: JSON.parse(row.periods) as TaxRate['periods'],
})
