import { watch } from 'vue'
import type { Output } from '../../shared/contract.ts'
import type { Pricing } from '../../shared/invoices/totals.ts'
import { useApi } from '../api.ts'
import type { FormLine } from '../invoices/editor/lines.ts'

type Sale = { contactId: number | null; pricing: Pricing; lines: FormLine[] }
type Priced = FormLine & { kind: 'service' | 'product'; itemId: number }

const isPriced = (line: FormLine): line is Priced =>
  (line.kind === 'service' || line.kind === 'product') && line.itemId !== null && !line.byHand

/**
 * What the shop's rules take off the lines of a sale: looked up where a line is added, or its quantity, its price or the client
 * changes. What somebody wrote themselves, or agreed on before, stays.
 */
export function useRulePrices(sale: Sale) {
  const api = useApi()
  let pending = Promise.resolve()

  const stateOf = () => ({
    contactId: sale.contactId,
    marks: new Map(sale.lines.map(line => [line.key, `${line.itemId} ${line.quantity} ${line.price}`])),
  })
  type State = ReturnType<typeof stateOf>

  const news = (now: State, before: State) =>
    sale.lines.filter(isPriced).filter(({ key }) => now.contactId !== before.contactId || now.marks.get(key) !== before.marks.get(key))

  async function quote(lines: readonly Priced[], asked: State) {
    const question = {
      ...{ contactId: asked.contactId, pricing: sale.pricing },
      lines: lines.map(({ kind, itemId, price, quantity }) => ({ kind, itemId, price, quantity })),
    }
    // Without an answer they cost what they cost everybody.
    const quoted: Output<'prices.quote'> = await api('prices.quote', question).catch(() => [])
    const found = new Map(lines.map(({ key }, place) => [key, quoted[place]]))
    const now = stateOf()
    const isUpToDate = ({ key }: FormLine) => now.contactId === asked.contactId && now.marks.get(key) === asked.marks.get(key)
    sale.lines = sale.lines.map(line => {
      const answer = found.get(line.key)
      return answer && !line.byHand && isUpToDate(line) ? { ...line, discount: answer.discount, why: answer.reason } : line
    })
  }

  watch(stateOf, (now, before) => {
    const lines = news(now, before)
    if (lines.length > 0) pending = Promise.all([pending, quote(lines, now)]).then(() => undefined)
  })

  /** Until all that was asked is answered. */
  return { settled: () => pending }
}
