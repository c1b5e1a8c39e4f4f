import type { z } from 'zod'
import { cardOf } from '../../shared/vouchers/card.ts'
import type { vouchersContract } from '../../shared/vouchers/contract.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { JobContext } from '../handlers.ts'
import { shopOf } from '../invoices/shop.ts'
import { textIn } from '../texts.ts'
import { voucherOf } from './find.ts'

type Wanted = z.output<(typeof vouchersContract)['vouchers.pdf']['input']>

/** The card as somebody gives it away. */
export async function savePdf({ id, out }: Wanted, { db, now, destination }: JobContext) {
  const { path } = destination(out)
  const { today, seller, settings, invoicing } = await shopOf(db, now())
  const voucher = await voucherOf(db, id, today)
  const { language } = settings
  const card = cardOf(voucher, seller, language, (key, params) => textIn(language, `vouchers.card.${key}`, params))
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const [{ layCard }, { pdfOfSheets }] = await Promise.all([import('./card.ts'), import('../paper/pdf.ts')])
  const about = { title: `${card.title} ${card.code}`, author: card.shop, language, moment: new Date(voucher.issuedOn) }
  const { bytes, pages } = await pdfOfSheets(layCard(card, invoicing.colour), about)
  await writeWhole(path, bytes)
  return { pages }
}
