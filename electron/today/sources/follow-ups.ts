import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'

const atMost = 50

export const followUpSource: Source = {
  kind: 'followUp',
  async lines(db, { today }) {
    const due = await queries.followUpsDue(db, today, atMost).execute()
    const clients = await clientsOf(
      db,
      due.map(({ id }) => id),
    )
    return due.map(({ id, followUpOn }) => {
      const at = followUpOn!
      return { ...plainLine, kind: 'followUp', id, client: clients.get(id) ?? null, at, days: daysBetween(today, at) }
    })
  },
}
