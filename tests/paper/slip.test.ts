import { describe, expect, it } from 'vitest'
import { pdfOf } from '../../electron/paper/pdf.ts'
import type { Document } from '../../shared/invoices/model.ts'
import { creditorReference, groupedReference, qrReference } from '../../shared/paper/reference.ts'
import { slipOf } from '../../shared/paper/slip.ts'
import { aBuyer, aDocument, aLine, aLook, aSeller } from './documents.ts'
import { readPdf } from './read-pdf.ts'

const address = { street: 'Bahnhofstrasse 12a', postalCode: '8001', locality: 'Zürich', region: '', country: 'CH' }
/** One for references of 27 figures, and an ordinary one. */
const [qrAccount, account] = ['CH44 3199 9123 0008 8901 2', 'CH93 0076 2011 6238 5295 7']
const swiss = (iban: string) =>
  aSeller({ name: 'Coiffeur Élan', address, bank: { holder: 'Coiffeur Élan GmbH', iban, bic: '', name: 'Bank' } })
const buyer = aBuyer({ name: 'Ann Keller', person: '', address: { ...address, street: 'Seeweg 3', postalCode: '3000', locality: 'Bern' } })
const anInvoice = (over: Partial<Document> = {}) =>
  aDocument({ seller: swiss(account), buyer, currency: 'CHF', lines: [aLine({ price: 194_975, basisPoints: 810 })], ...over })
const slip = (over: Partial<Document> = {}) => slipOf(anInvoice(over), key => key)

describe('the slip of a Swiss invoice', () => {
  it('holds what banks read, line by line, with a reference of ISO 11649', () => {
    expect(slip()?.code.split('\n')).toEqual([
      ...['SPC', '0200', '1', 'CH9300762011623852957'],
      ...['S', 'Coiffeur Élan GmbH', 'Bahnhofstrasse', '12a', '8001', 'Zürich', 'CH'],
      ...['', '', '', '', '', '', ''],
      ...['1949.75', 'CHF'],
      ...['S', 'Ann Keller', 'Seeweg', '3', '3000', 'Bern', 'CH'],
      ...['SCOR', 'RF8820260042', '', 'EPD'],
    ])
  })

  it('has a reference of 27 figures where the account wants one', () => {
    const lines = slip({ seller: swiss(qrAccount), number: 'R-2026-0042' })!.code.split('\n')
    expect(lines.slice(27)).toEqual(['QRR', '000000000000000000202600427', 'slip.number', 'EPD'])
    expect(lines).toHaveLength(31)
  })

  it('leaves the name free where nobody is known, and the reference where the number is too long for one', () => {
    const open = slip({ buyer: aBuyer({ ...buyer, address: { ...address, postalCode: '' } }), number: 'x'.repeat(30) })!
    expect(open.debtor).toBeNull()
    expect(open.code.split('\n').slice(20)).toEqual(['', '', '', '', '', '', '', 'NON', '', 'slip.number', 'EPD'])
  })

  it.each<[string, Partial<Document>]>([
    ['in another currency', { currency: 'USD' }],
    ['for an account elsewhere', { seller: swiss('DE89 3704 0044 0532 0130 00') }],
    ['for an account that cannot be', { seller: swiss('CH93 0076 2011 6238 5295 8') }],
    ['without the town of the shop', { seller: { ...swiss(account), address: { ...address, locality: '' } } }],
    ['of what is paid', { settled: 194_975 }],
    ['of a draft', { number: null }],
    ['of a credit note', { kind: 'creditNote' }],
  ])('is not printed %s', (_name, over) => {
    expect(slip(over)).toBeNull()
  })

  it('takes letters that banks do not know out of its texts', () => {
    expect(slip({ buyer: { ...buyer, name: 'Ły 李\n💇 & Co' } })!.code.split('\n')[21]).toBe('Ły . . & Co')
  })

  it('stands at the lower edge of the last sheet, below everything else', async () => {
    const { bytes } = await pdfOf({ ...anInvoice(), language: 'de' }, aLook())
    const pages = await readPdf(bytes)
    expect(pages).toHaveLength(1)
    const lines = pages[0]!.lines
    const from = lines.findIndex(line => line.includes('Vor der Einzahlung abzutrennen'))
    expect(lines.slice(from).join('\n')).toContain('CH93 0076 2011 6238 5295 7')
    expect(lines.slice(from).join('\n')).toMatch(/CHF \| 1 949\.75/)
    const many = Array.from({ length: 6 }, () => aLine({ description: 'eine Zeile\nund noch eine' }))
    expect(await readPdf((await pdfOf(anInvoice({ lines: many }), aLook())).bytes)).toHaveLength(2)
  })
})

describe('references', () => {
  it('have the check digits that their makers publish', () => {
    expect(qrReference('21000000000313947143000901')).toBe('210000000003139471430009017')
    expect(creditorReference('539007547034')).toBe('RF18539007547034')
    expect([creditorReference('---'), creditorReference('1'.repeat(22))]).toEqual([null, null])
  })

  it('are read in groups', () => {
    const spaced = (text: string) => groupedReference(text).replaceAll('\u00a0', ' ')
    expect(spaced('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017')
    expect(spaced('RF18539007547034')).toBe('RF18 5390 0754 7034')
  })
})
