import type { Allowance, EInvoice, InvoiceLine, LineAllowance, Party, PaymentMeans, PostalAddress, TaxBreakdown } from './model.ts'
import { branch, leaf, required, xmlText, type XmlElement } from './xml.ts'

const urn = 'urn:un:unece:uncefact:data:standard'

/** Cross Industry Invoice D16B, its elements in the order of the schema. */
export const toCii = (invoice: EInvoice): string =>
  xmlText(required('rsm:CrossIndustryInvoice', context(invoice), header(invoice), transaction(invoice)), {
    'xmlns:rsm': `${urn}:CrossIndustryInvoice:100`,
    'xmlns:ram': `${urn}:ReusableAggregateBusinessInformationEntity:100`,
    'xmlns:qdt': `${urn}:QualifiedDataType:100`,
    'xmlns:udt': `${urn}:UnqualifiedDataType:100`,
  })

const context = ({ process, customization }: EInvoice) =>
  required(
    'rsm:ExchangedDocumentContext',
    branch('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', process)),
    branch('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', customization)),
  )

const header = ({ number, type, issuedOn, note }: EInvoice) =>
  required(
    'rsm:ExchangedDocument',
    leaf('ram:ID', number),
    leaf('ram:TypeCode', type),
    day('ram:IssueDateTime', issuedOn),
    branch('ram:IncludedNote', leaf('ram:Content', note)),
  )

const transaction = (invoice: EInvoice) =>
  required(
    'rsm:SupplyChainTradeTransaction',
    invoice.lines.map(lineOf),
    required(
      'ram:ApplicableHeaderTradeAgreement',
      leaf('ram:BuyerReference', invoice.buyerReference),
      party('ram:SellerTradeParty', invoice.seller),
      party('ram:BuyerTradeParty', invoice.buyer),
    ),
    required(
      'ram:ApplicableHeaderTradeDelivery',
      branch('ram:ShipToTradeParty', address(invoice.delivery.address)),
      branch('ram:ActualDeliverySupplyChainEvent', day('ram:OccurrenceDateTime', invoice.delivery.on)),
    ),
    settlement(invoice),
  )

/** Where to pay stands once, even where there are several accounts. */
const settlement = (invoice: EInvoice) =>
  required(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', invoice.payments.find(({ reference }) => reference)?.reference ?? ''),
    leaf('ram:InvoiceCurrencyCode', invoice.currency),
    invoice.payments.map(payment),
    invoice.taxes.map(tax),
    period(invoice.period),
    invoice.allowances.map(discount),
    branch('ram:SpecifiedTradePaymentTerms', leaf('ram:Description', invoice.terms), day('ram:DueDateDateTime', invoice.dueOn)),
    totals(invoice),
    invoice.preceding.map(({ number, issuedOn }) =>
      branch('ram:InvoiceReferencedDocument', leaf('ram:IssuerAssignedID', number), day('ram:FormattedIssueDateTime', issuedOn, 'qdt')),
    ),
  )

/** Format 102 is YYYYMMDD. */
const day = (name: string, date: string, prefix = 'udt') =>
  branch(name, leaf(`${prefix}:DateTimeString`, date.replaceAll('-', ''), { format: '102' }))

const period = ({ from, to }: EInvoice['period']) =>
  branch('ram:BillingSpecifiedPeriod', day('ram:StartDateTime', from), day('ram:EndDateTime', to))

const party = (name: string, party: Party) =>
  branch(
    name,
    leaf('ram:ID', party.identifier),
    leaf('ram:Name', party.name),
    leaf('ram:Description', party.legal),
    branch('ram:SpecifiedLegalOrganization', leaf('ram:ID', party.registration)),
    branch(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', party.contact.name),
      branch('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', party.contact.phone)),
      branch('ram:EmailURIUniversalCommunication', leaf('ram:URIID', party.contact.email)),
    ),
    address(party.address),
    branch('ram:URIUniversalCommunication', leaf('ram:URIID', party.endpoint.id, { schemeID: party.endpoint.scheme })),
    branch('ram:SpecifiedTaxRegistration', leaf('ram:ID', party.vatId, { schemeID: 'VA' })),
    branch('ram:SpecifiedTaxRegistration', leaf('ram:ID', party.taxNumber, { schemeID: 'FC' })),
  )

const address = ({ street, locality, postalCode, region, country }: PostalAddress) =>
  branch(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', postalCode),
    leaf('ram:LineOne', street),
    leaf('ram:CityName', locality),
    leaf('ram:CountryID', country),
    leaf('ram:CountrySubDivisionName', region),
  )

const payment = ({ code, account, holder, bic }: PaymentMeans) =>
  branch(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', code),
    branch('ram:PayeePartyCreditorFinancialAccount', leaf('ram:IBANID', account), leaf('ram:AccountName', holder)),
    branch('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', bic)),
  )

const tax = ({ net, tax, category, rate, reason, reasonCode }: TaxBreakdown) =>
  branch(
    'ram:ApplicableTradeTax',
    leaf('ram:CalculatedAmount', tax),
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:ExemptionReason', reason),
    leaf('ram:BasisAmount', net),
    leaf('ram:CategoryCode', category),
    leaf('ram:ExemptionReasonCode', reasonCode),
    leaf('ram:RateApplicablePercent', rate),
  )

const vat = (name: string, { category = '', rate = '' }: { category?: string; rate?: string }) =>
  branch(name, leaf('ram:TypeCode', category && 'VAT'), leaf('ram:CategoryCode', category), leaf('ram:RateApplicablePercent', rate))

const discount = ({ isCharge, amount, reason, reasonCode, ...rest }: LineAllowance & Partial<Allowance>) =>
  branch(
    'ram:SpecifiedTradeAllowanceCharge',
    branch('ram:ChargeIndicator', leaf('udt:Indicator', String(isCharge))),
    leaf('ram:ActualAmount', amount),
    leaf('ram:ReasonCode', reasonCode),
    leaf('ram:Reason', reason),
    vat('ram:CategoryTradeTax', rest),
  )

const totals = ({ totals, currency }: EInvoice) =>
  branch(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    leaf('ram:LineTotalAmount', totals.lines),
    leaf('ram:ChargeTotalAmount', totals.charges),
    leaf('ram:AllowanceTotalAmount', totals.allowances),
    leaf('ram:TaxBasisTotalAmount', totals.net),
    leaf('ram:TaxTotalAmount', totals.tax, { currencyID: currency }),
    leaf('ram:RoundingAmount', totals.rounding),
    leaf('ram:GrandTotalAmount', totals.gross),
    leaf('ram:TotalPrepaidAmount', totals.paid),
    leaf('ram:DuePayableAmount', totals.due),
  )

function lineOf(line: InvoiceLine): XmlElement | null {
  const price = leaf('ram:ChargeAmount', line.price)
  const quantity = leaf('ram:BasisQuantity', line.priceQuantity, { unitCode: line.unit })
  return branch(
    'ram:IncludedSupplyChainTradeLineItem',
    branch('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', line.id)),
    branch('ram:SpecifiedTradeProduct', leaf('ram:Name', line.name), leaf('ram:Description', line.description)),
    branch('ram:SpecifiedLineTradeAgreement', branch('ram:NetPriceProductTradePrice', price, quantity)),
    branch('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', line.quantity, { unitCode: line.unit })),
    branch(
      'ram:SpecifiedLineTradeSettlement',
      vat('ram:ApplicableTradeTax', line),
      period(line.period),
      line.allowances.map(discount),
      branch('ram:SpecifiedTradeSettlementLineMonetarySummation', leaf('ram:LineTotalAmount', line.net)),
    ),
  )
}
