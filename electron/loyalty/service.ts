import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { Handlers } from '../handlers.ts'
import { balances, ledger, liability } from './books.ts'
import { lapse } from './lapse.ts'
import { verify } from './verify.ts'
import { adjustMany } from './adjust-many.ts'
import { atSale } from './at-till.ts'
import { cardHolder, cards, giveCard, removeCard, saveCard } from './cards.ts'
import { keptBack } from './charge.ts'
import { countTiers } from './count-tiers.ts'
import { exportLapsing, exportMembers, exportPoints } from './export.ts'
import { lapsingSoon, members } from './members.ts'
import { importOpening, previewOpening } from './opening.ts'
import { programmeHandlers } from './programmes.ts'
import { adjust, redeem, takeBack } from './redeem.ts'
import { reserve, reserved } from './visit-reward.ts'
import { statement } from './statement.ts'

export const loyaltyHandlers: Handlers<typeof loyaltyContract> = {
  ...programmeHandlers,
  'loyalty.balance': balances,
  'loyalty.ledger': ledger,
  'loyalty.redeem': redeem,
  'loyalty.takeBack': takeBack,
  'loyalty.reserve': reserve,
  'loyalty.reserved': reserved,
  'loyalty.adjust': adjust,
  'loyalty.liability': liability,
  'loyalty.lapse': lapse,
  'loyalty.countTiers': countTiers,
  'loyalty.cards': cards,
  'loyalty.cardHolder': cardHolder,
  'loyalty.giveCard': giveCard,
  'loyalty.removeCard': removeCard,
  'loyalty.saveCard': saveCard,
  'loyalty.atSale': atSale,
  'loyalty.keptBack': keptBack,
  'loyalty.members': members,
  'loyalty.lapsing': lapsingSoon,
  'loyalty.adjustMany': adjustMany,
  'loyalty.previewOpening': previewOpening,
  'loyalty.importOpening': importOpening,
  'loyalty.statement': statement,
  'exports.members': exportMembers,
  'exports.lapsing': exportLapsing,
  'exports.points': exportPoints,
  'loyalty.verify': verify,
}
