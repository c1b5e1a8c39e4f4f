import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'

/** The steps of a contact's deals. */
export const dealSource: Source = {
  name: 'deal',
  kinds: ['deal'],
  knowsDeals: true,
  entries: async (db, { contactId, dealId, below, limit }) =>
    (await queries.stepsOf(db, { contactId, dealId }, below, limit).execute()).map(
      ({ id, at, user, dealId, title, event, fromStage, toStage, value, reason, note }) => ({
        ...{ source: 'deal', id, at, user, dealId, title, event, fromStage, toStage, value, reason, note },
      }),
    ),
}
