import { describe, expect, it } from 'vitest'
import type { Lack } from '../../shared/einvoice/lack.ts'
import { lacksOf, missingFor, needsEInvoice } from '../../shared/einvoice/missing.ts'
import type { Document } from '../../shared/invoices/model.ts'
import { aDocument, aLine, buyer, seller } from './documents.ts'

const nowhere = { street: '', postalCode: '', locality: '', region: '', country: '' }
const reversed = aLine({ taxCategory: 'AE', basisPoints: 0, taxReason: 'Reverse charge' })
const within = aLine({ taxCategory: 'K', basisPoints: 0, taxReason: 'Intra-Community supply' })

describe('Before an e-invoice is made of a document', () => {
  it('nothing is asked for that is there, number and day apart', () => {
    expect(missingFor(aDocument({ number: null, issuedOn: null, issuedAt: null, dueOn: null }))).toEqual([])
  })

  it.each<[string, Partial<Document>, Lack[]]>([
    ['lines', { lines: [] }, ['lines']],
    ['what a line is about', { lines: [aLine({ name: '\u0001' })] }, ['lineName']],
    ['the shop’s name', { seller: { ...seller, name: '' } }, ['sellerName']],
    ['the shop’s address', { seller: { ...seller, address: nowhere } }, ['sellerAddress', 'buyerAddress']],
    ['the shop’s tax numbers', { seller: { ...seller, vatId: '', taxNumber: '' } }, ['sellerTaxNumber']],
    ['a VAT number that begins with its country', { seller: { ...seller, vatId: '123' } }, ['sellerTaxNumber']],
    ['the client’s name', { buyer: { ...buyer, name: '' } }, ['buyerName']],
    ['the client’s address', { buyer: { ...buyer, address: nowhere } }, ['buyerAddress']],
    ['a country that is one', { buyer: { ...buyer, address: { ...buyer.address, country: 'Atlantis' } } }, ['buyerAddress']],
    ['the client’s VAT number with reverse charge', { lines: [reversed], buyer: { ...buyer, vatId: '' } }, ['buyerVatId']],
    [
      'both VAT numbers within the EU',
      { lines: [within], buyer: { ...buyer, vatId: '' }, seller: { ...seller, vatId: '' } },
      ['sellerTaxNumber', 'buyerVatId'],
    ],
    ['why no tax is charged', { lines: [aLine({ taxCategory: 'E', basisPoints: 0 })] }, ['taxReason']],
    ['a currency that it can hold', { currency: 'KWD' }, ['twoDecimals']],
  ])('is asked for: %s', (_name, over, missing) => {
    expect(missingFor(aDocument(over))).toEqual(missing)
  })

  it('a tax number is enough for a shop at home', () => {
    expect(missingFor(aDocument({ seller: { ...seller, vatId: '' } }))).toEqual([])
  })

  it('a voucher that is not subject to VAT may stand alone, or beside a haircut', () => {
    const voucher = aLine({ taxCategory: 'O', basisPoints: 0, taxReason: 'Multi-purpose voucher', taxReasonCode: 'VATEX-EU-O' })
    expect([missingFor(aDocument({ lines: [voucher] })), missingFor(aDocument({ lines: [voucher, aLine()] }))]).toEqual([[], []])
  })
})

describe('Before a document is issued', () => {
  const bare = { ...seller, phone: '', email: '', bank: { ...seller.bank, iban: '' } }
  const authority = { ...buyer, vatId: '', email: '' }

  it('an authority’s reference asks for what authorities refuse e-invoices for', () => {
    const draft = aDocument({ number: null, issuedOn: null, seller: bare, buyer: authority })
    expect(lacksOf(draft)).toEqual(['buyerEmail', 'sellerEmail', 'sellerBank', 'sellerPhone'])
    expect(lacksOf({ ...draft, buyer: { ...authority, reference: 'Order 12' } })).toEqual([])
    expect(lacksOf({ ...draft, seller, buyer: { ...authority, email: 'rechnung@amt.example' } })).toEqual([])
  })

  it('whoever has a VAT number or a reference needs an e-invoice, where the law knows them', () => {
    const needs = (over: Partial<Document>) => needsEInvoice(aDocument(over))
    const consumer = { ...buyer, vatId: '', reference: '' }
    const abroad = { ...seller, address: { ...seller.address, country: 'US' } }
    expect([needs({}), needs({ buyer: consumer }), needs({ kind: 'quote' }), needs({ seller: abroad })]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
