import { isDecimal, scaled } from '../decimal.ts'
import type { EInvoice, LineAllowance, PostalAddress } from '../model.ts'
import { documentAllowances, each, given, holds, lineAllowances, type Rules } from './rule.ts'

/**
 * BR-01 to BR-65: what has to be there. Left out are those about what our model does not have: a payee, a tax representative,
 * a second currency, documents beside it, card numbers, attributes and classes of items.
 */
export const presence: Rules = {
  'BR-01': ({ customization }) => given('customization', customization),
  'BR-02': ({ number }) => given('number', number),
  'BR-03': ({ issuedOn }) => holds('issuedOn', isDay(issuedOn)),
  'BR-04': ({ type }) => given('type', type),
  'BR-05': ({ currency }) => given('currency', currency),
  'BR-06': ({ seller }) => given('seller.name', seller.name),
  'BR-07': ({ buyer }) => given('buyer.name', buyer.name),
  'BR-08': ({ seller }) => holds('seller.address', isAddress(seller.address)),
  'BR-09': ({ seller }) => given('seller.address.country', seller.address.country),
  'BR-10': ({ buyer }) => holds('buyer.address', isAddress(buyer.address)),
  'BR-11': ({ buyer }) => given('buyer.address.country', buyer.address.country),
  'BR-12': ({ totals }) => given('totals.lines', totals.lines),
  'BR-13': ({ totals }) => given('totals.net', totals.net),
  'BR-14': ({ totals }) => given('totals.gross', totals.gross),
  'BR-15': ({ totals }) => given('totals.due', totals.due),
  'BR-16': ({ lines }) => holds('lines', lines.length > 0),
  'BR-21': ({ lines }) => each('lines', lines, ({ id }, path) => given(`${path}.id`, id)),
  'BR-22': ({ lines }) => each('lines', lines, ({ quantity }, path) => given(`${path}.quantity`, quantity)),
  'BR-23': ({ lines }) => each('lines', lines, ({ unit }, path) => given(`${path}.unit`, unit)),
  'BR-24': ({ lines }) => each('lines', lines, ({ net }, path) => given(`${path}.net`, net)),
  'BR-25': ({ lines }) => each('lines', lines, ({ name }, path) => given(`${path}.name`, name)),
  'BR-26': ({ lines }) => each('lines', lines, ({ price }, path) => given(`${path}.price`, price)),
  'BR-27': ({ lines }) => each('lines', lines, ({ price }, path) => holds(`${path}.price`, scaled(price) >= 0n)),
  'BR-29': ({ period }) => holds('period', inOrder(period)),
  'BR-30': ({ lines }) => each('lines', lines, ({ period }, path) => holds(`${path}.period`, inOrder(period))),
  'BR-31': invoice => amounts(documentAllowances(invoice, false)),
  'BR-32': invoice => documentAllowances(invoice, false).flatMap(({ allowance, path }) => given(`${path}.category`, allowance.category)),
  'BR-33': invoice => reasons(documentAllowances(invoice, false)),
  'BR-36': invoice => amounts(documentAllowances(invoice, true)),
  'BR-37': invoice => documentAllowances(invoice, true).flatMap(({ allowance, path }) => given(`${path}.category`, allowance.category)),
  'BR-38': invoice => reasons(documentAllowances(invoice, true)),
  'BR-41': invoice => amounts(lineAllowances(invoice, false)),
  'BR-42': invoice => reasons(lineAllowances(invoice, false)),
  'BR-43': invoice => amounts(lineAllowances(invoice, true)),
  'BR-44': invoice => reasons(lineAllowances(invoice, true)),
  'BR-45': ({ taxes }) => each('taxes', taxes, ({ net }, path) => given(`${path}.net`, net)),
  'BR-46': ({ taxes }) => each('taxes', taxes, ({ tax }, path) => given(`${path}.tax`, tax)),
  'BR-47': ({ taxes }) => each('taxes', taxes, ({ category }, path) => given(`${path}.category`, category)),
  'BR-48': ({ taxes }) => each('taxes', taxes, ({ category, rate }, path) => holds(`${path}.rate`, category === 'O' || rate !== '')),
  'BR-49': ({ payments }) => each('payments', payments, ({ code }, path) => given(`${path}.code`, code)),
  'BR-50': ({ payments }) => each('payments', payments, (means, path) => holds(`${path}.account`, means.account !== '' || !hasBank(means))),
  'BR-55': ({ preceding }) => each('preceding', preceding, ({ number }, path) => given(`${path}.number`, number)),
  'BR-57': ({ delivery }) => holds('delivery.address.country', delivery.address.country !== '' || !isAddress(delivery.address)),
  'BR-61': ({ payments }) =>
    each('payments', payments, ({ code, account }, path) => holds(`${path}.account`, account !== '' || !['30', '58'].includes(code))),
  'BR-62': ({ seller }) => holds('seller.endpoint.scheme', seller.endpoint.id === '' || seller.endpoint.scheme !== ''),
  'BR-63': ({ buyer }) => holds('buyer.endpoint.scheme', buyer.endpoint.id === '' || buyer.endpoint.scheme !== ''),
}

type Found = readonly { allowance: LineAllowance; path: string }[]

const amounts = (found: Found) => found.flatMap(({ allowance, path }) => holds(`${path}.amount`, isDecimal(allowance.amount)))
const reasons = (found: Found) => found.flatMap(({ allowance, path }) => given(`${path}.reason`, allowance.reason || allowance.reasonCode))

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
const isAddress = (address: PostalAddress) => Object.values(address).some(part => part !== '')
const inOrder = ({ from, to }: EInvoice['period']) => from === '' || to === '' || from <= to
const hasBank = ({ holder, bic }: EInvoice['payments'][number]) => holder !== '' || bic !== ''
