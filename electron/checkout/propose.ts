import { AppError } from '../../shared/errors.ts'
import { Draft } from '../../shared/invoices/model.ts'
import { appointmentOf, rowOf, standingRow } from '../appointments/read.ts'
import { shopOf as diaryOf } from '../appointments/shop.ts'
import type { Context } from '../handlers.ts'
import { depositLines, paidDeposits } from '../invoices/deposits.ts'
import { shopOf } from '../invoices/shop.ts'
import { refuseInvoiced } from './billed.ts'
import { feeLine } from './fee.ts'
import * as queries from './queries.ts'
import { visitLines } from './visit-lines.ts'

type Wanted = { appointmentId: number; fee: boolean }

/** An invoice of what was done, less what was paid for it before; or of the fee for what was missed. */
export async function propose({ appointmentId, fee }: Wanted, context: Context): Promise<Draft> {
  const { db, now } = context
  const row = fee ? await rowOf(db, appointmentId) : await standingRow(db, appointmentId)
  if (row.kind === 'block') throw new AppError('conflict', 'blockNotInvoiced')
  await refuseInvoiced(db, appointmentId)
  const { clock, offer } = await diaryOf(db)
  const shop = await shopOf(db, now())
  const visit = await appointmentOf(db, row, clock)
  const deposits = await paidDeposits(db, await queries.issuedFor(db, appointmentId).execute(), shop.today)
  const { invoicing, settings } = shop
  const paid = deposits.flatMap(deposit => depositLines(deposit, invoicing.pricing, settings.language))
  const owed = fee ? [feeLine(visit, offer, shop)] : await visitLines(visit, offer, shop, context)
  return Draft.parse({
    ...{ kind: 'invoice', contactId: visit.contactId, appointmentId, pricing: shop.invoicing.pricing },
    lines: [...owed, ...paid],
    deliveredFrom: visit.start.slice(0, 10),
  })
}
