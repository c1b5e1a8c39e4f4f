import { usualAccounts } from '../../shared/accountant/accounts.ts'
import { AccountantSettings, type AccountantChange } from '../../shared/accountant/model.ts'
import { problemsOf } from '../../shared/accountant/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import * as stored from '../settings/queries.ts'

const name = 'accountant'

const defaults = {
  ...{ chart: 'SKR03' as const, consultant: null, client: null, accountLength: 4, yearBegins: 1 },
  ...{ debtors: 'collective' as const, taxKeys: 'automatic' as const },
}

export async function accountantOf(db: Db): Promise<AccountantSettings> {
  const { accounts, ...own } = { ...defaults, ...(await storedOf(db)) }
  return AccountantSettings.parse({ ...own, accounts: { ...usualAccounts[own.chart], ...accounts } })
}

/** What was never set follows the chart; another chart knows nothing of the accounts of the one before. */
export async function changeAccountant(db: Db, { accounts, ...changes }: AccountantChange) {
  const before = await storedOf(db)
  const isOther = changes.chart !== undefined && changes.chart !== (before.chart ?? defaults.chart)
  const value = { ...before, ...changes, accounts: { ...(isOther ? {} : before.accounts), ...accounts } }
  await stored.put(db, 'setting', [{ name, value: JSON.stringify(value) }]).execute()
  const settings = await accountantOf(db)
  const problems = problemsOf(settings)
  if (problems[0]) throw AppError.from({ code: 'invalid', reason: problems[0].reason, problems })
  return settings
}

async function storedOf(db: Db): Promise<AccountantChange> {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  return row ? (JSON.parse(row.value) as AccountantChange) : {}
}
