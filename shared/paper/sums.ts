import type { Document } from '../invoices/model.ts'
import type { Formats } from './formats.ts'
import type { PaperSum, Say } from './model.ts'
import { reasonMark } from './rows.ts'

/** Net prices are added up to the total; of gross prices the total says what tax is in it. */
export function sumsOf(document: Document, formats: Formats, say: Say): PaperSum[] {
  const total: PaperSum = { kind: 'total', label: say('sums.total'), value: formats.money(document.gross) }
  const before = discountSums(document, formats, say)
  const taxes = taxSums(document, formats, say)
  const main = document.pricing === 'net' ? [...before, ...taxes, total] : [...before, total, ...taxes]
  return [...main, ...instalmentSums(document, formats, say), ...settledSums(document, formats, say)]
}

/** As it was agreed, whatever of it has been paid. */
function instalmentSums({ instalments }: Document, { amount, day }: Formats, say: Say): PaperSum[] {
  if (instalments === null) return []
  return [
    { kind: 'plain', label: say('sums.instalments', { count: instalments.length }), value: '' },
    ...instalments.map((part, index): PaperSum => {
      const words = { place: index + 1, day: day(part.dueOn) }
      return { kind: 'part', label: say('sums.instalment', words), value: amount(part.amount) }
    }),
  ]
}

function discountSums({ discount, discountAmount, lines }: Document, { amount, percent }: Formats, say: Say): PaperSum[] {
  if (discountAmount === 0) return []
  const part = discount?.kind === 'percent' ? percent(discount.basisPoints) : ''
  return [
    { kind: 'plain', label: say('sums.subtotal'), value: amount(lines.reduce((sum, line) => sum + line.amount, 0)) },
    { kind: 'plain', label: [say('sums.discount'), part].filter(Boolean).join(' '), value: amount(-discountAmount) },
  ]
}

/** A shop that charges no tax at all has nothing to say here but the reason, which stands below. */
function taxSums({ pricing, groups, net, tax }: Document, { amount, percent }: Formats, say: Say): PaperSum[] {
  if (groups.length < 2 && tax === 0) return []
  const kind = pricing === 'net' ? 'plain' : 'part'
  const rates = groups.map((group): PaperSum => {
    const rate = [percent(group.basisPoints), reasonMark(group, groups)].filter(Boolean).join(' ')
    const words = { rate, net: amount(group.net) }
    return { kind, label: say(pricing === 'net' ? 'sums.taxOn' : 'sums.taxWithin', words), value: amount(group.tax) }
  })
  const wholeNet: PaperSum = { kind, label: say('sums.net'), value: amount(net) }
  return pricing === 'net' ? [wholeNet, ...rates] : [...rates, wholeNet]
}

function settledSums({ kind, settled, open }: Document, { amount, money }: Formats, say: Say): PaperSum[] {
  if (kind === 'quote' || settled === 0) return []
  const isCredit = kind === 'creditNote'
  const paid: PaperSum = { kind: 'plain', label: say(isCredit ? 'sums.settled' : 'sums.paid'), value: amount(-settled) }
  const due: PaperSum = { kind: 'due', label: say(isCredit ? 'sums.toGiveBack' : 'sums.due'), value: money(open) }
  return open === 0 ? [paid] : [paid, due]
}
