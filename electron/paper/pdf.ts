import { buffer } from 'node:stream/consumers'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { escaped } from '../../shared/einvoice/xml.ts'
import type { Document } from '../../shared/invoices/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import type { Paper, Say } from '../../shared/paper/model.ts'
import { paperOf } from '../../shared/paper/paper.ts'
import { textIn } from '../texts.ts'
import { definitionOf, fontDescriptors } from './definition.ts'
import { fontFolder } from './fonts.ts'
import { letterOf, type Laid } from './letter.ts'
import type { Look } from './look.ts'
import { receiptLayout } from './receipt.ts'
import { printable } from './text.ts'

/** What travels inside the PDF: an e-invoice. `xmp` is put into the description of the PDF, which says what it is. */
export type Enclosed = Readonly<{
  name: string
  bytes: Uint8Array
  type: string
  relationship: 'Alternative' | 'Data' | 'Source' | 'Supplement'
  description: string
}>
/** What is said below the sums beside what the document says, as it stands on the day on which it is printed. */
export type Beside = Readonly<{ notes?: readonly string[] }>
export type Archived = Readonly<{ conformance?: 'PDF/A-3b'; attach?: Enclosed; xmp?: string }>

export type Pdf = Readonly<{ bytes: Buffer; pages: number }>

pdfmake.setFonts(fontDescriptors)
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(path => path.startsWith(fontFolder))

export function pdfOf(document: Document, look: Look, { notes = [], ...archived }: Archived & Beside = {}) {
  const say = sayIn(document.language)
  const paper = withNotes(paperOf(document, look, say), notes)
  return pdfOfSheets(letterOf(paper, look, say), { ...aboutDocument(document, paper), watermark: paper.watermark }, archived)
}

/** For the roll of a receipt printer. */
export function receiptOf(document: Document, look: Look, { notes = [] }: Beside = {}) {
  const paper = withNotes(paperOf(document, look, sayIn(document.language)), notes)
  return pdfOfSheets(receiptLayout(paper, look.receiptWidth), aboutDocument(document, paper))
}

const withNotes = (paper: Paper, notes: readonly string[]): Paper => ({ ...paper, notes: [...paper.notes, ...notes] })

/** Whether a picture, as a data: address, can be put on paper. */
export async function canDraw(image: string) {
  try {
    await pdfmake.createPdf({ content: [{ image, fit: [70, 20] }] }).getBuffer()
    return true
  } catch {
    return false
  }
}

export const sayIn =
  (language: Language): Say =>
  (key, params) =>
    textIn(language, `paper.${key}`, params)

/** `moment` is the paper's own, so that the same paper gives the same file. */
export type About = Readonly<{ title: string; author: string; language: Language; moment: Date; watermark?: string | null }>

const aboutDocument = ({ language, issuedAt, changedAt }: Document, { title, letterhead }: Paper): About => ({
  ...{ title, author: letterhead, language, moment: new Date(issuedAt ?? changedAt) },
})

export async function pdfOfSheets(laid: Laid, about: About, { conformance, attach, xmp }: Archived = {}): Promise<Pdf> {
  const { title, author, ...facts } = factsOf(about)
  const definition: TDocumentDefinitions = {
    ...definitionOf(laid),
    ...(about.watermark && {
      watermark: { text: about.watermark, color: '#000000', opacity: 0.04, bold: true, font: 'Inter', fontSize: 96 },
    }),
    info: { ...facts, ...(title && { title }), ...(author && { author }) },
    language: about.language,
    ...{ displayTitle: true, version: '1.7', ...(conformance && { subset: conformance }) },
  }
  const pdf = await pdfmake.createPdf(definition).getStream()
  escapeNames(pdf, [title, author])
  if (attach) pdf.file(Buffer.from(attach.bytes), enclosedAs(attach, about))
  if (xmp) pdf.appendXML(xmp)
  pdf.end()
  return { bytes: await buffer(pdf), pages: laid.sheets.length }
}

/** The library puts what a file is called into its description as it stands, where `Cut & Go` would break it. */
function escapeNames(pdf: PDFKit.PDFDocument, names: readonly string[]) {
  const append = pdf.appendXML.bind(pdf)
  pdf.appendXML = (xml, ...rest) =>
    append(
      names.reduce((text, name) => text.replaceAll(`>${name}<`, () => `>${escaped(name)}<`), xml),
      ...rest,
    )
}

function factsOf({ title, author, moment }: About) {
  const [name, by] = [title, author].map(text => printable(text).join(' ')) as [string, string]
  return { title: name, author: by, creator: 'Regulars', producer: 'Regulars', creationDate: moment, modDate: moment }
}

const enclosedAs = ({ name, type, relationship, description }: Enclosed, { moment }: About) => ({
  ...{ name, type, relationship, description, creationDate: moment, modifiedDate: moment },
})
