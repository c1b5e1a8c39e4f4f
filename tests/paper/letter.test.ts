import { describe, expect, it } from 'vitest'
import { pdfOf } from '../../electron/paper/pdf.ts'
import type { Document } from '../../shared/invoices/model.ts'
import { aBuyer, aDocument, aLine, aLook, aSeller } from './documents.ts'
import { readPdf } from './read-pdf.ts'

const millimetres = (points: number) => Math.round((points * 25.4) / 72)
const pagesOf = async (document: Document, look = aLook()) => readPdf((await pdfOf(document, look)).bytes)
const nobody = aBuyer({ name: '', person: '', address: { street: '', postalCode: '', locality: '', region: '', country: '' } })
const many = (count: number) =>
  Array.from({ length: count }, (_line, index) => aLine({ name: `Service ${index + 1}`, price: 1000 + index }))

describe('a document on paper', () => {
  it('says all that a German invoice has to, in its words and figures', async () => {
    const lines = [
      aLine({ name: 'Schneiden', description: 'mit Jana', unit: 'HUR', quantity: 1500 }),
      aLine({ name: 'Fachbuch', basisPoints: 700, price: 2500, quantity: 2000, discount: { kind: 'percent', basisPoints: 1000 } }),
    ]
    const [page] = await pagesOf(aDocument({ lines, header: 'Guten Tag', footer: 'Bis bald', discount: { kind: 'amount', amount: 1000 } }))
    expect(page!.lines).toEqual([
      'Salon Marlene',
      'Rechnungsnr. | 2026-0042',
      'Datum | 24. November 2026',
      'Salon Marlene · Lindenstraße 5 · 20099 Hamburg',
      'Leistungsdatum | 24. November 2026',
      'Daniel Weiß',
      'Fällig am | 8. Dezember 2026',
      'Hansen Tischlerei GmbH',
      'Kundennr. | 1284',
      'Am Kai 12',
      '24937 Flensburg',
      'Rechnung 2026-0042',
      'Guten Tag',
      'Bezeichnung | Menge | Einzelpreis | Rabatt | USt | Betrag EUR',
      'Schneiden | 1,5 Std. | 84,00 | 19 % | 126,00',
      'mit Jana',
      'Fachbuch | 2 | 25,00 | 10 % | 7 % | 45,00',
      'Mit der Banking-App',
      'Zwischensumme | 171,00',
      'zahlen: Code scannen',
      'Rabatt | -10,00',
      'Gesamtbetrag | 161,00 €',
      'darin 19 % USt auf 99,69 | 18,94',
      'darin 7 % USt auf 39,60 | 2,77',
      'Netto | 139,29',
      'Bitte zahlen Sie 161,00 € bis 8. Dezember 2026. Für die Überweisung:',
      'DE89 3704 0044 0532 0130 00, Verwendungszweck 2026-0042.',
      'Bis bald',
      'Salon Marlene | 040 881 22 30 | Marlene Krüger | USt-IdNr. DE136695976',
      'Marlene Krüger | hallo@salon-marlene.example | Commerzbank | Steuernr. 22/815/08154',
      'Lindenstraße 5 | salon-marlene.example | DE89 3704 0044 0532 0130 00',
      '20099 Hamburg | BIC COBADEFFXXX',
    ])
  })

  it('has the address where the window of an envelope is, on A4 and on Letter', async () => {
    for (const [paper, width, height] of [
      ['A4', 210, 297],
      ['LETTER', 216, 279],
    ] as const) {
      const [page] = await pagesOf(aDocument(), aLook({ paper }))
      const [first, last] = ['Daniel Weiß', '24937 Flensburg'].map(text => page!.texts.find(placed => placed.text === text)!)
      expect([page!.width, page!.height].map(millimetres)).toEqual([width, height])
      expect([first!.x, first!.y, last!.y].map(millimetres)).toEqual([25, 66, 81])
    }
  })

  it('carries the sum over from page to page, for a thousand lines', async () => {
    const lines = many(1000)
    const pages = await pagesOf(aDocument({ lines, language: 'en' }))
    let sum = 0
    pages.forEach((page, index) => {
      const rows = page.lines.filter(line => line.startsWith('Service '))
      const figure = () => new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(sum / 100)
      expect(rows.length).toBeGreaterThan(0)
      if (index > 0)
        expect(page.lines.slice(0, 3)).toEqual([
          'Salon Marlene | Invoice 2026-0042',
          'Description | Quantity | Unit price | Amount EUR',
          `Carried over | ${figure()}`,
        ])
      for (const row of rows) sum += 999 + Number(/^Service (\d+)/.exec(row)![1])
      expect(page.lines).toContain(index < pages.length - 1 ? `Subtotal | ${figure()}` : `Total | €${figure()}`)
      expect(page.lines).toContain(`Page ${index + 1} of ${pages.length}`)
    })
    expect(sum).toBe(lines.reduce((all, { price }) => all + price, 0))
  })

  it('never leaves the total alone on a page', async () => {
    for (let count = 8; count < 48; count++) {
      const pages = await pagesOf(aDocument({ lines: many(count) }))
      const withTotal = pages.find(({ lines }) => lines.some(line => line.startsWith('Gesamtbetrag')))!
      expect(withTotal.lines.some(line => line.startsWith('Service '))).toBe(true)
    }
  })

  it('goes on with a text that is longer than a page', async () => {
    const footer = Array.from({ length: 120 }, (_line, index) => `Clause ${index + 1}`)
    const description = footer.join('\n')
    const pages = await pagesOf(aDocument({ footer: description, lines: [aLine({ description }), aLine()] }))
    const clauses = pages.flatMap(({ lines }) => lines.filter(line => line.startsWith('Clause')))
    expect(clauses).toEqual([...footer, ...footer])
    expect(pages.every(({ lines }) => lines.filter(line => line.startsWith('Clause')).length !== 1)).toBe(true)
  })

  it('shows of net prices what each rate adds, and why a part is not taxed', async () => {
    const lines = [
      aLine({ price: 10_000 }),
      aLine({ name: 'Advice', price: 5000, taxCategory: 'AE', basisPoints: 0, taxReason: 'Reverse charge.' }),
      aLine({ name: 'Export', price: 3000, taxCategory: 'G', basisPoints: 0, taxReason: 'Export.' }),
    ]
    const buyer = aBuyer({ vatId: 'FR40303265045', reference: 'PO 1', address: { ...aBuyer().address, country: 'FR' } })
    const [page] = await pagesOf(
      aDocument({ lines, buyer, pricing: 'net', language: 'en', settled: 1900, deliveredFrom: '2026-11-20', deliveredTo: '2026-11-22' }),
    )
    expect(page!.lines).toEqual(
      expect.arrayContaining([
        'FRANCE',
        'Your reference | PO 1',
        'Your VAT ID | FR40303265045',
        'Supplied on | 20 November 2026 –',
        '22 November 2026',
      ]),
    )
    expect(page!.lines.filter(line => /^(Cut|Advice|Export|Net|VAT|Total|Paid|To pay|[AB] )/.test(line))).toEqual([
      'Cut and colour | 1 | 100.00 | 19% | 100.00',
      'Advice | 1 | 50.00 | 0% A | 50.00',
      'Export | 1 | 30.00 | 0% B | 30.00',
      'Net | 180.00',
      'VAT 19% on 100.00 | 19.00',
      'VAT 0% A on 50.00 | 0.00',
      'VAT 0% B on 30.00 | 0.00',
      'Total | €199.00',
      'Paid | -19.00',
      'To pay | €180.00',
      'A Reverse charge.',
      'B Export.',
    ])
  })

  it('names on a credit note the invoice, and what is still given back', async () => {
    const credits = { id: 1, number: '2026-0040', issuedOn: '2026-11-03' }
    const [page] = await pagesOf(aDocument({ kind: 'creditNote', number: 'K-7', dueOn: null, credits, settled: 5000 }))
    expect(page!.lines).toEqual(
      expect.arrayContaining([
        'Korrekturnr. | K-7',
        'Rechnungskorrektur K-7',
        'Zur Rechnung 2026-0040 vom 3. November 2026',
        'Verrechnet | -50,00',
        'Zu erstatten | 34,00 €',
      ]),
    )
  })

  it('is a plain receipt where nobody in particular buys, without a word of tax where none is charged', async () => {
    const line = aLine({ taxCategory: 'E', basisPoints: 0, taxReason: 'Kein Ausweis von Umsatzsteuer (§ 19 UStG).' })
    const [page] = await pagesOf(aDocument({ lines: [line], buyer: nobody, contactId: null, settled: 8400 }))
    expect(page!.lines.slice(0, -4)).toEqual([
      'Salon Marlene',
      'Rechnungsnr. | 2026-0042',
      'Beleg 2026-0042',
      'Datum | 24. November 2026',
      'Leistungsdatum | 24. November 2026',
      'Bezeichnung | Menge | Einzelpreis | Betrag EUR',
      'Cut and colour | 1 | 84,00 | 84,00',
      'Gesamtbetrag | 84,00 €',
      'Bezahlt | -84,00',
      'Kein Ausweis von Umsatzsteuer (§ 19 UStG).',
      'Bezahlt. Vielen Dank.',
    ])
  })

  it('says of a draft that it is one, with the texts that the shop writes now', async () => {
    const draft = aDocument({ kind: 'quote', number: null, issuedAt: null, issuedOn: null, dueOn: null, validUntil: '2026-12-31' })
    const texts = { header: 'no', footer: 'no', quoteHeader: 'We offer', quoteFooter: 'Yours' }
    const [page] = await pagesOf(draft, aLook({ texts }))
    expect(page!.lines).toEqual(expect.arrayContaining(['Entwurf', 'Angebot', 'Gültig bis | 31. Dezember 2026', 'We offer', 'Yours']))
    expect(await pagesOf(aDocument(), aLook({ texts }))).not.toContainEqual(
      expect.objectContaining({ lines: expect.arrayContaining(['no']) }),
    )
  })

  it.each([
    ['JPY', 84_000, '84,000'],
    ['KWD', 84_000, '84.000'],
    ['EUR', 84_000, '840.00'],
  ])('writes amounts of %s with its decimals', async (currency, price, amount) => {
    const [page] = await pagesOf(aDocument({ currency, language: 'en', lines: [aLine({ price })] }))
    expect(page!.lines).toContain(`Cut and colour | 1 | ${amount} | ${amount}`)
    expect(page!.lines.find(line => line.startsWith('Total'))).toMatch(new RegExp(`[^0-9]${amount}$`))
  })

  it('writes figures as the country of the shop does, where it speaks the language', async () => {
    const seller = aSeller({ address: { street: '', postalCode: '8001', locality: 'Zürich', region: '', country: 'Schweiz' } })
    const [page] = await pagesOf(aDocument({ currency: 'CHF', seller, lines: [aLine({ price: 123_450 })] }))
    expect(page!.lines.find(line => line.startsWith('Gesamtbetrag'))).toMatch(/ CHF 1['’]234\.50$/)
  })

  it('has room for a logo, and none left where there is none', async () => {
    const logo = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const [page] = await pagesOf(aDocument(), aLook({ logo }))
    expect(page!.lines[0]).toBe('Rechnungsnr. | 2026-0042')
  })
})

describe('a PDF', () => {
  it('is the same to the byte whenever it is made', async () => {
    const [one, other] = await Promise.all([pdfOf(aDocument(), aLook()), pdfOf(aDocument(), aLook())])
    expect(one.bytes.equals(other.bytes)).toBe(true)
  })

  it('takes a file along and says that it is made to be kept', async () => {
    const attach = {
      name: 'factur-x.xml',
      bytes: Buffer.from('<a/>'),
      type: 'text/xml',
      relationship: 'Alternative',
      description: 'The same',
    } as const
    const { bytes } = await pdfOf(aDocument(), aLook(), { conformance: 'PDF/A-3b', attach, xmp: '<rdf:Description rdf:about=""/>' })
    const text = bytes.toString('latin1')
    for (const part of [
      '<pdfaid:part>3</pdfaid:part>',
      '/AFRelationship /Alternative',
      '(factur-x.xml)',
      '/OutputIntent',
      '<rdf:Description rdf:about=""/>',
    ])
      expect(text).toContain(part)
  })
})
