import type { Selectable } from 'kysely'
import type { Service } from '../../shared/catalogue/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { ServiceTable } from '../db/schema-catalogue.ts'
import * as queries from './queries.ts'

/** Those that are offered no more included. */
export const servicesOf = async (db: Db): Promise<Service[]> => (await queries.all(db).execute()).map(toService)

export async function findService(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'serviceGone')
  return toService(row)
}

const toService = (row: Selectable<ServiceTable>): Service => {
  const { processingAfterMinutes: afterMinutes, processingMinutes: minutes, position: _position, createdAt: _createdAt, ...service } = row
  return { ...service, processing: afterMinutes === null || minutes === null ? null : { afterMinutes, minutes } }
}
