import type { DraftLine } from '../invoices/line.ts'
import { oneUnit } from '../money.ts'
import type { Voucher } from './model.ts'

type Held = Pick<Voucher, 'id' | 'serviceId' | 'balance' | 'state' | 'kind'>

/** What of a package is left once these lines are issued. */
export const leftOf = ({ id, balance }: Pick<Voucher, 'id' | 'balance'>, lines: readonly DraftLine[]) =>
  lines.filter(({ kind, itemId }) => kind === 'redemption' && itemId === id).reduce((left, { quantity }) => left - quantity, balance)

/** The first line whose service the package is good for, as far as enough is left; -1 where there is none. */
export function placeFor(voucher: Held, lines: readonly DraftLine[]) {
  if (voucher.kind !== 'package' || voucher.state !== 'active') return -1
  const left = leftOf(voucher, lines)
  return lines.findIndex(
    ({ kind, itemId, quantity }) => kind === 'service' && itemId === voucher.serviceId && quantity > 0 && quantity <= left,
  )
}

/** What was done, taken off the package: it costs nothing. */
export const redeemedLine = <L extends DraftLine>(line: L, voucherId: number, description: string): L => ({
  ...line,
  ...{ kind: 'redemption', itemId: voucherId, price: 0, discount: null, description },
})

/** So much of a package, in pieces. */
export const piecesOf = (thousandths: number) => thousandths / oneUnit
