import { discountOn } from '../invoices/totals.ts'
import type { Document } from '../invoices/model.ts'
import type { Line } from '../invoices/line.ts'
import { priceFor } from '../money.ts'
import { needsReason } from '../taxes/model.ts'
import { quantityText, type Formats } from './formats.ts'
import { columnKeys, type PaperRow, type Say } from './model.ts'

type Group = Pick<Document['groups'][number], 'category' | 'basisPoints' | 'reason'>

export function columnsOf({ lines, groups, currency }: Document, say: Say) {
  const shown: Record<(typeof columnKeys)[number], boolean> = {
    ...{ name: true, quantity: true, price: true, amount: true },
    discount: lines.some(({ discount }) => discount !== null),
    tax: groups.length > 1,
  }
  return columnKeys.filter(key => shown[key]).map(key => ({ key, label: say(`columns.${key}`, { currency }) }))
}

export function rowsOf(document: Document, formats: Formats, say: Say): PaperRow[] {
  const severalRates = document.groups.length > 1
  let sum = 0
  return document.lines.map(line => {
    sum += line.amount
    const { quantity, unit, price, amount } = line
    const cells: PaperRow['cells'] = {
      quantity: quantityText(quantity, unit, formats, say),
      price: formats.amount(price),
      discount: discountText(line, formats),
      tax: severalRates
        ? taxText({ category: line.taxCategory, basisPoints: line.basisPoints, reason: line.taxReason }, document.groups, formats)
        : '',
      amount: formats.amount(amount),
    }
    // Why something is taken off stands below what it is taken off from.
    const description = [line.discount?.reason, line.description].filter(Boolean).join('\n')
    return { name: line.name, description, cells, sumSoFar: formats.amount(sum) }
  })
}

function discountText({ discount, price, quantity }: Line, { percent, amount }: Formats) {
  if (discount === null) return ''
  return discount.kind === 'percent' ? percent(discount.basisPoints) : amount(discountOn(priceFor(price, quantity), discount))
}

/** Where several rates are charged, a letter leads from a line that is not taxed to the reason for it. */
export function taxText(group: Group, groups: readonly Group[], { percent }: Formats) {
  const mark = reasonMark(group, groups)
  return [percent(group.basisPoints), mark].filter(Boolean).join('\u00a0')
}

export function reasonMark({ category, basisPoints }: Group, groups: readonly Group[]) {
  if (groups.length < 2) return ''
  const place = withReason(groups).findIndex(group => group.category === category && group.basisPoints === basisPoints)
  return place < 0 ? '' : String.fromCharCode(65 + place)
}

export const withReason = <G extends Group>(groups: readonly G[]) =>
  groups.filter(({ category, reason }) => needsReason.includes(category) && reason !== '')
