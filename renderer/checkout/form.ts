import { computed, reactive, ref, shallowRef } from 'vue'
import type { Output } from '../../shared/contract.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import { taken, type Way } from '../../shared/checkout/tendering.ts'
import { useApi } from '../api.ts'
import { useSaving } from '../composables/saving.ts'
import { useInvoicing } from '../invoices/invoicing.ts'
import { lineAgain, topUpLine } from '../invoices/editor/lines.ts'
import { usePreview } from '../invoices/editor/preview.ts'
import { draftFrom, newValues } from '../invoices/editor/values.ts'
import { useSaleRewards } from '../loyalty/sale-rewards.ts'
import { useRulePrices } from '../prices/rule-prices.ts'
import { useSettings } from '../settings/store.ts'
import type { CheckoutRequest } from './store.ts'

export type Completed = Readonly<Output<'checkout.complete'> & { change: number }>

/** Rules take something off by themselves. */
const withoutRules = (line: Draft['lines'][number]) => (line.discount?.reason === undefined ? line : { ...line, discount: null })

/** A sale on its way: what is sold, what it comes to, how it is paid. */
export function useCheckoutForm({ appointmentId, contactId, fee, topUp }: CheckoutRequest) {
  const api = useApi()
  const shop = useSettings()
  const invoicing = useInvoicing()
  const saving = useSaving()

  const values = reactive(
    newValues('invoice', contactId ?? null, { pricing: invoicing.settings?.pricing ?? 'gross', language: shop.shop.language }),
  )
  const isReady = shallowRef(false)
  const brought = shallowRef('')
  const failure = shallowRef<unknown>(null)
  const ways = ref<Way[]>([{ method: 'cash', typed: null }])
  const tip = shallowRef<number | null>(null)

  async function begin() {
    failure.value = null
    try {
      if (!invoicing.isReady) await invoicing.load()
      values.pricing = invoicing.settings?.pricing ?? values.pricing
      if (topUp) values.lines = [topUpLine(topUp, invoicing.usualRate?.id ?? 0)]
      if (appointmentId !== undefined) {
        const [draft, reserved] = await Promise.all([
          api('checkout.propose', { appointmentId, fee }),
          api('loyalty.reserved', { appointmentId }),
        ])
        const { pricing = values.pricing, language = values.language, lines, ...rest } = draft
        Object.assign(values, { ...rest, pricing, language, lines: lines.map(lineAgain) })
        rewards.putReserved(reserved)
      }
      brought.value = essence()
      isReady.value = true
    } catch (cause) {
      failure.value = cause
    }
  }

  const sold = computed(() => draftFrom(values))
  const rewards = useSaleRewards(() => sold.value)
  const sent = computed(() => ({ ...sold.value, lines: rewards.counted.value.lines }))
  const { preview, exemptsCard, failure: previewFailure, reload } = usePreview(() => (isReady.value ? sent.value : null))
  const prices = useRulePrices(values)
  const total = computed(() => preview.value?.document.gross ?? 0)
  const paid = computed(() => taken(total.value, tip.value ?? 0, ways.value))

  /** What the visit did not bring along, and would be gone. */
  const essence = () => JSON.stringify([values.contactId, values.discount, sold.value.lines.map(withoutRules)])
  const isBegun = computed(
    () =>
      isReady.value &&
      (essence() !== brought.value ||
        Boolean(tip.value) ||
        ways.value.some(({ typed, card }) => typed !== null || card) ||
        rewards.counted.value.chosen.some(({ isReserved }) => !isReserved)),
  )

  /** What a row would take if nothing were typed beside it. */
  const restBefore = (index: number) => taken(total.value, tip.value ?? 0, ways.value.slice(0, index)).left

  async function complete(): Promise<Completed | null> {
    // What was typed last may not be counted yet: the money is taken for what is on the screen.
    await prices.settled()
    await reload()
    const { tenders, change } = paid.value
    const sale = { draft: sold.value, tenders, rewards: rewards.wanted() }
    const done = await saving.save(async () => ({ value: await api('checkout.complete', sale), operation: null }))
    return done && { ...done, change }
  }

  return {
    values,
    isReady,
    isBegun,
    failure,
    previewFailure,
    preview,
    exemptsCard,
    total,
    rewards,
    ways,
    tip,
    paid,
    restBefore,
    begin,
    complete,
    saving,
  }
}
