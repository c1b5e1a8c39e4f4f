import { computed } from 'vue'
import { useAnswer } from '../composables/answer.ts'
import { useLoyalty } from './store.ts'

type Question = Readonly<{ contactId: number; /** Of the visit: when they get it. */ day: string }>

/** The rewards that a client can have with a visit; null asks nothing. */
export function useReservable(question: () => Question | null) {
  const loyalty = useLoyalty()
  const { answer } = useAnswer(
    () => {
      const asked = question()
      return asked && loyalty.balance(asked.contactId, asked.day)
    },
    { of: () => JSON.stringify(question()), changes: ['loyaltyLot', 'loyaltyEntry', 'loyaltyReward'] },
  )
  const offers = computed(() =>
    (answer.value ?? []).flatMap(balance =>
      balance.rewards.filter(({ isAffordable }) => isAffordable).map(reward => ({ reward, balance })),
    ),
  )
  return { offers, isKnown: computed(() => answer.value !== null) }
}
