import { AppError } from '../../shared/errors.ts'
import { expiryOf, laterExpiry } from '../../shared/vouchers/rules.ts'
import type { CommandContext } from '../handlers.ts'
import type { DocumentRow, LineRow } from '../invoices/rows.ts'
import { rowOf } from './find.ts'
import { enter, refuseGone } from './ledger.ts'
import * as queries from './queries.ts'
import { voucherSettingsOf } from './settings.ts'

/** More on a card that somebody has: it is worth what was ever put on it, and taken as long as one that is sold today. */
export async function topUp(context: CommandContext, document: DocumentRow, line: LineRow) {
  const { db, now } = context
  const card = await rowOf(db, line.voucherId!)
  await refuseGone(context, card)
  if (card.currency !== document.currency) throw new AppError('conflict', 'topUpOtherCurrency')
  const expiresOn = laterExpiry(card.expiresOn, expiryOf(await voucherSettingsOf(db), document.issuedOn!))
  await queries.update(db, card.id, { expiresOn, changedAt: now().toISOString() }).execute()
  await enter(context, card.id, 'issued', line.amount, { documentId: document.id })
}
