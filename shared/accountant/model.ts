import { z } from 'zod'
import { accountNames, charts, type AccountName } from './accounts.ts'

const Account = z
  .string()
  .trim()
  .regex(/^\d{4,9}$/, { error: 'accountWrong' })
const Accounts = z.strictObject(Object.fromEntries(accountNames.map(name => [name, Account])) as Record<AccountName, typeof Account>)

/** How the accountant keeps the books. `consultant` and `client` are the numbers that DATEV knows the two by. */
export const AccountantSettings = z.strictObject({
  chart: z.enum(charts),
  consultant: z.int().min(1001, { error: 'consultantWrong' }).max(9_999_999, { error: 'consultantWrong' }).nullable(),
  client: z.int().min(1, { error: 'clientNumberWrong' }).max(99_999, { error: 'clientNumberWrong' }).nullable(),
  /** The digits of an account; those of debtors have one more. */
  accountLength: z.int().min(4).max(8),
  /** The month with which the business year begins. */
  yearBegins: z.int().min(1).max(12),
  /** All clients on one account, or each on one of their own: that one and the number of their card. */
  debtors: z.enum(['collective', 'perClient']),
  /** Whether the accounts take the tax out by themselves, or a key has to say so. */
  taxKeys: z.enum(['automatic', 'written']),
  accounts: Accounts,
})
export type AccountantSettings = Readonly<z.infer<typeof AccountantSettings>>

/** Left out, an account stays as it is; another chart begins with its own. */
export const AccountantChange = AccountantSettings.omit({ accounts: true }).partial().extend({ accounts: Accounts.partial().optional() })
export type AccountantChange = Readonly<z.infer<typeof AccountantChange>>
