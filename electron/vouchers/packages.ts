import type { InferResult } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { vouchersContract } from '../../shared/vouchers/contract.ts'
import type { NewPackage, Package } from '../../shared/vouchers/model.ts'
import { findService } from '../catalogue/find.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import * as queries from './queries.ts'

type Calls = Pick<
  typeof vouchersContract,
  'vouchers.packages' | 'vouchers.createPackage' | 'vouchers.changePackage' | 'vouchers.archivePackage'
>

/** What is changed here counts for what is sold from then on: a package that was bought stays as it was. */
export const packageHandlers: Handlers<Calls> = {
  'vouchers.packages': async (_input, { db }) => (await queries.packages(db).execute()).map(toPackage),

  'vouchers.createPackage': async (given, { db, now, describe }) => {
    await refuseUnfit(db, given)
    const { id } = await queries.insertPackage(db, { ...given, archivedAt: null, createdAt: now().toISOString() }).executeTakeFirstOrThrow()
    describe('packageCreated', { name: given.name })
    return packageOf(db, id)
  },

  'vouchers.changePackage': async ({ id, ...changes }, { db, describe }) => {
    const before = await packageOf(db, id)
    await refuseUnfit(db, { ...before, ...changes })
    if (Object.keys(changes).length > 0) await queries.updatePackage(db, id, changes).execute()
    const after = await packageOf(db, id)
    describe('packageChanged', { name: after.name })
    return after
  },

  'vouchers.archivePackage': async ({ id, archived }, { db, now, describe }) => {
    const { name, archivedAt } = await packageOf(db, id)
    if ((archivedAt !== null) !== archived)
      await queries.updatePackage(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'packageArchived' : 'packageBack', { name })
    return packageOf(db, id)
  },
}

export async function packageOf(db: Db, id: number): Promise<Package> {
  const row = await queries.packageById(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'packageGone')
  return toPackage(row)
}

const toPackage = ({ createdAt: _createdAt, ...row }: InferResult<ReturnType<typeof queries.packages>>[number]): Package => row

async function refuseUnfit(db: Db, { serviceId, units, paidUnits }: NewPackage) {
  await findService(db, serviceId)
  if (paidUnits > units) throw AppError.from({ ...paidTooMany, problems: [{ path: ['paidUnits'], reason: 'packagePaidUnits' }] })
}

const paidTooMany = { code: 'invalid', reason: 'packagePaidUnits' } as const
