import type { EInvoice, InvoiceLine, LineAllowance, Party, PostalAddress } from './model.ts'
import { all, at, decimalAt, textAt, textsAt } from './tree.ts'
import type { XmlElement } from './xml.ts'

/** What an `Invoice` or a `CreditNote` of UBL says. */
export function fromUbl(root: XmlElement): EInvoice {
  const isInvoice = root.name === 'Invoice'
  const delivery = at(root, 'Delivery')
  return {
    customization: textAt(root, 'CustomizationID'),
    process: textAt(root, 'ProfileID'),
    number: textAt(root, 'ID'),
    issuedOn: textAt(root, 'IssueDate'),
    type: textAt(root, isInvoice ? 'InvoiceTypeCode' : 'CreditNoteTypeCode'),
    currency: textAt(root, 'DocumentCurrencyCode'),
    dueOn: textAt(root, 'DueDate') || textAt(root, 'PaymentMeans', 'PaymentDueDate'),
    terms: textsAt(root, 'PaymentTerms', 'Note'),
    buyerReference: textAt(root, 'BuyerReference'),
    note: textsAt(root, 'Note'),
    attachments: all(root, 'AdditionalDocumentReference').map(reference => ({
      id: textAt(reference, 'ID'),
      description: textAt(reference, 'DocumentDescription'),
      fileName: at(reference, 'Attachment', 'EmbeddedDocumentBinaryObject').attributes.filename ?? '',
    })),
    preceding: all(root, 'BillingReference').map(reference => ({
      number: textAt(reference, 'InvoiceDocumentReference', 'ID'),
      issuedOn: textAt(reference, 'InvoiceDocumentReference', 'IssueDate'),
    })),
    seller: partyOf(at(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(at(root, 'AccountingCustomerParty', 'Party')),
    delivery: { on: textAt(delivery, 'ActualDeliveryDate'), address: addressOf(at(delivery, 'DeliveryLocation', 'Address')) },
    period: periodOf(root),
    payments: all(root, 'PaymentMeans').map(paymentOf),
    allowances: all(root, 'AllowanceCharge').map(part => ({ ...allowanceOf(part), ...vatOf(at(part, 'TaxCategory')) })),
    totals: totalsOf(root),
    taxes: all(at(root, 'TaxTotal'), 'TaxSubtotal').map(taxOf),
    lines: all(root, isInvoice ? 'InvoiceLine' : 'CreditNoteLine').map(line => lineOf(line, isInvoice)),
  }
}

const vatOf = (category: XmlElement) => ({ category: textAt(category, 'ID'), rate: decimalAt(category, 'Percent') })

const periodOf = (element: XmlElement) => ({
  from: textAt(element, 'InvoicePeriod', 'StartDate'),
  to: textAt(element, 'InvoicePeriod', 'EndDate'),
})

const allowanceOf = (part: XmlElement): LineAllowance => ({
  isCharge: ['true', '1'].includes(textAt(part, 'ChargeIndicator')),
  amount: decimalAt(part, 'Amount'),
  reason: textAt(part, 'AllowanceChargeReason'),
  reasonCode: textAt(part, 'AllowanceChargeReasonCode'),
})

function partyOf(party: XmlElement): Party {
  const taxIds = all(party, 'PartyTaxScheme')
  const taxId = (isVat: boolean) => taxIds.find(scheme => (textAt(scheme, 'TaxScheme', 'ID').toUpperCase() === 'VAT') === isVat)
  const idOf = (scheme: XmlElement | undefined) => (scheme ? textAt(scheme, 'CompanyID') : '')
  const endpoint = at(party, 'EndpointID')
  return {
    name: textAt(party, 'PartyLegalEntity', 'RegistrationName') || textAt(party, 'PartyName', 'Name'),
    identifier: textAt(party, 'PartyIdentification', 'ID'),
    registration: textAt(party, 'PartyLegalEntity', 'CompanyID'),
    vatId: idOf(taxId(true)),
    taxNumber: idOf(taxId(false)),
    legal: textAt(party, 'PartyLegalEntity', 'CompanyLegalForm'),
    endpoint: { scheme: endpoint.attributes.schemeID ?? '', id: endpoint.text.trim() },
    address: addressOf(at(party, 'PostalAddress')),
    contact: {
      name: textAt(party, 'Contact', 'Name'),
      phone: textAt(party, 'Contact', 'Telephone'),
      email: textAt(party, 'Contact', 'ElectronicMail'),
    },
  }
}

const addressOf = (address: XmlElement): PostalAddress => ({
  street: [textAt(address, 'StreetName'), textAt(address, 'AdditionalStreetName'), textAt(address, 'AddressLine', 'Line')]
    .filter(Boolean)
    .join(', '),
  postalCode: textAt(address, 'PostalZone'),
  locality: textAt(address, 'CityName'),
  region: textAt(address, 'CountrySubentity'),
  country: textAt(address, 'Country', 'IdentificationCode'),
})

const paymentOf = (means: XmlElement) => ({
  code: textAt(means, 'PaymentMeansCode'),
  reference: textAt(means, 'PaymentID'),
  account: textAt(means, 'PayeeFinancialAccount', 'ID'),
  holder: textAt(means, 'PayeeFinancialAccount', 'Name'),
  bic: textAt(means, 'PayeeFinancialAccount', 'FinancialInstitutionBranch', 'ID'),
})

function totalsOf(root: XmlElement) {
  const amount = (name: string) => decimalAt(root, 'LegalMonetaryTotal', name)
  return {
    lines: amount('LineExtensionAmount'),
    allowances: amount('AllowanceTotalAmount'),
    charges: amount('ChargeTotalAmount'),
    net: amount('TaxExclusiveAmount'),
    tax: decimalAt(root, 'TaxTotal', 'TaxAmount'),
    gross: amount('TaxInclusiveAmount'),
    paid: amount('PrepaidAmount'),
    rounding: amount('PayableRoundingAmount'),
    due: amount('PayableAmount'),
  }
}

const taxOf = (subtotal: XmlElement) => ({
  ...vatOf(at(subtotal, 'TaxCategory')),
  net: decimalAt(subtotal, 'TaxableAmount'),
  tax: decimalAt(subtotal, 'TaxAmount'),
  reason: textsAt(at(subtotal, 'TaxCategory'), 'TaxExemptionReason'),
  reasonCode: textAt(subtotal, 'TaxCategory', 'TaxExemptionReasonCode'),
})

function lineOf(line: XmlElement, isInvoice: boolean): InvoiceLine {
  const quantity = isInvoice ? 'InvoicedQuantity' : 'CreditedQuantity'
  return {
    id: textAt(line, 'ID'),
    quantity: decimalAt(line, quantity),
    unit: at(line, quantity).attributes.unitCode ?? '',
    net: decimalAt(line, 'LineExtensionAmount'),
    period: periodOf(line),
    allowances: all(line, 'AllowanceCharge').map(allowanceOf),
    price: decimalAt(line, 'Price', 'PriceAmount'),
    priceQuantity: decimalAt(line, 'Price', 'BaseQuantity'),
    name: textAt(line, 'Item', 'Name'),
    description: textsAt(at(line, 'Item'), 'Description'),
    ...vatOf(at(line, 'Item', 'ClassifiedTaxCategory')),
  }
}
