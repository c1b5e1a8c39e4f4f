import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { Handlers } from '../handlers.ts'
import { balances, lapse, ledger, liability, verify } from './books.ts'
import { programmeHandlers } from './programmes.ts'
import { adjust, redeem, takeBack } from './redeem.ts'

export const loyaltyHandlers: Handlers<typeof loyaltyContract> = {
  ...programmeHandlers,
  'loyalty.balance': balances,
  'loyalty.ledger': ledger,
  'loyalty.redeem': redeem,
  'loyalty.takeBack': takeBack,
  'loyalty.adjust': adjust,
  'loyalty.liability': liability,
  'loyalty.lapse': lapse,
  'loyalty.verify': verify,
}
