import type { Output } from '../../shared/contract.ts'
import { VoucherFilter } from '../../shared/vouchers/model.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

type Broken = Output<'vouchers.verify'>['broken'][number]

/** A sale that made no voucher is named by its document. */
export async function verify(_input: unknown, { db }: { db: Db }): Promise<Output<'vouchers.verify'>> {
  const { vouchers } = await queries.count(db, VoucherFilter.parse({}), '').executeTakeFirstOrThrow()
  const unbalanced = (await queries.unbalanced(db).execute()).map(({ id, balance, issued }): Broken => ({
    id,
    fault: balance < 0 || balance > issued ? 'overdrawn' : 'balance',
  }))
  const payments = (await queries.paymentsWithoutEntry(db).execute()).map(({ voucherId }): Broken => ({
    id: voucherId!,
    fault: 'paymentWithoutEntry',
  }))
  const sales = (await queries.salesWithoutVoucher(db).execute()).map(({ documentId }): Broken => ({
    id: documentId,
    fault: 'saleWithoutVoucher',
  }))
  return { vouchers, broken: [...unbalanced, ...payments, ...sales] }
}
