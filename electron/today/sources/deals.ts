import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import { dueDeals } from '../../deals/today.ts'
import { plainLine, type Source } from '../source.ts'

const atMost = 20

export const dealSource: Source = {
  kind: 'deal',
  async lines(db, { today, instant }) {
    const due = await dueDeals(db, instant, atMost)
    const clients = await clientsOf(
      db,
      due.map(({ deal }) => deal.contactId),
    )
    return due.map(({ reason, deal: { id, title, contactId, value, nextStepOn, expectedOn } }) => {
      const at = { nextStep: nextStepOn, closing: expectedOn, quiet: null }[reason]
      const days = at === null ? null : daysBetween(today, at)
      return { ...plainLine, kind: 'deal', id, title, client: clients.get(contactId) ?? null, amount: value, reason, at, days }
    })
  },
}
