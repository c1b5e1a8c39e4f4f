import type { EInvoice, InvoiceLine, LineAllowance, Party, PaymentMeans, PostalAddress } from './model.ts'
import { all, at, decimalAt, textAt, textsAt } from './tree.ts'
import type { XmlElement } from './xml.ts'

/** What a `CrossIndustryInvoice` says; its lesser profiles (of ZUGFeRD) have no lines. */
export function fromCii(root: XmlElement): EInvoice {
  const transaction = at(root, 'SupplyChainTradeTransaction')
  const agreement = at(transaction, 'ApplicableHeaderTradeAgreement')
  const delivery = at(transaction, 'ApplicableHeaderTradeDelivery')
  const settlement = at(transaction, 'ApplicableHeaderTradeSettlement')
  const terms = at(settlement, 'SpecifiedTradePaymentTerms')
  return {
    customization: textAt(root, 'ExchangedDocumentContext', 'GuidelineSpecifiedDocumentContextParameter', 'ID'),
    process: textAt(root, 'ExchangedDocumentContext', 'BusinessProcessSpecifiedDocumentContextParameter', 'ID'),
    number: textAt(root, 'ExchangedDocument', 'ID'),
    issuedOn: dayAt(root, 'ExchangedDocument', 'IssueDateTime'),
    type: textAt(root, 'ExchangedDocument', 'TypeCode'),
    currency: textAt(settlement, 'InvoiceCurrencyCode'),
    dueOn: dayAt(terms, 'DueDateDateTime'),
    terms: textAt(terms, 'Description'),
    buyerReference: textAt(agreement, 'BuyerReference'),
    note: textsAt(at(root, 'ExchangedDocument'), 'IncludedNote', 'Content'),
    attachments: all(agreement, 'AdditionalReferencedDocument').map(reference => ({
      id: textAt(reference, 'IssuerAssignedID'),
      description: textAt(reference, 'Name'),
      fileName: at(reference, 'AttachmentBinaryObject').attributes.filename ?? '',
    })),
    preceding: all(settlement, 'InvoiceReferencedDocument').map(reference => ({
      number: textAt(reference, 'IssuerAssignedID'),
      issuedOn: dayAt(reference, 'FormattedIssueDateTime'),
    })),
    seller: partyOf(at(agreement, 'SellerTradeParty')),
    buyer: partyOf(at(agreement, 'BuyerTradeParty')),
    delivery: {
      on: dayAt(delivery, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime'),
      address: addressOf(at(delivery, 'ShipToTradeParty', 'PostalTradeAddress')),
    },
    period: periodOf(settlement),
    payments: paymentsOf(settlement),
    allowances: all(settlement, 'SpecifiedTradeAllowanceCharge').map(part => ({
      ...allowanceOf(part),
      ...vatOf(at(part, 'CategoryTradeTax')),
    })),
    totals: totalsOf(settlement),
    taxes: all(settlement, 'ApplicableTradeTax').map(taxOf),
    lines: all(transaction, 'IncludedSupplyChainTradeLineItem').map(lineOf),
  }
}

/** Format 102 is YYYYMMDD; what is written otherwise is shown as it is. */
function dayAt(element: XmlElement, ...way: readonly string[]) {
  const text = textAt(element, ...way, 'DateTimeString') || textAt(element, ...way, 'DateTime').slice(0, 10)
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}

const vatOf = (tax: XmlElement) => ({ category: textAt(tax, 'CategoryCode'), rate: decimalAt(tax, 'RateApplicablePercent') })

const periodOf = (element: XmlElement) => ({
  from: dayAt(element, 'BillingSpecifiedPeriod', 'StartDateTime'),
  to: dayAt(element, 'BillingSpecifiedPeriod', 'EndDateTime'),
})

const allowanceOf = (part: XmlElement): LineAllowance => ({
  isCharge: ['true', '1'].includes(textAt(part, 'ChargeIndicator', 'Indicator')),
  amount: decimalAt(part, 'ActualAmount'),
  reason: textAt(part, 'Reason'),
  reasonCode: textAt(part, 'ReasonCode'),
})

function partyOf(party: XmlElement): Party {
  const ids = all(party, 'SpecifiedTaxRegistration').map(registration => at(registration, 'ID'))
  const taxId = (scheme: string) => ids.find(({ attributes }) => attributes.schemeID === scheme)?.text.trim() ?? ''
  const contact = at(party, 'DefinedTradeContact')
  const endpoint = at(party, 'URIUniversalCommunication', 'URIID')
  return {
    name: textAt(party, 'Name'),
    identifier: textAt(party, 'ID') || textAt(party, 'GlobalID'),
    registration: textAt(party, 'SpecifiedLegalOrganization', 'ID'),
    vatId: taxId('VA'),
    taxNumber: taxId('FC'),
    legal: textAt(party, 'Description'),
    endpoint: { scheme: endpoint.attributes.schemeID ?? '', id: endpoint.text.trim() },
    address: addressOf(at(party, 'PostalTradeAddress')),
    contact: {
      name: textAt(contact, 'PersonName') || textAt(contact, 'DepartmentName'),
      phone: textAt(contact, 'TelephoneUniversalCommunication', 'CompleteNumber'),
      email: textAt(contact, 'EmailURIUniversalCommunication', 'URIID'),
    },
  }
}

const addressOf = (address: XmlElement): PostalAddress => ({
  street: [textAt(address, 'LineOne'), textAt(address, 'LineTwo'), textAt(address, 'LineThree')].filter(Boolean).join(', '),
  postalCode: textAt(address, 'PostcodeCode'),
  locality: textAt(address, 'CityName'),
  region: textAt(address, 'CountrySubDivisionName'),
  country: textAt(address, 'CountryID'),
})

const paymentsOf = (settlement: XmlElement): PaymentMeans[] =>
  all(settlement, 'SpecifiedTradeSettlementPaymentMeans').map(means => {
    const account = at(means, 'PayeePartyCreditorFinancialAccount')
    return {
      code: textAt(means, 'TypeCode'),
      reference: textAt(settlement, 'PaymentReference'),
      account: textAt(account, 'IBANID') || textAt(account, 'ProprietaryID'),
      holder: textAt(account, 'AccountName'),
      bic: textAt(means, 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID'),
    }
  })

/** The tax may stand there twice, once in the currency of the books. */
function totalsOf(settlement: XmlElement) {
  const sums = at(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation')
  const currency = textAt(settlement, 'InvoiceCurrencyCode')
  const taxes = all(sums, 'TaxTotalAmount')
  const tax = taxes.find(({ attributes }) => attributes.currencyID === currency) ?? taxes[0]
  return {
    lines: decimalAt(sums, 'LineTotalAmount'),
    allowances: decimalAt(sums, 'AllowanceTotalAmount'),
    charges: decimalAt(sums, 'ChargeTotalAmount'),
    net: decimalAt(sums, 'TaxBasisTotalAmount'),
    tax: tax ? decimalAt(tax) : '',
    gross: decimalAt(sums, 'GrandTotalAmount'),
    paid: decimalAt(sums, 'TotalPrepaidAmount'),
    rounding: decimalAt(sums, 'RoundingAmount'),
    due: decimalAt(sums, 'DuePayableAmount'),
  }
}

const taxOf = (tax: XmlElement) => ({
  ...vatOf(tax),
  net: decimalAt(tax, 'BasisAmount'),
  tax: decimalAt(tax, 'CalculatedAmount'),
  reason: textAt(tax, 'ExemptionReason'),
  reasonCode: textAt(tax, 'ExemptionReasonCode'),
})

function lineOf(item: XmlElement): InvoiceLine {
  const settlement = at(item, 'SpecifiedLineTradeSettlement')
  const price = at(item, 'SpecifiedLineTradeAgreement', 'NetPriceProductTradePrice')
  const quantity = at(item, 'SpecifiedLineTradeDelivery', 'BilledQuantity')
  return {
    id: textAt(item, 'AssociatedDocumentLineDocument', 'LineID'),
    quantity: decimalAt(quantity),
    unit: quantity.attributes.unitCode ?? '',
    net: decimalAt(settlement, 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount'),
    period: periodOf(settlement),
    allowances: all(settlement, 'SpecifiedTradeAllowanceCharge').map(allowanceOf),
    price: decimalAt(price, 'ChargeAmount'),
    priceQuantity: decimalAt(price, 'BasisQuantity'),
    name: textAt(item, 'SpecifiedTradeProduct', 'Name'),
    description: textAt(item, 'SpecifiedTradeProduct', 'Description'),
    ...vatOf(at(settlement, 'ApplicableTradeTax')),
  }
}
