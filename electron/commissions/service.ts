import type { commissionsContract } from '../../shared/commissions/contract.ts'
import type { CommissionRule } from '../../shared/commissions/model.ts'
import { inPrecedence, isForTheSame } from '../../shared/commissions/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { findService } from '../catalogue/find.ts'
import { findProduct } from '../catalogue/product-find.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { findStaff } from '../staff/find.ts'
import * as queries from './queries.ts'
import { toRow, toRule } from './rows.ts'

export const commissionHandlers: Handlers<typeof commissionsContract> = {
  'commissions.rules': (_input, { db }) => rulesOf(db),

  'commissions.addRule': async (given, { db, describe }) => {
    await refuseUnknown(db, given)
    await refuseTaken(db, given, null)
    const { id } = await queries.insert(db, toRow(given)).executeTakeFirstOrThrow()
    describe('commissionRuleAdded', {})
    return { ...given, id }
  },

  'commissions.changeRule': async ({ id, ...after }, { db, describe }) => {
    const before = await find(db, id)
    await refuseUnknown(db, after)
    await refuseTaken(db, after, id)
    if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(after))) await queries.update(db, id, toRow(after)).execute()
    describe('commissionRuleChanged', {})
    return { id, ...after }
  },

  'commissions.removeRule': async ({ id }, { db, describe }) => {
    await find(db, id)
    await queries.remove(db, id).execute()
    describe('commissionRuleRemoved', {})
    return null
  },
}

/** In the order in which they go before each other. */
export const rulesOf = async (db: Db) => inPrecedence((await queries.all(db).execute()).map(toRule))

async function find(db: Db, id: number) {
  const rule = (await rulesOf(db)).find(rule => rule.id === id)
  if (!rule) throw new AppError('notFound', 'commissionRuleGone')
  return rule
}

async function refuseTaken(db: Db, wanted: Omit<CommissionRule, 'id'>, own: number | null) {
  if ((await rulesOf(db)).some(rule => rule.id !== own && isForTheSame(rule, wanted))) throw new AppError('conflict', 'commissionRuleTaken')
}

async function refuseUnknown(db: Db, { staffId, scope }: Omit<CommissionRule, 'id'>) {
  if (staffId !== null) await findStaff(db, staffId)
  if (scope.kind === 'service') await findService(db, scope.serviceId)
  if (scope.kind === 'product') await findProduct(db, scope.productId)
}
