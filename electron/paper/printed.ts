import { buffer } from 'node:stream/consumers'
import pdfmake from 'pdfmake'
import { definitionOf, fontDescriptors } from './definition.ts'
import { fontFolder } from './fonts.ts'
import type { Laid } from './letter.ts'
import type { Pdf } from './pdf.ts'

pdfmake.setFonts(fontDescriptors)
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(path => path.startsWith(fontFolder))

type About = Readonly<{ title: string; author: string; at: Date; language: string }>

/** Sheets that are no document of the books. */
export async function printed(laid: Laid, { title, author, at, language }: About): Promise<Pdf> {
  const info = { title, author, creator: 'Regulars', producer: 'Regulars', creationDate: at, modDate: at }
  const pdf = await pdfmake.createPdf({ ...definitionOf(laid), info, language, displayTitle: true, version: '1.7' }).getStream()
  pdf.end()
  return { bytes: await buffer(pdf), pages: laid.sheets.length }
}
