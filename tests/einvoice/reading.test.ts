import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { toCii } from '../../shared/einvoice/cii.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { semanticOf } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
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
    expect(await readFile(content)).toEqual({ ok: true, value: { syntax, invoice, breaches: [] } })
  })

  it('is shown with the rules that it breaks', async () => {
    const wrong = ubl.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$1a lot').replace(/<cbc:Name>Dauerwelle<\/cbc:Name>/, '')
    const due = { ...invoice.totals, due: '' }
    expect(await readFile(wrong)).toEqual({
      ok: true,
      value: {
        syntax: 'ubl',
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
