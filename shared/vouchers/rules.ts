import { AppError } from '../errors.ts'
import type { DraftLine } from '../invoices/line.ts'
import type { DocumentKind } from '../invoices/model.ts'
import { oneUnit } from '../money.ts'
import type { VoucherSettings, VoucherState } from './model.ts'

type Facts = Readonly<{ balance: number; expiresOn: string | null; blockedAt: string | null }>

/** Whether it has expired is asked anew each day: a clock that was wrong for a day has taken nothing from anybody. */
export function stateOf({ balance, expiresOn, blockedAt }: Facts, today: string): VoucherState {
  if (blockedAt !== null) return 'blocked'
  if (balance === 0) return 'used'
  return isExpired(expiresOn, today) ? 'expired' : 'active'
}

export const isExpired = (expiresOn: string | null, today: string) => expiresOn !== null && expiresOn < today

/** The last day on which what is sold today is taken. */
export function expiryOf({ years, toEndOfYear }: Pick<VoucherSettings, 'years' | 'toEndOfYear'>, today: string) {
  if (years === null) return null
  const year = String(Number(today.slice(0, 4)) + years)
  if (toEndOfYear) return `${year}-12-31`
  // The 29th of February has no other day in most years.
  return today.slice(5) === '02-29' ? `${year}-02-28` : `${year}${today.slice(4)}`
}

/** null is for ever. */
export const laterExpiry = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b)

type Whole = Readonly<{ kind: DocumentKind; discount: unknown }>

/**
 * Lines about vouchers as they may stand on a document. A card is sold for what is on it; what is taken off a package was paid and
 * taxed with the package, and so costs nothing.
 */
export const asSold = (lines: readonly DraftLine[], document: Whole): DraftLine[] =>
  lines.map(line => {
    if (line.kind === 'voucher') refuseUnsellable(line, document)
    if ((line.kind === 'package' || line.kind === 'redemption') && document.kind === 'deposit')
      throw new AppError('conflict', 'voucherOnDeposit')
    if (line.kind === 'redemption') return redeeming(line)
    if (line.kind === 'package') refuseParts(line)
    return line
  })

function refuseUnsellable(line: DraftLine, { kind, discount }: Whole) {
  if (kind === 'deposit') throw new AppError('conflict', 'voucherOnDeposit')
  if (line.discount !== null || discount !== null) throw new AppError('conflict', 'voucherDiscounted')
  if (line.price <= 0) throw new AppError('invalid', 'voucherAmountWanted')
  refuseParts(line)
}

const mostAtOnce = 100

function refuseParts({ quantity, name }: DraftLine) {
  if (quantity <= 0 || quantity % oneUnit !== 0 || quantity > mostAtOnce * oneUnit)
    throw new AppError('invalid', 'voucherQuantityWrong', { name })
}

function redeeming(line: DraftLine): DraftLine {
  if (line.itemId === null) throw new AppError('notFound', 'voucherGone')
  if (line.quantity <= 0) throw new AppError('invalid', 'redemptionQuantityWrong', { name: line.name })
  return { ...line, price: 0, discount: null }
}

/** Each card and each package is a line of its own: it is taken back on its own. */
export const eachAlone = (lines: readonly DraftLine[]): DraftLine[] =>
  lines.flatMap(line =>
    line.kind === 'voucher' || line.kind === 'package'
      ? Array.from({ length: line.quantity / oneUnit }, () => ({ ...line, quantity: oneUnit }))
      : [line],
  )
