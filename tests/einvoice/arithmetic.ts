import { SaxesParser } from 'saxes'

/**
 * The calculation rules of EN 16931 once more, as somebody would write them who receives the file: from the XML alone, with a reader and
 * numbers of its own. Nothing here knows how the shop counts, or how it writes.
 */
type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string }

const namespaces = /^urn:(oasis:names:specification:ubl:schema:xsd|un:unece:uncefact:data:standard):/

/** Throws where it is not well-formed, or a prefix is not bound. */
export function parsed(xml: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (!namespaces.test(uri)) throw new Error(`<${local}> is of no known vocabulary: ${uri}`)
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const node: Node = { name: local, attributes: values, children: [], text: '' }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('text', text => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return top.children[0]!
}

const every = (node: Node): Node[] => [node, ...node.children.flatMap(every)]
const many = (node: Node | undefined, ...path: string[]): Node[] =>
  path.reduce((nodes, name) => nodes.flatMap(({ children }) => children.filter(child => child.name === name)), node ? [node] : [])
const text = (node: Node | undefined, ...path: string[]) => many(node, ...path)[0]?.text ?? ''

/** In millionths of a millionth: prices have up to fourteen digits behind the point. */
const scale = 10n ** 16n
function exact(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,16}))?$/.exec(text)
  if (!match) throw new Error(`"${text}" is no number`)
  const value = BigInt(match[2]!) * scale + BigInt((match[3] ?? '').padEnd(16, '0'))
  return match[1] ? -value : value
}
const amount = (text: string) => (text === '' ? 0n : exact(text))
const cent = scale / 100n
const size = (value: bigint) => (value < 0n ? -value : value)
/** Half away from nought, to the cent. */
const toCents = (value: bigint) => (value < 0n ? -1n : 1n) * ((size(value) + cent / 2n) / cent) * cent
const times = (a: bigint, b: bigint) => (a * b) / scale
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n)

type Tax = { category: string; rate: string }
type Part = Tax & { isCharge: boolean; amount: string }
type Line = Tax & { net: string; quantity: string; price: string; per: string; parts: Omit<Part, 'category' | 'rate'>[] }
export type Read = {
  number: string
  type: string
  issuedOn: string
  lines: Line[]
  parts: Part[]
  taxes: (Tax & { net: string; tax: string; reason: string })[]
  sums: Record<'lines' | 'allowances' | 'charges' | 'net' | 'tax' | 'gross' | 'paid' | 'due', string>
}

function ofUbl(root: Node): Read {
  const tax = (node: Node | undefined): Tax => ({ category: text(node, 'ID'), rate: text(node, 'Percent') })
  const part = (node: Node) => ({ isCharge: text(node, 'ChargeIndicator') === 'true', amount: text(node, 'Amount') })
  const sum = (name: string) => text(root, 'LegalMonetaryTotal', name)
  const quantity = root.name === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'
  return {
    ...{ number: text(root, 'ID'), type: text(root, `${root.name}TypeCode`), issuedOn: text(root, 'IssueDate') },
    lines: many(root, `${root.name}Line`).map(line => ({
      ...tax(many(line, 'Item', 'ClassifiedTaxCategory')[0]),
      ...{ net: text(line, 'LineExtensionAmount'), quantity: text(line, quantity) },
      ...{ price: text(line, 'Price', 'PriceAmount'), per: text(line, 'Price', 'BaseQuantity') || '1' },
      parts: many(line, 'AllowanceCharge').map(part),
    })),
    parts: many(root, 'AllowanceCharge').map(node => ({ ...part(node), ...tax(many(node, 'TaxCategory')[0]) })),
    taxes: many(root, 'TaxTotal', 'TaxSubtotal').map(node => ({
      ...tax(many(node, 'TaxCategory')[0]),
      ...{ net: text(node, 'TaxableAmount'), tax: text(node, 'TaxAmount') },
      reason: text(node, 'TaxCategory', 'TaxExemptionReason') + text(node, 'TaxCategory', 'TaxExemptionReasonCode'),
    })),
    sums: {
      ...{ lines: sum('LineExtensionAmount'), allowances: sum('AllowanceTotalAmount'), charges: sum('ChargeTotalAmount') },
      ...{ net: sum('TaxExclusiveAmount'), tax: text(root, 'TaxTotal', 'TaxAmount'), gross: sum('TaxInclusiveAmount') },
      ...{ paid: sum('PrepaidAmount'), due: sum('PayableAmount') },
    },
  }
}

function ofCii(root: Node): Read {
  const deal = many(root, 'SupplyChainTradeTransaction')[0]
  const settled = many(deal, 'ApplicableHeaderTradeSettlement')[0]
  const tax = (node: Node | undefined): Tax => ({ category: text(node, 'CategoryCode'), rate: text(node, 'RateApplicablePercent') })
  const part = (node: Node) => ({ isCharge: text(node, 'ChargeIndicator', 'Indicator') === 'true', amount: text(node, 'ActualAmount') })
  const sum = (name: string) => text(settled, 'SpecifiedTradeSettlementHeaderMonetarySummation', name)
  return {
    ...{ number: text(root, 'ExchangedDocument', 'ID'), type: text(root, 'ExchangedDocument', 'TypeCode') },
    issuedOn: text(root, 'ExchangedDocument', 'IssueDateTime', 'DateTimeString').replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'),
    lines: many(deal, 'IncludedSupplyChainTradeLineItem').map(line => ({
      ...tax(many(line, 'SpecifiedLineTradeSettlement', 'ApplicableTradeTax')[0]),
      net: text(line, 'SpecifiedLineTradeSettlement', 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount'),
      quantity: text(line, 'SpecifiedLineTradeDelivery', 'BilledQuantity'),
      price: text(line, 'SpecifiedLineTradeAgreement', 'NetPriceProductTradePrice', 'ChargeAmount'),
      per: text(line, 'SpecifiedLineTradeAgreement', 'NetPriceProductTradePrice', 'BasisQuantity') || '1',
      parts: many(line, 'SpecifiedLineTradeSettlement', 'SpecifiedTradeAllowanceCharge').map(part),
    })),
    parts: many(settled, 'SpecifiedTradeAllowanceCharge').map(node => ({ ...part(node), ...tax(many(node, 'CategoryTradeTax')[0]) })),
    taxes: many(settled, 'ApplicableTradeTax').map(node => ({
      ...tax(node),
      ...{ net: text(node, 'BasisAmount'), tax: text(node, 'CalculatedAmount') },
      reason: text(node, 'ExemptionReason') + text(node, 'ExemptionReasonCode'),
    })),
    sums: {
      ...{ lines: sum('LineTotalAmount'), allowances: sum('AllowanceTotalAmount'), charges: sum('ChargeTotalAmount') },
      ...{ net: sum('TaxBasisTotalAmount'), tax: sum('TaxTotalAmount'), gross: sum('GrandTotalAmount') },
      ...{ paid: sum('TotalPrepaidAmount'), due: sum('DuePayableAmount') },
    },
  }
}

export const read = (root: Node): Read => (root.name === 'CrossIndustryInvoice' ? ofCii(root) : ofUbl(root))

const isOf =
  (tax: Tax) =>
  ({ category, rate }: Tax) =>
    category === tax.category && amount(rate) === amount(tax.rate)

/** Whatever does not add up, in words. */
export function faultsOf(root: Node): string[] {
  const faults: string[] = []
  const expect = (fault: string, holds: boolean) => void (holds || faults.push(fault))
  for (const node of every(root)) expect(`<${node.name}> is empty`, node.children.length > 0 || node.text.trim() !== '')
  const invoice = read(root)
  for (const named of ['number', 'type', 'issuedOn'] as const) expect(`no ${named}`, invoice[named] !== '')
  checkLines(invoice, expect)
  checkTaxes(invoice, expect)
  checkSums(invoice, expect)
  return faults
}

type Expect = (fault: string, holds: boolean) => void

const off = (parts: readonly { isCharge: boolean; amount: string }[]) =>
  total(parts.map(({ isCharge, amount }) => (isCharge ? -exact(amount) : exact(amount))))

function checkLines({ lines, parts }: Read, expect: Expect) {
  expect('no lines', lines.length > 0)
  for (const [at, line] of lines.entries()) {
    const product = toCents(times(exact(line.price), exact(line.quantity)) / (exact(line.per) / scale))
    expect(`line ${at}: price times quantity (R120)`, product - off(line.parts) === exact(line.net))
    expect(`line ${at}: a price below nought (BR-27)`, exact(line.price) >= 0n)
  }
  for (const part of [...parts, ...lines.flatMap(({ parts }) => parts)])
    expect(`an allowance or charge below nought: ${part.amount}`, exact(part.amount) >= 0n)
}

function checkTaxes({ lines, parts, taxes }: Read, expect: Expect) {
  for (const used of [...lines, ...parts])
    expect(`${used.category} ${used.rate} stands once (BR-*-01)`, taxes.filter(isOf(used)).length === 1)
  for (const tax of taxes) {
    const name = `${tax.category} ${tax.rate}`
    const net = total(lines.filter(isOf(tax)).map(({ net }) => exact(net))) - off(parts.filter(isOf(tax)))
    expect(`${name}: what is taxed (BR-*-08)`, exact(tax.net) === net)
    const due = toCents(times(exact(tax.net), amount(tax.rate)) / 100n)
    expect(`${name}: the tax (BR-CO-17, BR-*-09)`, size(exact(tax.tax) - due) <= (tax.category === 'S' ? cent : 0n))
    expect(`${name}: its rate (BR-*-05)`, tax.category === 'O' ? tax.rate === '' : amount(tax.rate) > 0n === (tax.category === 'S'))
    expect(`${name}: its reason (BR-*-10)`, (tax.reason === '') === ['S', 'Z'].includes(tax.category))
  }
  const isMixed = taxes.length > 1 && taxes.some(({ category }) => category === 'O')
  expect('what is not subject to VAT stands beside others (BR-O-11)', !isMixed)
}

function checkSums({ lines, parts, taxes, sums }: Read, expect: Expect) {
  for (const [name, sum] of Object.entries(sums)) expect(`${name}: more than two decimals (BR-DEC)`, (sum.split('.')[1] ?? '').length <= 2)
  const charges = parts.filter(({ isCharge }) => isCharge)
  const allowances = parts.filter(({ isCharge }) => !isCharge)
  const sum = (name: keyof typeof sums) => amount(sums[name])
  expect('the lines (BR-CO-10)', sum('lines') === total(lines.map(({ net }) => exact(net))))
  expect('the allowances (BR-CO-11)', sum('allowances') === total(allowances.map(({ amount }) => exact(amount))))
  expect('the charges (BR-CO-12)', sum('charges') === total(charges.map(({ amount }) => exact(amount))))
  expect('the net (BR-CO-13)', sum('net') === sum('lines') - sum('allowances') + sum('charges'))
  expect('the tax (BR-CO-14)', sum('tax') === total(taxes.map(({ tax }) => exact(tax))))
  expect('the gross (BR-CO-15)', sum('gross') === sum('net') + sum('tax'))
  expect('what is due (BR-CO-16)', sum('due') === sum('gross') - sum('paid'))
}
