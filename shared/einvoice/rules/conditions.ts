import { getCountries } from 'libphonenumber-js/min'
import { magnitude, oneScaled, scaled, sumOf, timesRounded, wholes } from '../decimal.ts'
import type { EInvoice, TaxBreakdown } from '../model.ts'
import { documentAllowances, each, holds, lineAllowances, type Rules } from './rule.ts'

const cents = (value: bigint) => timesRounded(value, oneScaled, 2)

/**
 * BR-CO-3 to BR-CO-26: what has to fit together. Of BR-CO-3 our model has neither side, BR-CO-5 to BR-CO-8 (a reason and its code
 * mean the same) are for people to see.
 */
export const conditions: Rules = {
  'BR-CO-04': ({ lines }) => each('lines', lines, ({ category }, path) => holds(`${path}.category`, category !== '')),
  'BR-CO-09': ({ seller, buyer }) => [...holds('seller.vatId', hasPrefix(seller.vatId)), ...holds('buyer.vatId', hasPrefix(buyer.vatId))],
  'BR-CO-10': ({ totals, lines }) => holds('totals.lines', scaled(totals.lines) === cents(sumOf(lines.map(({ net }) => net)))),
  'BR-CO-11': invoice => sumIs(invoice, false),
  'BR-CO-12': invoice => sumIs(invoice, true),
  'BR-CO-13': ({ totals }) =>
    holds('totals.net', scaled(totals.net) === cents(scaled(totals.lines) - scaled(totals.allowances) + scaled(totals.charges))),
  'BR-CO-14': ({ totals, taxes }) => holds('totals.tax', scaled(totals.tax) === cents(sumOf(taxes.map(({ tax }) => tax)))),
  'BR-CO-15': ({ totals }) => holds('totals.gross', scaled(totals.gross) === cents(scaled(totals.net) + scaled(totals.tax))),
  'BR-CO-16': ({ totals }) =>
    holds('totals.due', scaled(totals.due) === cents(scaled(totals.gross) - scaled(totals.paid) + scaled(totals.rounding))),
  'BR-CO-17': ({ taxes }) => each('taxes', taxes, (tax, path) => holds(`${path}.tax`, isTaxOfNet(tax))),
  'BR-CO-18': ({ taxes }) => holds('taxes', taxes.length > 0),
  'BR-CO-21': invoice => reasons(documentAllowances(invoice, false)),
  'BR-CO-22': invoice => reasons(documentAllowances(invoice, true)),
  'BR-CO-23': invoice => reasons(lineAllowances(invoice, false)),
  'BR-CO-24': invoice => reasons(lineAllowances(invoice, true)),
  'BR-CO-25': ({ totals, dueOn, terms }) => holds('dueOn', scaled(totals.due) <= 0n || dueOn !== '' || terms !== ''),
  'BR-CO-26': ({ seller }) =>
    holds(
      'seller.vatId',
      [seller.vatId, seller.identifier, seller.registration].some(id => id !== ''),
    ),
}

const sumIs = (invoice: EInvoice, isCharge: boolean) => {
  const name = isCharge ? 'charges' : 'allowances'
  const parts = documentAllowances(invoice, isCharge).map(({ allowance }) => allowance.amount)
  const [total, sum] = [invoice.totals[name], cents(sumOf(parts))]
  return holds(`totals.${name}`, total === '' ? parts.length === 0 : scaled(total) === sum)
}

const reasons = (found: ReturnType<typeof lineAllowances>) =>
  found.flatMap(({ allowance, path }) => holds(`${path}.reason`, allowance.reason !== '' || allowance.reasonCode !== ''))

/** As it is published: within less than one of the currency, whatever the rounding of each line came to. */
export function isTaxOfNet({ net, tax, rate }: Pick<TaxBreakdown, 'net' | 'tax' | 'rate'>) {
  if (wholes(scaled(rate)) === 0n) return wholes(scaled(tax)) === 0n
  const expected = timesRounded(magnitude(scaled(net)), scaled(rate) / 100n, 2)
  return magnitude(magnitude(scaled(tax)) - expected) < oneScaled
}

/** Greece writes EL, Northern Ireland XI. */
const prefixes: ReadonlySet<string> = new Set([...getCountries(), 'EL', 'XI', '1A'])
const hasPrefix = (vatId: string) => vatId === '' || prefixes.has(vatId.slice(0, 2))
