import type { Allowance, EInvoice, InvoiceLine, LineAllowance, Party, PaymentMeans, PostalAddress, TaxBreakdown } from './model.ts'
import { branch, leaf, required, xmlText, type XmlElement } from './xml.ts'

const urn = 'urn:oasis:names:specification:ubl:schema:xsd'

/** UBL 2.1, its elements in the order of the schema. */
export function toUbl(invoice: EInvoice): string {
  const root = isCreditNote(invoice) ? 'CreditNote' : 'Invoice'
  return xmlText(rootOf(invoice, root), {
    xmlns: `${urn}:${root}-2`,
    'xmlns:cac': `${urn}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${urn}:CommonBasicComponents-2`,
  })
}

/** UNCL 1001: credit notes have a schema of their own. */
const isCreditNote = ({ type }: EInvoice) => ['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'].includes(type)

function rootOf(invoice: EInvoice, root: 'Invoice' | 'CreditNote'): XmlElement {
  const money = (name: string, amount: string) => leaf(name, amount, { currencyID: invoice.currency })
  const isInvoice = root === 'Invoice'
  return required(
    root,
    leaf('cbc:CustomizationID', invoice.customization),
    leaf('cbc:ProfileID', invoice.process),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issuedOn),
    leaf('cbc:DueDate', isInvoice ? invoice.dueOn : ''),
    leaf(`cbc:${root}TypeCode`, invoice.type),
    leaf('cbc:Note', invoice.note),
    leaf('cbc:DocumentCurrencyCode', invoice.currency),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    period(invoice.period),
    invoice.preceding.map(({ number, issuedOn }) =>
      branch('cac:BillingReference', branch('cac:InvoiceDocumentReference', leaf('cbc:ID', number), leaf('cbc:IssueDate', issuedOn))),
    ),
    branch('cac:AccountingSupplierParty', party(invoice.seller)),
    branch('cac:AccountingCustomerParty', party(invoice.buyer)),
    branch(
      'cac:Delivery',
      leaf('cbc:ActualDeliveryDate', invoice.delivery.on),
      branch('cac:DeliveryLocation', address('cac:Address', invoice.delivery.address)),
    ),
    invoice.payments.map(means => payment(means, isInvoice ? '' : invoice.dueOn)),
    branch('cac:PaymentTerms', leaf('cbc:Note', invoice.terms)),
    invoice.allowances.map(allowance => discount(allowance, money)),
    branch(
      'cac:TaxTotal',
      money('cbc:TaxAmount', invoice.totals.tax),
      invoice.taxes.map(tax => subtotal(tax, money)),
    ),
    totals(invoice, money),
    invoice.lines.map(line => lineOf(line, isInvoice, money)),
  )
}

type Money = (name: string, amount: string) => XmlElement | null

const period = ({ from, to }: EInvoice['period']) => branch('cac:InvoicePeriod', leaf('cbc:StartDate', from), leaf('cbc:EndDate', to))

function party(party: Party) {
  const taxId = (id: string, scheme: string) =>
    id === '' ? null : branch('cac:PartyTaxScheme', leaf('cbc:CompanyID', id), branch('cac:TaxScheme', leaf('cbc:ID', scheme)))
  return branch(
    'cac:Party',
    leaf('cbc:EndpointID', party.endpoint.id, { schemeID: party.endpoint.scheme }),
    branch('cac:PartyIdentification', leaf('cbc:ID', party.identifier)),
    address('cac:PostalAddress', party.address),
    taxId(party.vatId, 'VAT'),
    taxId(party.taxNumber, 'FC'),
    branch(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', party.name),
      leaf('cbc:CompanyID', party.registration),
      leaf('cbc:CompanyLegalForm', party.legal),
    ),
    branch(
      'cac:Contact',
      leaf('cbc:Name', party.contact.name),
      leaf('cbc:Telephone', party.contact.phone),
      leaf('cbc:ElectronicMail', party.contact.email),
    ),
  )
}

const address = (name: string, { street, locality, postalCode, region, country }: PostalAddress) =>
  branch(
    name,
    leaf('cbc:StreetName', street),
    leaf('cbc:CityName', locality),
    leaf('cbc:PostalZone', postalCode),
    leaf('cbc:CountrySubentity', region),
    branch('cac:Country', leaf('cbc:IdentificationCode', country)),
  )

const payment = ({ code, reference, account, holder, bic }: PaymentMeans, dueOn: string) =>
  branch(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', code),
    leaf('cbc:PaymentDueDate', dueOn),
    leaf('cbc:PaymentID', reference),
    branch(
      'cac:PayeeFinancialAccount',
      leaf('cbc:ID', account),
      leaf('cbc:Name', holder),
      branch('cac:FinancialInstitutionBranch', leaf('cbc:ID', bic)),
    ),
  )

const taxCategory = (name: string, { category, rate }: { category: string; rate: string }, ...reasons: (XmlElement | null)[]) =>
  branch(name, leaf('cbc:ID', category), leaf('cbc:Percent', rate), ...reasons, branch('cac:TaxScheme', leaf('cbc:ID', 'VAT')))

const discount = ({ isCharge, amount, reason, reasonCode, ...vat }: LineAllowance & Partial<Allowance>, money: Money) =>
  branch(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(isCharge)),
    leaf('cbc:AllowanceChargeReasonCode', reasonCode),
    leaf('cbc:AllowanceChargeReason', reason),
    money('cbc:Amount', amount),
    vat.category === undefined ? null : taxCategory('cac:TaxCategory', { category: vat.category, rate: vat.rate ?? '' }),
  )

const subtotal = ({ net, tax, reason, reasonCode, ...vat }: TaxBreakdown, money: Money) =>
  branch(
    'cac:TaxSubtotal',
    money('cbc:TaxableAmount', net),
    money('cbc:TaxAmount', tax),
    taxCategory('cac:TaxCategory', vat, leaf('cbc:TaxExemptionReasonCode', reasonCode), leaf('cbc:TaxExemptionReason', reason)),
  )

const totals = ({ totals }: EInvoice, money: Money) =>
  branch(
    'cac:LegalMonetaryTotal',
    money('cbc:LineExtensionAmount', totals.lines),
    money('cbc:TaxExclusiveAmount', totals.net),
    money('cbc:TaxInclusiveAmount', totals.gross),
    money('cbc:AllowanceTotalAmount', totals.allowances),
    money('cbc:ChargeTotalAmount', totals.charges),
    money('cbc:PrepaidAmount', totals.paid),
    money('cbc:PayableRoundingAmount', totals.rounding),
    money('cbc:PayableAmount', totals.due),
  )

const lineOf = (line: InvoiceLine, isInvoice: boolean, money: Money) =>
  branch(
    isInvoice ? 'cac:InvoiceLine' : 'cac:CreditNoteLine',
    leaf('cbc:ID', line.id),
    leaf(isInvoice ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity', line.quantity, { unitCode: line.unit }),
    money('cbc:LineExtensionAmount', line.net),
    period(line.period),
    line.allowances.map(allowance => discount(allowance, money)),
    branch(
      'cac:Item',
      leaf('cbc:Description', line.description),
      leaf('cbc:Name', line.name),
      taxCategory('cac:ClassifiedTaxCategory', line),
    ),
    branch('cac:Price', money('cbc:PriceAmount', line.price), leaf('cbc:BaseQuantity', line.priceQuantity, { unitCode: line.unit })),
  )
