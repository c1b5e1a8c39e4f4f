import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import { useApi } from '../api.ts'
import { useKnownList } from '../composables/known-list.ts'

/** How clients earn points, and what they get for them. */
export const useLoyalty = defineStore('loyalty', () => {
  const api = useApi()
  const { all: programmes, isLoaded: knowsProgrammes } = useKnownList(
    () => api('loyalty.programmes', {}),
    ['loyaltyProgramme', 'loyaltyTerms', 'loyaltyReward'],
  )
  const { all: rewards, isLoaded: knowsRewards } = useKnownList(
    () => api('loyalty.rewards', {}),
    ['loyaltyProgramme', 'loyaltyTerms', 'loyaltyReward'],
  )
  const isLoaded = computed(() => knowsProgrammes.value && knowsRewards.value)
  const running = computed(() => programmes.value.filter(({ endedAt }) => endedAt === null))

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
    balance: (contactId: number, day: string | null = null) => api('loyalty.balance', { contactId, day }),
    reserved: (appointmentId: number) => api('loyalty.reserved', { appointmentId }),
    reserve: (appointmentId: number, rewardId: number | null) => api.noted('loyalty.reserve', { appointmentId, rewardId }),
    atSale: (draft: Draft, rewards: readonly number[]) => api('loyalty.atSale', { draft, rewards: [...rewards] }),
    keptBack: (documentId: number) => api('loyalty.keptBack', { documentId }),
    ledger: (contactId: number, programmeId: number, offset: number, limit: number) =>
      api('loyalty.ledger', { contactId, programmeId, offset, limit }),
    redeem: (contactId: number, rewardId: number) => api('loyalty.redeem', { contactId, rewardId }),
    takeBack: (id: number, note: string) => api('loyalty.takeBack', { id, note }),
    cards: (contactId: number) => api('loyalty.cards', { contactId }),
    giveCard: (contactId: number, number: string) => api.noted('loyalty.giveCard', { contactId, number }),
    removeCard: (id: number) => api.noted('loyalty.removeCard', { id }),
    adjust: (adjustment: Input<'loyalty.adjust'>) => api.noted('loyalty.adjust', adjustment),
  }
})
