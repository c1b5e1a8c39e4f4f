import type { CardPaper } from '../../shared/paper/card.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { Shop } from '../invoices/shop.ts'

type Print = Readonly<{ path: string; shop: Pick<Shop, 'settings' | 'invoicing'>; moment: Date }>

/** A card for the hand as a PDF. What writes these is large: whoever never asks for one does not wait for it. */
export async function printCard(card: CardPaper, { path, shop: { settings, invoicing }, moment }: Print) {
  const [{ layCard }, { pdfOfSheets }] = await Promise.all([import('./card.ts'), import('./pdf.ts')])
  const about = { title: `${card.title} ${card.code}`, author: card.shop, language: settings.language, moment }
  const { bytes, pages } = await pdfOfSheets(layCard(card, invoicing.colour), about)
  await writeWhole(path, bytes)
  return { pages }
}
