import type { Selectable } from 'kysely'
import { activityKinds, type ActivityKind } from '../../shared/activities/model.ts'
import type { EntryOf, TimelineKind } from '../../shared/timeline/model.ts'
import type { ActivityTable } from '../db/schema-contacts.ts'
import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'
import { toActivity } from './rows.ts'

const pinnedAtMost = 50

export const activitySource: Source = {
  name: 'activity',
  kinds: activityKinds,
  knowsDeals: true,
  entries: async (db, { contactId, dealId, kinds, below, limit }) =>
    (await queries.ofContact(db, { contactId, dealId }, own(kinds), below, limit).execute()).map(toEntry),
  pinned: async (db, { contactId, dealId, kinds }) =>
    (await queries.pinnedOf(db, { contactId, dealId }, own(kinds), pinnedAtMost).execute()).map(toEntry),
}

const own = (kinds: readonly TimelineKind[]): ActivityKind[] => activityKinds.filter(kind => kinds.includes(kind))

const toEntry = (row: Selectable<ActivityTable>): EntryOf<'activity'> => ({
  source: 'activity',
  id: row.id,
  at: row.at,
  activity: toActivity(row),
})
