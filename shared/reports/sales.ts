import type { lineKinds } from '../invoices/line.ts'

/**
 * What is told of sales, wherever it is told.
 *
 * - Net, tax and gross are what was charged by invoices and by deposits, what credit notes take back taken off, on the day of issue.
 *   A deposit counts when it is charged; the invoice that takes it off has so much less.
 * - Gift cards are no revenue: what they are used for will be. They are charged all the same, so charged = revenue + gift cards,
 *   and what was charged is the base of the tax. A package is taxed when it is sold, and is revenue then.
 * - Documents are invoices and deposits, credit notes are none; of a member of staff those with a line of theirs.
 * - A quantity is what was sold, less what was taken back, in thousandths.
 */
export const chargedFigures = ['net', 'tax', 'gross', 'documents'] as const
export type ChargedFigure = (typeof chargedFigures)[number]
export type SaleFigure = ChargedFigure | 'quantity' | 'ofStaff'

export type SaleKind = (typeof lineKinds)[number]
/** What is charged and yet is no revenue. */
export const cards: SaleKind = 'voucher'
