import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { toCii } from '../../shared/einvoice/cii.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { semanticOf } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
import { breachesOf } from '../../shared/einvoice/rules/rules.ts'
import { faultOf } from '../../shared/einvoice/words.ts'
import { en } from '../../shared/locales/en.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aDocument, aLine, nothingPaid } from './documents.ts'
import { pdfWith } from './pdf.ts'

const invoice = inProfile(semanticOf(aDocument({ lines: [aLine({ name: 'Dauerwelle', description: 'für Anna' })] }), nothingPaid), 'ubl')
const ubl = toUbl(invoice)
const cii = toCii(invoice)

async function readFile(content: string | Buffer, name = 'rechnung.xml') {
  const shop = await aShopWithFiles()
  const outcome = await shop.call('einvoices.read', { file: shop.offer(content, name) })
  expect(shop.bugs).toEqual([])
  return outcome
}

describe('An e-invoice that was received', () => {
  it.each([
    ['UBL', 'ubl', ubl],
    ['CII', 'cii', cii],
    ['a PDF with it inside', 'cii', pdfWith(cii)],
    ['a PDF that was changed since by adding to it', 'cii', pdfWith(cii.replaceAll('4200', '1'), cii)],
    ['a PDF with other files too', 'ubl', pdfWith('<svg/>', ubl, '<broken', Buffer.from('not deflated'))],
    ['UTF-16', 'ubl', Buffer.from(`\ufeff${ubl.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['Latin 1', 'ubl', Buffer.from(ubl.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    ['other prefixes', 'ubl', ubl.replace(/(<\/?)cbc:/g, '$1b:').replace('xmlns:cbc', 'xmlns:b')],
  ])('is shown as it says: %s', async (_name, syntax, content) => {
    expect(await readFile(content)).toEqual({
      ok: true,
      value: { syntax, invoice, isEnclosed: Buffer.isBuffer(content) && content.includes('%PDF'), breaches: [] },
    })
  })

  it('is shown with the rules that it breaks', async () => {
    const wrong = ubl.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$1a lot').replace(/<cbc:Name>Dauerwelle<\/cbc:Name>/, '')
    const due = { ...invoice.totals, due: '' }
    expect(await readFile(wrong)).toEqual({
      ok: true,
      value: {
        syntax: 'ubl',
        isEnclosed: false,
        invoice: { ...invoice, totals: due, lines: [{ ...invoice.lines[0], name: '' }] },
        breaches: [
          { rule: 'BR-15', path: 'totals.due' },
          { rule: 'BR-25', path: 'lines.0.name' },
          { rule: 'BR-CO-16', path: 'totals.due' },
        ],
      },
    })
  })
})

describe('Of an e-invoice that was received', () => {
  it.each([
    ['out of a PDF', pdfWith('<svg/>', cii), cii],
    ['as it came', ubl, ubl],
  ])('the XML is saved %s', async (_name, content, expected) => {
    const shop = await aShopWithFiles()
    const { out, read } = shop.destination('rechnung.xml')
    const { bytes } = await shop.api.run('einvoices.saveXml', { file: shop.offer(content, 'rechnung.pdf'), out })
    expect([read(), bytes]).toEqual([expected, Buffer.byteLength(expected)])
  })

  it.each([
    [
      ubl.replace(
        '<cac:AccountingSupplierParty>',
        `<cac:AdditionalDocumentReference><cbc:ID>7</cbc:ID><cbc:DocumentDescription>Timesheet</cbc:DocumentDescription><cac:Attachment>
         <cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="../hours.csv">YQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>
         </cac:AdditionalDocumentReference>$&`,
      ),
    ],
    [
      cii.replace(
        '</ram:ApplicableHeaderTradeAgreement>',
        `<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>7</ram:IssuerAssignedID><ram:TypeCode>916</ram:TypeCode><ram:Name>Timesheet</ram:Name>
         <ram:AttachmentBinaryObject mimeCode="text/csv" filename="../hours.csv">YQ==</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>$&`,
      ),
    ],
  ])('what was sent with it is named', async content => {
    expect(await readFile(content)).toMatchObject({
      value: { invoice: { attachments: [{ id: '7', description: 'Timesheet', fileName: '../hours.csv' }] } },
    })
  })

  it('each broken rule has its words', () => {
    const fields = Object.keys(en.received.fields)
    const said = (rule: string, path: string) => faultOf({ rule, path })
    expect(said('BR-CO-10', 'totals.lines')).toEqual({ fault: 'sum', field: 'totals_lines', place: null })
    expect(said('BR-DEC-23', 'lines.2.net')).toEqual({ fault: 'decimals', field: 'lines_net', place: 3 })
    expect(said('BR-S-05', 'lines.0.rate')).toEqual({ fault: 'unfit', field: 'lines_rate', place: 1 })
    expect(said('BR-25', 'lines.11.name')).toEqual({ fault: 'missing', field: 'lines_name', place: 12 })
    const empty = {
      ...invoice,
      number: '',
      issuedOn: '',
      type: '',
      currency: '',
      lines: [{ ...invoice.lines[0]!, name: '', price: '-1', net: '1.234' }],
    }
    const found = breachesOf({
      ...empty,
      totals: { ...invoice.totals, net: '1.001' },
      taxes: [],
      buyer: { ...invoice.buyer, name: '', vatId: '1' },
    })
    expect(found.map(breach => faultOf(breach).field).filter(field => !fields.includes(field))).toEqual([])
    expect(found.length).toBeGreaterThan(10)
  })
})

const laughs = `<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]><Invoice><ID>&b;</ID></Invoice>`
const outside = '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice><ID>&x;</ID></Invoice>'

describe('What is no e-invoice', () => {
  it.each([
    ['nothing', ''],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['zeros', Buffer.alloc(1000)],
    ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>'],
    ['one that is cut off', ubl.slice(0, 2000)],
    ['entities that multiply', laughs],
    ['entities that read other files', outside],
    ['entities that nobody declared', '<Invoice><ID>&x;</ID></Invoice>'],
    ['elements within elements without end', `<Invoice>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</Invoice>`],
    ['more elements than any invoice has', `<Invoice>${'<a/>'.repeat(600_000)}</Invoice>`],
    ['letters that nobody knows', ubl.replace('UTF-8', 'KLINGON-1')],
  ])('is refused: %s', async (_name, content) => {
    expect(await readFile(content)).toMatchObject({ ok: false, code: 'invalid', reason: 'noEInvoice' })
  })

  it.each([
    ['a letter', pdfWith()],
    ['with a bomb inside', pdfWith(deflateSync(Buffer.alloc(50_000_000)))],
    ['with entities inside', pdfWith(laughs)],
    ['with other XML inside', pdfWith('<svg/>')],
    ['that says stream a million times', Buffer.from(`%PDF-1.7\n${'>>stream'.repeat(1_000_000)}`)],
  ])('is refused, where it is a PDF: %s', async (_name, content) => {
    expect(await readFile(content, 'brief.pdf')).toMatchObject({ ok: false, code: 'invalid', reason: 'pdfWithoutEInvoice' })
  })

  it('is not even opened where it is far too large', async () => {
    expect(await readFile(Buffer.alloc(20_000_001, '<'))).toMatchObject({ ok: false, code: 'invalid', reason: 'eInvoiceTooLarge' })
  })
})
