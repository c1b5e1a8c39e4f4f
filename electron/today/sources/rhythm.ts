import { rhythmDays } from '../../../shared/today/rules.ts'
import { dayAfter, daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'

/** So many can be called on a day; the others are called on the next. */
const atMost = 10

export const rhythmSource: Source = {
  kind: 'rhythm',
  async lines(db, { today }) {
    const [from, to] = [dayAfter(today, -rhythmDays.until), dayAfter(today, -rhythmDays.from)]
    const due = await queries.dueByRhythm(db, from, to, 4 * atMost).execute()
    const clients = await clientsOf(
      db,
      due.map(({ contactId }) => contactId),
    )
    return due
      .flatMap(({ contactId, usualDays, dueOn }) => {
        const client = clients.get(contactId)
        if (!client || client.isTrashed || client.isBlocked || client.alerts.some(({ kind }) => kind === 'noCalls' || kind === 'noBooking'))
          return []
        const line = { ...plainLine, kind: 'rhythm' as const, id: contactId, client, at: dueOn, days: daysBetween(today, dueOn!) }
        return [{ ...line, usualDays: Math.round(usualDays!) }]
      })
      .slice(0, atMost)
  },
}
