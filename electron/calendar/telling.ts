import { displayName } from '../../shared/contacts/rules.ts'
import type { Db } from '../db/schema.ts'
import type { Told } from './ics.ts'
import * as queries from './queries.ts'

type Row = Awaited<ReturnType<ReturnType<typeof queries.appointment>['executeTakeFirstOrThrow']>>
type ServiceRow = Awaited<ReturnType<ReturnType<typeof queries.servicesOf>['executeTakeFirstOrThrow']>>

/** Appointments as other calendars are told of them: all of each, or one person's part. */
export async function told(db: Db, rows: readonly Row[], { staffId, notes }: { staffId: number | null; notes: boolean }): Promise<Told[]> {
  if (rows.length === 0) return []
  const services = new Map<number, ServiceRow[]>(rows.map(({ id }) => [id, []]))
  for (const service of await queries.servicesOf(db, [...services.keys()]).execute()) services.get(service.appointmentId)!.push(service)
  const names = await clientNames(db, rows)
  return rows.map(row => {
    const all = services.get(row.id)!
    const part = all.filter(service => staffId === null || service.staffId === staffId)
    return {
      ...{ uid: uidOf(row, part.length === all.length ? null : staffId), sequence: row.sequence, title: titleOf(row, part, names) },
      ...{ note: notes ? row.note : '', createdAt: row.createdAt, changedAt: row.changedAt, ...timeOf(row, part, all) },
      isCancelled: row.status === 'cancelled' || row.status === 'noShow',
    }
  })
}

const timeOf = ({ startsAt, endsAt }: Row, part: readonly ServiceRow[], all: readonly ServiceRow[]) =>
  part.length === all.length || part.length === 0 ? { startsAt, endsAt } : { startsAt: part[0]!.startsAt, endsAt: part.at(-1)!.endsAt }

/** What it says of its making tells it from those of every other shop. */
const uidOf = ({ id, createdAt }: Pick<Row, 'id' | 'createdAt'>, staffId: number | null) =>
  `${id}-${Date.parse(createdAt)}${staffId === null ? '' : `-${staffId}`}@regulars`

/** The appointment that a UID of ours speaks of. */
export function ownIn(uid: string) {
  const match = /^(\d{1,15})-(\d{1,15})(?:-\d{1,15})?@regulars$/.exec(uid)
  return match && { id: Number(match[1]), createdAt: new Date(Number(match[2])) }
}

/** A visit without a name of any kind is called by what is done. */
function titleOf({ kind, title, contactId }: Row, services: readonly ServiceRow[], names: ReadonlyMap<number, string>) {
  if (kind === 'block') return title
  const client = (contactId !== null && names.get(contactId)) || title
  const done = services.flatMap(({ name }) => name ?? []).join(', ')
  return [client, done].filter(Boolean).join(': ')
}

/** A telephone number is nobody's name here: the file leaves the house. */
export async function clientNames(db: Db, rows: readonly Pick<Row, 'contactId'>[]) {
  const ids = rows.flatMap(({ contactId }) => contactId ?? [])
  const clients = ids.length === 0 ? [] : await queries.clients(db, ids).execute()
  return new Map(clients.map(client => [client.id, displayName({ ...client, phones: [], emails: [] })]))
}
