import { computed, shallowRef, watch } from 'vue'
import type { Output } from '../../shared/contract.ts'
import type { DraftLine } from '../../shared/invoices/line.ts'
import type { Item, OfferedReward } from '../../shared/loyalty/model.ts'
import { fits, rewardedInTurn } from '../../shared/loyalty/rewarding.ts'
import { useProducts } from '../catalogue/product-store.ts'
import { useCatalogue } from '../catalogue/store.ts'
import { useAnswer } from '../composables/answer.ts'
import { useLoyalty } from './store.ts'

export type SaleBalance = Output<'loyalty.balance'>[number]
/** `off` is null while it fits nothing of what is sold. */
export type ChosenReward = Readonly<{ reward: OfferedReward; off: number | null }>

/** What a client can have for points in this sale, and what they take of it. */
export function useSaleRewards(clientOf: () => number | null, linesOf: () => readonly DraftLine[]) {
  const loyalty = useLoyalty()
  const services = useCatalogue()
  const products = useProducts()
  const taken = shallowRef<readonly OfferedReward[]>([])

  function ask() {
    const contactId = clientOf()
    return contactId === null ? null : loyalty.balance(contactId)
  }
  const { answer } = useAnswer(ask, { of: clientOf })
  const balances = computed(() => answer.value ?? [])
  watch(clientOf, () => (taken.value = []))

  const categoryOf = ({ kind, id }: Item) => (kind === 'service' ? services.all : products.all).find(one => one.id === id)?.category ?? ''
  const counted = computed(() => {
    const { lines, taken: had } = rewardedInTurn({ lines: linesOf(), categoryOf }, taken.value)
    const chosen = taken.value.map((reward, place): ChosenReward => {
      const { off, obstacle } = had[place]!
      return { reward, off: obstacle ? null : off.reduce((sum, { amount }) => sum + amount, 0) }
    })
    return { lines, chosen }
  })
  const left = ({ points, programmeId }: SaleBalance) =>
    taken.value.reduce((rest, reward) => (reward.programmeId === programmeId ? rest - reward.points : rest), points)

  return {
    balances,
    counted,
    left,
    /** What would be taken off now. */
    offered: (balance: SaleBalance) =>
      balance.rewards.filter(
        reward => reward.isAffordable && reward.points <= left(balance) && fits({ lines: counted.value.lines, categoryOf }, reward),
      ),
    take: (reward: OfferedReward) => (taken.value = [...taken.value, reward]),
    leaveOut: (place: number) => (taken.value = taken.value.toSpliced(place, 1)),
    wanted: () => counted.value.chosen.flatMap(({ reward, off }) => (off === null ? [] : [{ id: reward.id, off }])),
  }
}
