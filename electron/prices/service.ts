import type { pricesContract } from '../../shared/prices/contract.ts'
import type { Handlers } from '../handlers.ts'
import { listHandlers } from './lists.ts'
import { quote } from './quote.ts'
import { ruleHandlers } from './rules.ts'

export const priceHandlers: Handlers<typeof pricesContract> = { ...ruleHandlers, ...listHandlers, 'prices.quote': quote }
