import type { z } from 'zod'
import type { checkoutContract } from '../../shared/checkout/contract.ts'
import { fitted } from '../../shared/checkout/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { NewPayment, type Payment, type Tender } from '../../shared/payments/model.ts'
import { setStatus } from '../appointments/cancel.ts'
import { rowOf } from '../appointments/read.ts'
import type { CommandContext } from '../handlers.ts'
import { createDraft } from '../invoices/draft.ts'
import { documentOf } from '../invoices/find.ts'
import { issueDraft } from '../invoices/issue.ts'
import { shopOf, type Shop } from '../invoices/shop.ts'
import { tell } from '../invoices/tell.ts'
import { redeemAtSale, spendEarned, withRewards } from '../loyalty/at-sale.ts'
import { take } from '../payments/record.ts'
import { refuseInvoiced } from './billed.ts'
import { clockIn } from '../../shared/zone.ts'

type Wanted = z.output<(typeof checkoutContract)['checkout.complete']['input']>

/** The invoice, the points, the money and the visit in one transaction: either all of it stands, or nothing. */
export async function complete({ draft, tenders, rewards }: Wanted, context: CommandContext) {
  const { db, now } = context
  if (draft.kind === 'quote') throw new AppError('conflict', 'quoteNotPaid')
  if (draft.appointmentId !== null && draft.kind === 'invoice') await refuseInvoiced(db, draft.appointmentId)
  const sale = await withRewards(draft, rewards, context)
  const { id } = await createDraft(context, sale.draft)
  const noted = await redeemAtSale(context, id, sale)
  const { gross, contactId } = await issueDraft(context, id)
  const payments: Payment[] = []
  for (const tender of fitted(tenders, gross, contactId !== null)) payments.push(await take(context, paymentFor(tender, id, contactId)))
  await spendEarned(context, noted)
  const shop = await shopOf(db, now())
  if (draft.appointmentId !== null && draft.kind === 'invoice') await markDone(context, draft.appointmentId, shop)
  const document = await documentOf(db, id, shop.today)
  await tell(context, 'checkedOut', { ...document, buyerName: document.buyer.name })
  return { document, payments }
}

/** A tip alone settles nothing. */
const paymentFor = (tender: Tender, documentId: number, contactId: number | null) =>
  NewPayment.parse({ ...tender, contactId, documentIds: [documentId] })

/** Whoever pays beforehand is still to come; whoever cancelled, or did not come, pays for that. */
async function markDone(context: CommandContext, id: number, { settings, today }: Shop) {
  const { status, startsAt } = await rowOf(context.db, id)
  if (status === 'cancelled' || status === 'noShow') return
  if (clockIn(settings.zone).dayOf(Date.parse(startsAt)) > today) return
  await setStatus({ id, status: 'done', despite: [] }, context)
}
