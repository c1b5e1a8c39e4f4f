import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import type { Programme, Reward } from '../../shared/loyalty/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** How clients earn points, and what they get for them. */
export const useLoyalty = defineStore('loyalty', () => {
  const api = useApi()
  const programmes = shallowRef<readonly Programme[]>([])
  const rewards = shallowRef<readonly Reward[]>([])
  const isLoaded = shallowRef(false)
  const running = computed(() => programmes.value.filter(({ endedAt }) => endedAt === null))

  async function load() {
    ;[programmes.value, rewards.value] = await Promise.all([api('loyalty.programmes', {}), api('loyalty.rewards', {})])
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['loyaltyProgramme', 'loyaltyTerms', 'loyaltyReward'], () => void load())

  return {
    programmes,
    rewards,
    running,
    isLoaded,
    rewardsOf: (programmeId: number) => rewards.value.filter(reward => reward.programmeId === programmeId),
    createProgramme: (programme: Input<'loyalty.createProgramme'>) => api.noted('loyalty.createProgramme', programme),
    changeProgramme: (change: Input<'loyalty.changeProgramme'>) => api.noted('loyalty.changeProgramme', change),
    endProgramme: (id: number, ended: boolean) => api.noted('loyalty.endProgramme', { id, ended }),
    createReward: (reward: Input<'loyalty.createReward'>) => api.noted('loyalty.createReward', reward),
    changeReward: (change: Input<'loyalty.changeReward'>) => api.noted('loyalty.changeReward', change),
    archiveReward: (id: number, archived: boolean) => api.noted('loyalty.archiveReward', { id, archived }),
    balance: (contactId: number) => api('loyalty.balance', { contactId }),
    atSale: (draft: Draft, rewards: readonly number[]) => api('loyalty.atSale', { draft, rewards: [...rewards] }),
    keptBack: (documentId: number) => api('loyalty.keptBack', { documentId }),
    ledger: (contactId: number, programmeId: number, offset: number) => api('loyalty.ledger', { contactId, programmeId, offset }),
    redeem: (contactId: number, rewardId: number) => api('loyalty.redeem', { contactId, rewardId }),
    takeBack: (id: number, note: string) => api('loyalty.takeBack', { id, note }),
    cards: (contactId: number) => api('loyalty.cards', { contactId }),
    giveCard: (contactId: number, number: string) => api.noted('loyalty.giveCard', { contactId, number }),
    removeCard: (id: number) => api.noted('loyalty.removeCard', { id }),
    adjust: (adjustment: Input<'loyalty.adjust'>) => api.noted('loyalty.adjust', adjustment),
  }
})
