import { z } from 'zod'
import { command, query } from '../call.ts'
import { CommissionRule, NewCommissionRule } from './model.ts'

export const commissionsContract = {
  /** In the order in which they go before each other. */
  'commissions.rules': query('settings.read', z.strictObject({}), z.array(CommissionRule)),
  'commissions.addRule': command('settings.write', NewCommissionRule, CommissionRule),
  'commissions.changeRule': command('settings.write', CommissionRule, CommissionRule),
  'commissions.removeRule': command('settings.write', z.strictObject({ id: z.int().positive() }), z.null()),
}
