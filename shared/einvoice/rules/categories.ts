import { magnitude, oneScaled, scaled, sumOf } from '../decimal.ts'
import type { EInvoice, TaxBreakdown } from '../model.ts'
import { isTaxOfNet } from './conditions.ts'
import { each, holds, type Rules } from './rule.ts'

/** The rules' names write `IC` for what the code `K` says, a supply within the EU. */
const families = { S: 'S', Z: 'Z', E: 'E', AE: 'AE', IC: 'K', G: 'G', O: 'O' } as const
type Family = keyof typeof families

function rulesOf(family: Family, code: string): Rules {
  const taxesOf = ({ taxes }: EInvoice) => taxes.flatMap((tax, index) => (tax.category === code ? [{ tax, path: `taxes.${index}` }] : []))
  const rate = (entry: { category: string; rate: string }, path: string) =>
    holds(`${path}.rate`, entry.category !== code || isRate(family, entry.rate))
  return {
    '01': invoice => holds('taxes', isBrokenDown(invoice, code)),
    '02': invoice => (uses(invoice.lines, code) ? partiesOf(family, invoice) : []),
    '03': invoice => (uses(allowancesOf(invoice, false), code) ? partiesOf(family, invoice) : []),
    '04': invoice => (uses(allowancesOf(invoice, true), code) ? partiesOf(family, invoice) : []),
    '05': ({ lines }) => each('lines', lines, rate),
    '06': ({ allowances }) => each('allowances', allowances, (entry, path) => (entry.isCharge ? [] : rate(entry, path))),
    '07': ({ allowances }) => each('allowances', allowances, (entry, path) => (entry.isCharge ? rate(entry, path) : [])),
    '08': invoice => taxesOf(invoice).flatMap(({ tax, path }) => holds(`${path}.net`, isSumOfParts(invoice, tax))),
    '09': invoice => taxesOf(invoice).flatMap(({ tax, path }) => holds(`${path}.tax`, isItsTax(family, tax))),
    '10': invoice => taxesOf(invoice).flatMap(({ tax, path }) => holds(`${path}.reason`, hasReason(tax) === needsReason(family))),
    ...(family === 'IC' ? within(taxesOf) : {}),
    ...(family === 'O' ? alone(taxesOf) : {}),
  }
}

type Of = (invoice: EInvoice) => readonly unknown[]

/** A supply within the EU says when it was delivered and to which country. */
const within = (taxesOf: Of): Rules => ({
  '11': invoice =>
    holds('delivery.on', taxesOf(invoice).length === 0 || [invoice.delivery.on, invoice.period.from, invoice.period.to].some(Boolean)),
  '12': invoice => holds('delivery.address.country', taxesOf(invoice).length === 0 || invoice.delivery.address.country !== ''),
})

/** What is not subject to VAT stands beside nothing else. */
const alone = (taxesOf: Of): Rules => ({
  '11': invoice => (taxesOf(invoice).length === 0 ? [] : others('taxes', invoice.taxes)),
  '12': invoice => (taxesOf(invoice).length === 0 ? [] : others('lines', invoice.lines)),
  '13': invoice => (taxesOf(invoice).length === 0 ? [] : others('allowances', allowancesOf(invoice, false))),
  '14': invoice => (taxesOf(invoice).length === 0 ? [] : others('allowances', allowancesOf(invoice, true))),
})

const others = (path: string, entries: readonly { category: string }[]) =>
  each(path, entries, ({ category }, path) => holds(`${path}.category`, category === 'O'))

const allowancesOf = ({ allowances }: EInvoice, isCharge: boolean) => allowances.filter(allowance => allowance.isCharge === isCharge)
const uses = (entries: readonly { category: string }[], code: string) => entries.some(({ category }) => category === code)

/** At least one breakdown of the standard rate, exactly one of the others; and none of what is not there. */
function isBrokenDown(invoice: EInvoice, code: string) {
  const count = invoice.taxes.filter(({ category }) => category === code).length
  if (!uses([...invoice.lines, ...invoice.allowances], code)) return count === 0
  return code === 'S' ? count > 0 : count === 1
}

function partiesOf(family: Family, { seller, buyer }: EInvoice) {
  if (family === 'O') return [...holds('seller.vatId', seller.vatId === ''), ...holds('buyer.vatId', buyer.vatId === '')]
  const needsVatId = family === 'IC' || family === 'G'
  const isKnown = family === 'AE' ? buyer.vatId !== '' || buyer.registration !== '' : family !== 'IC' || buyer.vatId !== ''
  return [...holds('seller.vatId', seller.vatId !== '' || (!needsVatId && seller.taxNumber !== '')), ...holds('buyer.vatId', isKnown)]
}

function isRate(family: Family, rate: string) {
  if (family === 'O') return rate === ''
  return family === 'S' ? scaled(rate) > 0n : rate !== '' && scaled(rate) === 0n
}

/** Of the standard rate those of each rate, and, as it is published, within less than one of the currency. */
function isSumOfParts(invoice: EInvoice, { category, rate, net }: TaxBreakdown) {
  const isOf = (entry: { category: string; rate: string }) =>
    entry.category === category && (category !== 'S' || scaled(entry.rate) === scaled(rate))
  const amounts = (isCharge: boolean) =>
    sumOf(
      allowancesOf(invoice, isCharge)
        .filter(isOf)
        .map(({ amount }) => amount),
    )
  const expected = sumOf(invoice.lines.filter(isOf).map(({ net }) => net)) + amounts(true) - amounts(false)
  return category === 'S' ? magnitude(scaled(net) - expected) < oneScaled : scaled(net) === expected
}

const isItsTax = (family: Family, tax: TaxBreakdown) => (family === 'S' ? isTaxOfNet(tax) : scaled(tax.tax) === 0n)

const hasReason = ({ reason, reasonCode }: TaxBreakdown) => reason !== '' || reasonCode !== ''
const needsReason = (family: Family) => family !== 'S' && family !== 'Z'

/** BR-S-01 to BR-O-14: what each category of VAT asks for. */
export const categories: Rules = Object.fromEntries(
  (Object.keys(families) as Family[]).flatMap(family =>
    Object.entries(rulesOf(family, families[family])).map(([number, rule]) => [`BR-${family}-${number}`, rule]),
  ),
)
