import type { z } from 'zod'
import type { paymentsContract } from '../../shared/payments/contract.ts'
import type { Payment } from '../../shared/payments/model.ts'
import { refuseUnfit } from '../../shared/payments/rules.ts'
import type { CommandContext } from '../handlers.ts'
import { earnFor } from '../loyalty/earn.ts'
import { paymentOf, rowOf } from './find.ts'
import { payable, writeSettlements } from './open.ts'
import { tell } from './tell.ts'

type Settling = z.output<(typeof paymentsContract)['payments.settle']['input']>

/** With what is left of a payment. */
export async function settle({ id, settlements }: Settling, context: CommandContext): Promise<Payment> {
  const { db, now } = context
  const { left } = await rowOf(db, id)
  const documents = await payable(
    db,
    settlements.map(({ documentId }) => documentId),
  )
  refuseUnfit(settlements, documents, left)
  await writeSettlements(
    db,
    id,
    settlements.filter(({ amount }) => amount !== 0),
    now().toISOString(),
  )
  await earnFor(
    context,
    settlements.map(({ documentId }) => documentId),
  )
  const payment = await paymentOf(db, id)
  await tell(context, 'paymentSettled', payment)
  return payment
}
