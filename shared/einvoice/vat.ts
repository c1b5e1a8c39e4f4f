import { groupedBy } from '../group.ts'
import type { Document } from '../invoices/model.ts'
import { needsReason, type TaxCategory } from '../taxes/model.ts'
import { decimalText, shortText } from './decimal.ts'
import type { TaxBreakdown } from './model.ts'
import { cleanLine } from './text.ts'

export type Vat = Readonly<{ category: TaxCategory; rate: string }>
type Rated = Readonly<{ category: TaxCategory; basisPoints: number }>

/**
 * The category of a line or a group as EN 16931 lets it stand: a standard rate of nothing is `Z` (BR-S-05), and beside others what
 * is not subject to VAT (a voucher beside a haircut) has to be exempt, with its reason (BR-O-11).
 */
export function vatIn(document: Pick<Document, 'lines'>) {
  const isMixed = hasTaxed(document)
  return ({ category, basisPoints }: Rated): Vat => {
    if (category === 'O') return isMixed ? { category: 'E', rate: '0' } : { category, rate: '' }
    return { category: category === 'S' && basisPoints === 0 ? 'Z' : category, rate: shortText(basisPoints, 2) }
  }
}

const hasTaxed = ({ lines }: Pick<Document, 'lines'>) => lines.some(({ taxCategory }) => taxCategory !== 'O')

/** Whether that has to be done with one of the lines: whoever issues it is told before. */
export const hasExemptForOutside = (document: Pick<Document, 'lines'>) =>
  hasTaxed(document) && document.lines.some(({ taxCategory }) => taxCategory === 'O')

/** BG-23: one for each category and rate. */
export function taxesOf(document: Document, decimals: number): TaxBreakdown[] {
  const vatOf = vatIn(document)
  const groups = groupedBy(document.groups, group => keyOf(vatOf(group)))
  return [...groups.values()].map(alike => {
    const vat = vatOf(alike[0]!)
    return {
      ...vat,
      net: decimalText(sum(alike.map(({ net }) => net)), decimals),
      tax: decimalText(sum(alike.map(({ tax }) => tax)), decimals),
      ...reasonsOf(vat, alike),
    }
  })
}

function reasonsOf({ category }: Vat, groups: Document['groups']) {
  if (!needsReason.includes(category)) return { reason: '', reasonCode: '' }
  const reasons = new Set(groups.map(({ reason }) => cleanLine(reason)).filter(Boolean))
  const codes = new Set(groups.map(group => (group.category === category ? cleanLine(group.reasonCode).toUpperCase() : '')))
  const [code = ''] = codes
  return { reason: [...reasons].join('; '), reasonCode: codes.size === 1 && code.startsWith('VATEX-') ? code : '' }
}

const keyOf = ({ category, rate }: Vat) => `${category} ${rate}`
export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
