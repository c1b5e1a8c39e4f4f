import type { paymentsContract } from '../../shared/payments/contract.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { Handlers } from '../handlers.ts'
import { exportPayments } from './export.ts'
import { withSettlements } from './find.ts'
import * as queries from './queries.ts'
import { record } from './record.ts'
import { refund, refundInParts } from './refund.ts'
import { settle } from './settle.ts'
import { waysBackOf } from './ways-back.ts'

export const paymentHandlers: Handlers<typeof paymentsContract> = {
  'payments.record': record,
  'payments.refund': refund,
  'payments.refundInParts': refundInParts,
  'payments.waysBack': async ({ documentId }, { db, now }) => waysBackOf(db, documentId, await todayOf(db, now())),
  'payments.settle': settle,

  'payments.list': async ({ limit, ...filter }, { db }) => {
    const contactId = filter.contactId === null ? null : (await find(db, filter.contactId)).id
    return withSettlements(db, await queries.list(db, { ...filter, contactId }, limit).execute())
  },

  'payments.sums': async ({ from, to }, { db }) => ({
    methods: await queries.sumsByMethod(db, from, to).execute(),
    left: (await queries.leftOf(db, from, to).executeTakeFirstOrThrow()).left,
  }),
  'exports.payments': exportPayments,

  'payments.balance': async ({ contactId }, { db, now }) => {
    const { id } = await find(db, contactId)
    const documents = await queries.openOf(db, id, await todayOf(db, now())).executeTakeFirstOrThrow()
    return { ...documents, ...(await queries.paidBy(db, id).executeTakeFirstOrThrow()) }
  },
}
