import { sql } from 'kysely'
import { paymentMethods } from '../../../shared/payments/model.ts'
import { choice, cityOf, clientIn, sourceOf } from './fields.ts'
import { calendarDate, sum, type Source } from './source.ts'

/** What came in, as the report of takings counts it. */
export const payments: Source<'payments'> = {
  from: sql`payment`,
  where: () => sql`true`,
  contact: 'payment.contactId',
  dates: { paidOn: calendarDate('payment.day') },
  fields: {
    method: choice(sql`payment.method`, 'payments.methods', paymentMethods),
    client: clientIn('payment.contactId'),
    city: cityOf('payment.contactId'),
    source: sourceOf('payment.contactId'),
  },
  figures: () => ({ amount: sum(sql`payment.amount`), tips: sum(sql`payment.tip`), payments: sql`count(*)` }),
}
