import type { DraftLine } from '../../shared/invoices/line.ts'
import type { Draft } from '../../shared/invoices/model.ts'
import { totalsOf, type CountedLine, type Pricing, type Totals } from '../../shared/invoices/totals.ts'
import { AppError } from '../../shared/errors.ts'
import { SignedAmount } from '../../shared/money.ts'
import type { TaxRate } from '../../shared/taxes/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import type { Db } from '../db/schema.ts'
import { textIn } from '../texts.ts'
import { linesOf } from './queries.ts'
import { itemColumns, type NewLineRow } from './rows.ts'

type Taxed = CountedLine & { taxReason: string; taxReasonCode: string }

/** Rows and sums of a draft. */
export function count(lines: readonly DraftLine[], pricing: Pricing, discount: Draft['discount'], taxOf: TaxOf) {
  const taxed = lines.map(line => ({ ...line, ...taxOf(line) }))
  const totals = totalsOf(taxed, pricing, discount)
  refuseHuge(totals)
  return { rows: rowsOf(taxed, totals), ...sumsOf(taxed, totals) }
}

/** Beyond this a number is a slip of the hand, and cents would be lost. */
function refuseHuge({ lines, gross }: Totals) {
  if ([gross, ...lines.map(({ amount }) => amount)].some(amount => !SignedAmount.safeParse(amount).success))
    throw new AppError('invalid', 'sumTooBig')
}

type TaxOf = (line: DraftLine) => Pick<Taxed, 'taxCategory' | 'basisPoints' | 'taxReason' | 'taxReasonCode'>

type Circumstances = Readonly<{ rates: readonly TaxRate[]; day: string; language: Language }>

/**
 * At the rates of the day on which what is charged is delivered; a deposit is taken off at the rate at which it was charged. A gift
 * card is not taxed: what it is used for will be.
 */
export async function taxesFor(db: Db, lines: readonly DraftLine[], { rates, day, language }: Circumstances): Promise<TaxOf> {
  const deposits = lines.flatMap(({ kind, itemId }) => (kind === 'deposit' && itemId !== null ? [itemId] : []))
  const taxOf = taxesOn(rates, day, deposits.length > 0 ? await linesOf(db, deposits).execute() : [])
  return line => (line.kind === 'voucher' ? untaxedCard(language) : taxOf(line))
}

const untaxedCard = (language: Language) => ({
  ...{ taxCategory: 'O' as const, basisPoints: 0, taxReason: textIn(language, 'documents.voucherReason'), taxReasonCode: '' },
})

type Charged = Readonly<{ documentId: number; taxRateId: number; basisPoints: number }>

export const taxesOn =
  (rates: readonly TaxRate[], day: string, deposits: readonly Charged[] = []): TaxOf =>
  ({ kind, itemId, taxRateId }) => {
    const rate = rates.find(({ id }) => id === taxRateId)
    if (!rate) throw new AppError('notFound', 'taxRateGone')
    const deposit = kind === 'deposit' && deposits.find(line => line.documentId === itemId && line.taxRateId === taxRateId)
    const basisPoints = deposit ? deposit.basisPoints : rateOn(rate, day)
    return { taxCategory: rate.category, basisPoints, taxReason: rate.reason, taxReasonCode: rate.reasonCode }
  }

type Row = DraftLine & Taxed & { creditsLineId?: number | null }

export const rowsOf = (lines: readonly Row[], totals: Totals): NewLineRow[] =>
  lines.map((line, position) => ({
    ...{ position, kind: line.kind, staffId: line.staffId, creditsLineId: line.creditsLineId ?? null, ...itemColumns(line) },
    ...{ name: line.name, description: line.description, quantity: line.quantity, unit: line.unit, price: line.price },
    ...{ discount: line.discount && JSON.stringify(line.discount), taxRateId: line.taxRateId, taxCategory: line.taxCategory },
    ...{ basisPoints: line.basisPoints, taxReason: line.taxReason, taxReasonCode: line.taxReasonCode },
    ...totals.lines[position]!,
  }))

/** The columns of the document that hold its sums. */
export function sumsOf(lines: readonly Taxed[], { groups, discount, discountNet, net, tax, gross }: Totals) {
  const reasonOf = (category: string, basisPoints: number) =>
    lines.find(line => line.taxCategory === category && line.basisPoints === basisPoints)
  const named = groups.map(group => {
    const { taxReason = '', taxReasonCode = '' } = reasonOf(group.category, group.basisPoints) ?? {}
    return { ...group, reason: taxReason, reasonCode: taxReasonCode }
  })
  return { groups: JSON.stringify(named), discountAmount: discount, discountNet, net, tax, gross }
}
