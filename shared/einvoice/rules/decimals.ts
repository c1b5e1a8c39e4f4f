import { decimalsIn } from '../decimal.ts'
import type { EInvoice, Totals } from '../model.ts'
import { documentAllowances, each, holds, lineAllowances, type Rules } from './rule.ts'

const fits = (path: string, amount: string) => holds(path, decimalsIn(amount) <= 2)
const total = (name: keyof Totals) => (invoice: EInvoice) => fits(`totals.${name}`, invoice.totals[name])
const amounts = (found: ReturnType<typeof lineAllowances>) =>
  found.flatMap(({ allowance, path }) => fits(`${path}.amount`, allowance.amount))

/** BR-DEC-01 to BR-DEC-28: no amount has more than two decimals; prices may. Base amounts of allowances are none of our model. */
export const decimals: Rules = {
  'BR-DEC-01': invoice => amounts(documentAllowances(invoice, false)),
  'BR-DEC-05': invoice => amounts(documentAllowances(invoice, true)),
  'BR-DEC-09': total('lines'),
  'BR-DEC-10': total('allowances'),
  'BR-DEC-11': total('charges'),
  'BR-DEC-12': total('net'),
  'BR-DEC-13': total('tax'),
  'BR-DEC-14': total('gross'),
  'BR-DEC-16': total('paid'),
  'BR-DEC-17': total('rounding'),
  'BR-DEC-18': total('due'),
  'BR-DEC-19': ({ taxes }) => each('taxes', taxes, ({ net }, path) => fits(`${path}.net`, net)),
  'BR-DEC-20': ({ taxes }) => each('taxes', taxes, ({ tax }, path) => fits(`${path}.tax`, tax)),
  'BR-DEC-23': ({ lines }) => each('lines', lines, ({ net }, path) => fits(`${path}.net`, net)),
  'BR-DEC-24': invoice => amounts(lineAllowances(invoice, false)),
  'BR-DEC-27': invoice => amounts(lineAllowances(invoice, true)),
}
