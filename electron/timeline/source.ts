import type { TimelineEntry, TimelineKind, TimelineSource } from '../../shared/timeline/model.ts'
import type { Db } from '../db/schema.ts'

/** Only what stands below this moment, or at it with a smaller id. */
export type Below = { at: string; id: number }
export type Wanted = { contactId: number; dealId: number | null; kinds: readonly TimelineKind[]; below: Below; limit: number; now: Date }

/** One kind of rows that a contact's timeline is made of. */
export type Source = {
  name: TimelineSource
  /** A filter that names none of these leaves the source out. */
  kinds: readonly TimelineKind[]
  /** Whether it can tell what of it belongs to a deal. */
  knowsDeals?: true
  /** Newest first by time and id; of `kinds` only those that the source has. */
  entries(db: Db, wanted: Wanted): Promise<TimelineEntry[]>
  pinned?(db: Db, wanted: Pick<Wanted, 'contactId' | 'dealId' | 'kinds'>): Promise<TimelineEntry[]>
}
