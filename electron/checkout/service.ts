import type { checkoutContract } from '../../shared/checkout/contract.ts'
import type { Handlers } from '../handlers.ts'
import { complete } from './complete.ts'
import { askDeposit, depositOffer } from './deposit.ts'
import { propose } from './propose.ts'
import { waiting } from './waiting.ts'

export const checkoutHandlers: Handlers<typeof checkoutContract> = {
  'checkout.propose': propose,
  'checkout.waiting': waiting,
  'checkout.complete': complete,
  'checkout.depositOffer': depositOffer,
  'checkout.askDeposit': askDeposit,
}
