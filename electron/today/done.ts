import type { DoneLine, TodayKind } from '../../shared/today/model.ts'
import { clientsOf } from '../appointments/rows.ts'
import type { Db } from '../db/schema.ts'
import * as tasks from '../tasks/queries.ts'
import * as queries from './queries.ts'

const atMost = 50

/** What was done since then, the latest first. */
export async function doneToday(db: Db, since: string): Promise<DoneLine[]> {
  const done = await tasks.doneSince(db, since, atMost).execute()
  const marks = await queries.marksDoneSince(db, since, atMost).execute()
  const clients = await clientsOf(
    db,
    [...done, ...marks].flatMap(({ contactId }) => contactId ?? []),
  )
  const nameOf = (contactId: number | null) => (contactId === null ? '' : (clients.get(contactId)?.name ?? ''))
  const lines = [
    ...done.map(({ id, title, contactId, doneAt, doneBy }): DoneLine => ({
      ...{ kind: 'task', id, title, name: nameOf(contactId), at: doneAt!, by: doneBy! },
    })),
    ...marks.map(({ kind, contactId, documentId, dealId, number, buyerName, title, doneAt, user }): DoneLine => ({
      // Written by this feature only.
      ...{ kind: kind as TodayKind, id: (contactId ?? documentId ?? dealId)!, title: number ?? title ?? '', at: doneAt!, by: user },
      name: contactId === null ? (buyerName ?? '') : nameOf(contactId),
    })),
  ]
  return lines.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, atMost)
}
