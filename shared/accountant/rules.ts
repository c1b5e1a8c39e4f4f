import type { InputProblem } from '../errors.ts'
import { accountNames } from './accounts.ts'
import type { AccountantSettings } from './model.ts'

/** No account may be longer than the accountant's; debtors have one digit more, and numbers of their own. */
export function problemsOf({ accounts, accountLength }: AccountantSettings): InputProblem[] {
  const isDebtors = /^[1-6]\d{4,8}$/.test(accounts.debtors) && accounts.debtors.length <= accountLength + 1
  const tooLong = accountNames.filter(name => name !== 'debtors' && accounts[name].length > accountLength)
  return [
    ...(isDebtors ? [] : [{ path: ['accounts', 'debtors'], reason: 'debtorsWrong' as const }]),
    ...tooLong.map(name => ({ path: ['accounts', name], reason: 'accountTooLong' as const })),
  ]
}
