import { demoCards } from '../../shared/demo/trade.ts'
import { Draft } from '../../shared/invoices/model.ts'
import { NewPayment } from '../../shared/payments/model.ts'
import { VoucherFilter } from '../../shared/vouchers/model.ts'
import type { JobContext } from '../handlers.ts'
import { createDraft } from '../invoices/draft.ts'
import { issueDraft } from '../invoices/issue.ts'
import type { Shop } from '../invoices/shop.ts'
import { take } from '../payments/record.ts'
import { listed } from '../vouchers/queries.ts'
import * as queries from './queries.ts'

type Line = Draft['lines'][number]
type Paid = Readonly<{ method: 'card' } | { method: 'voucher'; voucherId: number }>

/** Some are as they were sold, one was used in part, one was used up, and one was topped up. */
export async function sellGiftCards(
  context: JobContext,
  { settings, rates, today }: Shop,
  shelf: readonly { name: string; price: number }[],
) {
  const { db } = context
  const buyers = await queries.someClients(db, 6).execute()
  const lineOf = (line: Pick<Line, 'name' | 'price'> & Partial<Line>) => ({ ...line, taxRateId: rates[0]!.id })
  for (const [place, { name, amount, holder, bought, topUp }] of demoCards(settings.language).entries()) {
    const contactId = buyers[place]?.id
    if (contactId === undefined) return
    await sell(context, contactId, lineOf({ kind: 'voucher', name, price: amount, description: holder }), { method: 'card' })
    const [card] = await listed(db, VoucherFilter.parse({}), today, { offset: 0, limit: 1 }).execute()
    const product = bought === null ? undefined : shelf[bought]
    if (product)
      await sell(context, contactId, lineOf({ name: product.name, price: product.price }), { method: 'voucher', voucherId: card!.id })
    if (topUp) await sell(context, contactId, lineOf({ kind: 'voucher', itemId: card!.id, name, price: topUp }), { method: 'card' })
  }
}

async function sell(context: JobContext, contactId: number, line: object, paid: Paid) {
  const { id } = await createDraft(context, Draft.parse({ contactId, lines: [line] }))
  const { gross } = await issueDraft(context, id)
  await take(context, NewPayment.parse({ ...paid, amount: gross, contactId, documentIds: [id] }))
}
