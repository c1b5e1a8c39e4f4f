import { AppError } from '../../shared/errors.ts'
import type { pricesContract } from '../../shared/prices/contract.ts'
import type { NewPriceRule, PriceRule } from '../../shared/prices/model.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { byId as tagById } from '../tags/queries.ts'
import { findList } from './lists.ts'
import * as queries from './queries.ts'
import { toRow, toRule } from './rows.ts'

type RuleCalls = Pick<typeof pricesContract, 'prices.rules' | 'prices.createRule' | 'prices.changeRule' | 'prices.removeRule'>

export const ruleHandlers: Handlers<RuleCalls> = {
  'prices.rules': (_input, { db }) => rulesOf(db),

  'prices.createRule': async (given, { db, now, describe }) => {
    await refuseUnknown(db, given)
    const { id } = await queries.insertRule(db, { ...toRow(given), createdAt: now().toISOString() }).executeTakeFirstOrThrow()
    describe('priceRuleCreated', { name: given.name })
    return findRule(db, id)
  },

  'prices.changeRule': async ({ id, ...given }, { db, describe }) => {
    const before = await findRule(db, id)
    await refuseUnknown(db, given)
    if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(given))) await queries.updateRule(db, id, toRow(given)).execute()
    describe('priceRuleChanged', { name: given.name })
    return findRule(db, id)
  },

  'prices.removeRule': async ({ id }, { db, describe }) => {
    const { name } = await findRule(db, id)
    await queries.removeRule(db, id).execute()
    describe('priceRuleRemoved', { name })
    return null
  },
}

export const rulesOf = async (db: Db): Promise<PriceRule[]> => (await queries.rules(db).execute()).map(toRule)

async function findRule(db: Db, id: number) {
  const row = await queries.ruleById(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'priceRuleGone')
  return toRule(row)
}

async function refuseUnknown(db: Db, { audience }: NewPriceRule) {
  if (audience.kind === 'list') await findList(db, audience.priceListId)
  if (audience.kind !== 'tag') return
  if (!(await tagById(db, audience.tagId).executeTakeFirst())) throw new AppError('notFound', 'tagGone')
}
