import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'

const atMost = 50

export const invoiceSource: Source = {
  kind: 'invoice',
  async lines(db, { today }) {
    const invoices = await queries.invoicesOverdue(db, today, atMost).execute()
    const clients = await clientsOf(
      db,
      invoices.flatMap(({ contactId }) => contactId ?? []),
    )
    return invoices.map(({ id, number, contactId, dueOn, open }) => ({
      ...{ ...plainLine, kind: 'invoice', id, title: number!, amount: open },
      client: contactId === null ? null : (clients.get(contactId) ?? null),
      ...{ at: dueOn, days: daysBetween(today, dueOn!) },
    }))
  },
}
