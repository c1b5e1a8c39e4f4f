import type { z } from 'zod'
import { cardOf } from '../../shared/vouchers/card.ts'
import type { vouchersContract } from '../../shared/vouchers/contract.ts'
import type { JobContext } from '../handlers.ts'
import { shopOf } from '../invoices/shop.ts'
import { printCard } from '../paper/print-card.ts'
import { textIn } from '../texts.ts'
import { voucherOf } from './find.ts'

type Wanted = z.output<(typeof vouchersContract)['vouchers.pdf']['input']>

/** The card as somebody gives it away. */
export async function savePdf({ id, out }: Wanted, { db, now, destination }: JobContext) {
  const { path } = destination(out)
  const shop = await shopOf(db, now())
  const voucher = await voucherOf(db, id, shop.today)
  const { language } = shop.settings
  const card = cardOf(voucher, shop.seller, language, (key, params) => textIn(language, `vouchers.card.${key}`, params))
  return printCard(card, { path, shop, moment: new Date(voucher.issuedOn) })
}
