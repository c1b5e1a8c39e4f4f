import { computed, shallowRef, watch } from 'vue'
import type { Output } from '../../shared/contract.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import type { Item, OfferedReward, ReservedReward, Reward } from '../../shared/loyalty/model.ts'
import { costOf } from '../../shared/loyalty/reservation.ts'
import { fits, rewardedInTurn } from '../../shared/loyalty/rewarding.ts'
import { useProducts } from '../catalogue/product-store.ts'
import { useCatalogue } from '../catalogue/store.ts'
import { useAnswer } from '../composables/answer.ts'
import { withNamedLines } from '../invoices/editor/preview.ts'
import { useLoyalty } from './store.ts'

export type SaleBalance = Output<'loyalty.balance'>[number]
/** `off` is null while it fits nothing of what is sold; `isReserved`: with the visit that is paid for. */
export type ChosenReward = Readonly<{ reward: Reward; off: number | null; isReserved: boolean }>

/** What a client can have for points in this sale, what they take of it, and what the sale earns. */
export function useSaleRewards(draftOf: () => Draft) {
  const clientOf = () => draftOf().contactId
  const loyalty = useLoyalty()
  const services = useCatalogue()
  const products = useProducts()
  const taken = shallowRef<readonly Reward[]>([])
  const reserved = shallowRef<ReservedReward | null>(null)

  function ask() {
    const contactId = clientOf()
    return contactId === null ? null : loyalty.balance(contactId)
  }
  const { answer } = useAnswer(ask, { of: clientOf })
  const balances = computed(() => answer.value ?? [])
  /** What is reserved with the visit is had already, by whoever it was reserved for. */
  const held = computed(() => (reserved.value?.redemptionId && reserved.value.contactId === clientOf() ? reserved.value : null))
  watch([clientOf, held], () => (taken.value = held.value ? [held.value.reward] : []))

  const categoryOf = ({ kind, id }: Item) => (kind === 'service' ? services.all : products.all).find(one => one.id === id)?.category ?? ''
  const counted = computed(() => {
    const { lines, taken: had } = rewardedInTurn({ lines: draftOf().lines, categoryOf }, taken.value)
    const chosen = taken.value.map((reward, place): ChosenReward => {
      const { off, obstacle } = had[place]!
      const isReserved = place === taken.value.findIndex(({ id }) => id === held.value?.reward.id)
      return { reward, off: obstacle ? null : off.reduce((sum, { amount }) => sum + amount, 0), isReserved }
    })
    return { lines, chosen }
  })
  const asked = () =>
    clientOf() === null || loyalty.running.length === 0
      ? null
      : { draft: withNamedLines(draftOf()), rewards: taken.value.map(({ id }) => id) }
  const { answer: gains } = useAnswer(
    () => {
      const sale = asked()
      return sale && loyalty.atSale(sale.draft, sale.rewards)
    },
    { of: () => JSON.stringify(asked()), keep: true, rest: 120 },
  )
  const gainOf = ({ programmeId }: SaleBalance) =>
    clientOf() === null ? undefined : gains.value?.find(one => one.programmeId === programmeId)
  const isOfSameSale = ({ programmeId }: SaleBalance) => loyalty.running.some(({ id, terms }) => id === programmeId && terms.sameSale)
  function own({ points, programmeId }: SaleBalance) {
    const isOwn = (reward: Reward) => reward.programmeId === programmeId
    const had = held.value && isOwn(held.value.reward) ? { rewardId: held.value.reward.id, points: held.value.points } : null
    return points - costOf(taken.value.filter(isOwn), had)
  }
  /** With what the sale earns itself, where that can be spent at once. */
  const left = (balance: SaleBalance) => own(balance) + (isOfSameSale(balance) ? (gainOf(balance)?.earns ?? 0) : 0)
  const isLeftOut = ({ id }: Reward) => held.value?.reward.id === id && !taken.value.some(reward => reward.id === id)
  function canHave(balance: SaleBalance, reward: OfferedReward) {
    const { id, points, obstacle } = reward
    const isThere = obstacle === null || obstacle === 'pointsTooFew'
    return isLeftOut(reward) || (isThere && points <= own(balance)) || (gainOf(balance)?.affordable.includes(id) ?? false)
  }

  return {
    balances,
    counted,
    left,
    gainOf,
    isOfSameSale,
    /** What would be taken off now. */
    offered: (balance: SaleBalance) =>
      balance.rewards.filter(reward => canHave(balance, reward) && fits({ lines: counted.value.lines, categoryOf }, reward)),
    /** Taken at once. */
    putReserved: (known: ReservedReward | null) => (reserved.value = known),
    take: (reward: Reward) => (taken.value = [...taken.value, reward]),
    leaveOut: (place: number) => (taken.value = taken.value.toSpliced(place, 1)),
    wanted: () => counted.value.chosen.flatMap(({ reward, off }) => (off === null ? [] : [{ id: reward.id, off }])),
  }
}
