import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import { earned, total } from '../../shared/loyalty/earning.ts'
import { preview } from '../invoices/draft.ts'
import type { Handlers } from '../handlers.ts'
import { balances, lapse, ledger, liability, verify } from './books.ts'
import { programmeHandlers } from './programmes.ts'
import { adjust, redeem, takeBack } from './redeem.ts'
import { saleOfDraft } from './sale.ts'

export const loyaltyHandlers: Handlers<typeof loyaltyContract> = {
  ...programmeHandlers,
  'loyalty.simulate': async ({ programme, draft, day }, context) => {
    const { document } = await preview(draft, context)
    const parts = earned(programme.terms, await saleOfDraft(context.db, document, day))
    return { points: total(parts), parts }
  },
  'loyalty.balance': balances,
  'loyalty.ledger': ledger,
  'loyalty.redeem': redeem,
  'loyalty.takeBack': takeBack,
  'loyalty.adjust': adjust,
  'loyalty.liability': liability,
  'loyalty.lapse': lapse,
  'loyalty.verify': verify,
}
