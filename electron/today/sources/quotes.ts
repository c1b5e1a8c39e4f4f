import { quoteDays } from '../../../shared/today/rules.ts'
import { dayAfter, daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'

const atMost = 50

export const quoteSource: Source = {
  kind: 'quote',
  async lines(db, { today }) {
    const quotes = await queries.quotesExpiring(db, today, dayAfter(today, quoteDays), atMost).execute()
    const clients = await clientsOf(
      db,
      quotes.flatMap(({ contactId }) => contactId ?? []),
    )
    return quotes.map(({ id, number, contactId, validUntil, gross }) => ({
      ...{ ...plainLine, kind: 'quote', id, title: number!, amount: gross },
      client: contactId === null ? null : (clients.get(contactId) ?? null),
      ...{ at: validUntil, days: daysBetween(today, validUntil!) },
    }))
  },
}
