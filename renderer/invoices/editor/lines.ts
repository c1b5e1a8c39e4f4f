import type { z } from 'zod'
import type { Sellable } from '../../../shared/catalogue/product.ts'
import { DraftLine } from '../../../shared/invoices/line.ts'
import { priceIn, type Pricing } from '../../../shared/invoices/totals.ts'
import { oneUnit } from '../../../shared/money.ts'
import type { Package } from '../../../shared/vouchers/model.ts'
import { redeemedLine } from '../../../shared/vouchers/redeeming.ts'

/** A line that is being written; `key` tells it from the others while it moves. */
export type FormLine = z.infer<typeof DraftLine> & {
  key: number
  /** What is taken off was written or agreed on by somebody: no rule changes it. */
  byHand?: boolean
  /** Which rule takes something off, in words. */
  why?: string
  /** What was to be paid for before it was taken off a package. */
  unredeemed?: Unredeemed
}
type Unredeemed = Pick<z.infer<typeof DraftLine>, 'kind' | 'itemId' | 'price' | 'discount' | 'description'>

type Taxes = Readonly<{ usual: number; percentOf: (taxRateId: number) => number }>

let last = 0
export const nextKey = () => ++last

export const freeLine = (name: string, taxRateId: number): FormLine => ({
  ...DraftLine.parse({ name: name.trim() || '?', price: 0, taxRateId }),
  name: name.trim(),
  key: nextKey(),
})

export function lineOf(
  { kind, id, name, unit, price, pricing, taxRateId }: Sellable,
  wanted: Pricing,
  { usual, percentOf }: Taxes,
): FormLine {
  const rate = taxRateId ?? usual
  const line = { kind, itemId: id, name, unit, taxRateId: rate, price: priceIn(wanted, price, pricing, percentOf(rate)) }
  return { ...DraftLine.parse(line), key: nextKey() }
}

/** A gift card: its price is what is on it, and no tax is due before it is redeemed. */
export const cardLine = (name: string, price: number, holder: string, taxRateId: number): FormLine => ({
  ...DraftLine.parse({ kind: 'voucher', name, price, description: holder, taxRateId }),
  key: nextKey(),
})

/** More on a card that somebody has. */
export const topUpLine = (
  { voucherId, amount, name }: { voucherId: number; amount: number; name: string },
  taxRateId: number,
): FormLine => ({
  ...cardLine(name, amount, '', taxRateId),
  itemId: voucherId,
})

export function packageLine(offer: Package, wanted: Pricing, { usual, percentOf }: Taxes): FormLine {
  const { id, name, price, pricing } = offer
  const rate = offer.taxRateId ?? usual
  const line = { kind: 'package', itemId: id, name, taxRateId: rate, price: priceIn(wanted, price, pricing, percentOf(rate)) }
  return { ...DraftLine.parse(line), key: nextKey() }
}

/** Who did the next line, as far as it can be told. */
export const nextStaffId = (lines: readonly FormLine[], people: readonly { id: number }[]) =>
  lines.at(-1)?.staffId ?? (people.length === 1 ? people[0]!.id : null)

/** Whatever lies on the counter twice stands on the paper once. */
export function withItem(lines: readonly FormLine[], added: FormLine): FormLine[] {
  const same = lines.findIndex(line => added.itemId !== null && line.kind === 'product' && isSameItem(line, added))
  if (same < 0) return [...lines, added]
  return lines.map((line, index) => (index === same ? { ...line, quantity: line.quantity + oneUnit } : line))
}

/** Rules say why they take something off; nobody who types it in does. */
const isByRule = ({ discount }: Pick<FormLine, 'discount'>) => discount?.reason !== undefined

/** A line that was saved or proposed before: what no rule took off goes on as it is. */
export const lineAgain = (line: z.infer<typeof DraftLine>): FormLine => ({ ...line, key: nextKey(), byHand: !isByRule(line) })

const isSameItem = (a: FormLine, b: FormLine) =>
  a.kind === b.kind &&
  a.itemId === b.itemId &&
  a.staffId === b.staffId &&
  a.price === b.price &&
  a.unit === b.unit &&
  (a.discount === null || isByRule(a))

/** Taken off a package; it can be put back. */
export function redeemed(line: FormLine, voucherId: number, description: string): FormLine {
  const { kind, itemId, price, discount } = line
  return { ...redeemedLine(line, voucherId, description), unredeemed: { kind, itemId, price, discount, description: line.description } }
}

/** To be paid for again, but for what is taken off a package that `stays`. */
export const putBack = (lines: readonly FormLine[], stays: (voucherId: number) => boolean): FormLine[] =>
  lines.map(({ unredeemed, ...line }) => {
    if (!unredeemed) return line
    return stays(line.itemId ?? 0) ? { ...line, unredeemed } : { ...line, ...unredeemed }
  })

/** What nothing has been written into is not sent. */
export const written = (lines: readonly FormLine[]): z.infer<typeof DraftLine>[] =>
  lines
    .filter(({ name, price }) => name.trim() !== '' || price !== 0)
    .map(({ key: _key, byHand: _byHand, why: _why, unredeemed: _unredeemed, ...line }) => line)
