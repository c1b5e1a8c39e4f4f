import { isDeepStrictEqual } from 'node:util'
import type { ConflictKind } from '../../shared/appointments/conflict-kinds.ts'
import type { Appointment, AppointmentChange, Conflict, WantedService } from '../../shared/appointments/model.ts'
import { AppError } from '../../shared/errors.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { planAgain, planOf, type Plan } from './plan.ts'
import * as queries from './queries.ts'
import { inScope, nameOf, read, standingRow } from './read.ts'
import { refuseUnseen } from './refuse.ts'
import type { Row } from './rows.ts'
import { shopOf, type Shop } from './shop.ts'
import { insertParts, partsOf, timesOf } from './write.ts'

type Facts = Partial<Pick<Row, 'contactId' | 'rewardId' | 'title' | 'note' | 'source' | 'deposit' | 'despite'>>
type Other = Readonly<{ row: Row; facts: Facts; planned: Readonly<{ plan: Plan; services: readonly WantedService[] }> | null }>
type Wanted = Omit<AppointmentChange, 'id' | 'scope' | 'despite'>

/** Another client, other services at its time, other words about it; of a series also those that follow, each at its own time. */
export async function change({ id, scope, despite, ...given }: AppointmentChange, context: CommandContext): Promise<Appointment> {
  const { db, now, describe } = context
  const row = await standingRow(db, id)
  const shop = await shopOf(db)
  const wanted = given.contactId ? { ...given, contactId: (await find(db, given.contactId)).id } : given
  if (row.kind === 'block' && wanted.contactId) throw new AppError('invalid', 'blockWithClient')
  const rows = await inScope(db, row, scope)
  const but = new Set(rows.map(one => one.id))
  const compared = []
  for (const one of rows) compared.push(await compare(db, shop, one, wanted, now(), but))
  const others = compared.filter(({ facts, planned }) => planned !== null || Object.keys(facts).length > 0)
  refuseUnseen(
    others.flatMap(({ conflicts }) => conflicts),
    despite,
  )
  for (const other of others) await write(context, shop, other, scope === 'this')
  const after = await read(db, id, shop.clock)
  const said = { name: await nameOf(db, after), start: after.start }
  if (others.length > 1) describe('visitsChanged', { name: said.name, count: others.length }, after.contactId ?? undefined)
  else if (others.length === 1) describe('visitChanged', said, after.contactId ?? undefined)
  return after
}

/** What would be different about a visit, and what stands in the way of that. */
async function compare(db: Db, shop: Shop, row: Row, wanted: Wanted, now: Date, but: ReadonlySet<number>) {
  const facts = factsOf(row, wanted)
  if (wanted.services) {
    // Whether it is in the past does not matter: it stands there already.
    const asked = { ...row, ...facts, status: 'arrived' as const, start: row.startsAt, services: wanted.services }
    const plan = await planOf(db, shop, asked, now, but)
    const planned = { plan, services: wanted.services }
    if (!(await isBookedSo(db, shop, row, planned))) return { row, facts, planned, conflicts: plan.conflicts }
  }
  if (!facts.contactId) return { row, facts, planned: null, conflicts: [] }
  const conflicts = await aboutClient(db, shop, row, facts.contactId, now, but)
  return { row, facts: { ...facts, despite: withKinds(row, conflicts) }, planned: null, conflicts }
}

const factsOf = (row: Row, { contactId, title, note, source, deposit }: Wanted): Facts => ({
  // What one client gets for points is no other's.
  ...(contactId !== undefined && contactId !== row.contactId && { contactId, rewardId: null }),
  ...(title !== undefined && title !== row.title && { title }),
  ...(note !== undefined && note !== row.note && { note }),
  ...(source !== undefined && source !== row.source && { source }),
  ...(deposit !== undefined && deposit !== row.deposit && { deposit }),
})

async function isBookedSo(db: Db, shop: Shop, row: Row, { plan, services }: NonNullable<Other['planned']>) {
  const booked = await queries.servicesOf(db, [row.id]).execute()
  return isDeepStrictEqual(
    partsOf(shop, plan, services),
    booked.map(({ id: _id, appointmentId: _appointmentId, ...part }) => part),
  )
}

const ofClients: readonly ConflictKind[] = ['clientBusy', 'clientBlocked', 'noBooking']

/** What else is in the way has been there before. */
async function aboutClient(db: Db, shop: Shop, row: Row, contactId: number, now: Date, but: ReadonlySet<number>) {
  const visit = await read(db, row.id, shop.clock)
  const { conflicts } = await planAgain(db, shop, { ...visit, contactId }, { start: row.startsAt, position: -1, other: {} }, now, but)
  return conflicts.filter(({ kind }) => ofClients.includes(kind))
}

function withKinds(row: Row, conflicts: readonly Conflict[]) {
  // Written from what the model has checked.
  const others = (JSON.parse(row.despite) as Appointment['despite']).filter(kind => !ofClients.includes(kind))
  return JSON.stringify([...new Set([...others, ...conflicts.map(({ kind }) => kind)])])
}

/** A visit of a series that gets a client or services of its own goes its own way from then on. */
async function write(context: CommandContext, shop: Shop, { row, facts, planned }: Other, isAlone: boolean) {
  const { db, now } = context
  const at = now().toISOString()
  const isOwn = isAlone && row.seriesId !== null && (planned !== null || facts.contactId !== undefined)
  const times = planned ? timesOf(planned.plan) : {}
  const detachedAt = isOwn ? (row.detachedAt ?? at) : row.detachedAt
  await queries.update(db, row.id, { ...facts, ...times, detachedAt, sequence: row.sequence + 1, changedAt: at }).execute()
  if (!planned) return
  await queries.removeServices(db, row.id).execute()
  await insertParts(context, shop, planned.plan, row.id, planned.services)
}
