import type { Document } from '../../shared/invoices/model.ts'
import type { Look } from '../paper/look.ts'
import { textIn } from '../texts.ts'
import { description, fileName } from './factur-x.ts'

/** Factur-X, ZUGFeRD: what people read with what programs read inside, to be kept for years (PDF/A-3). */
export async function hybridOf(document: Document, look: Look, xml: Buffer): Promise<Buffer> {
  // What writes PDFs is large: whoever saves XML does not wait for it.
  const { pdfOf } = await import('../paper/pdf.ts')
  const { bytes } = await pdfOf(document, look, {
    conformance: 'PDF/A-3b',
    attach: {
      ...{ name: fileName, bytes: xml, type: 'text/xml', relationship: 'Alternative' },
      description: textIn(document.language, 'einvoice.enclosed'),
    },
    xmp: description,
  })
  return bytes
}
