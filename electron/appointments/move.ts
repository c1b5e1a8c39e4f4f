import type { Appointment, Move } from '../../shared/appointments/model.ts'
import { instantOfStart, shiftBetween, shifted, type Shift } from '../../shared/appointments/rules.ts'
import type { CommandContext } from '../handlers.ts'
import { planAgain, type Plan } from './plan.ts'
import * as queries from './queries.ts'
import { inScope, nameOf, read, standingRow } from './read.ts'
import type { Row } from './rows.ts'
import { refuseUnseen } from './refuse.ts'
import { shopOf } from './shop.ts'
import { partOf, timesOf } from './write.ts'

type Moved = { row: Row; visit: Appointment; plan: Plan }

/** To another time, person, room or length; of a series also those that follow, by as much on the wall's clock. */
export async function move(wanted: Move, context: CommandContext): Promise<Appointment> {
  const { db, now, describe } = context
  const row = await standingRow(db, wanted.id)
  const shop = await shopOf(db)
  const { clock } = shop
  const before = await read(db, row.id, clock)
  const start = wanted.start === undefined ? row.startsAt : new Date(instantOfStart(wanted.start, clock)).toISOString()
  const shift = shiftBetween(before.start, clock.localOf(Date.parse(start)))
  const rows = await inScope(db, row, wanted.scope)
  const but = new Set(rows.map(({ id }) => id))
  const moved: Moved[] = []
  for (const one of rows) {
    const visit = await read(db, one.id, clock)
    const again = { start: one.id === row.id ? start : shiftedStart(visit, shift), position: wanted.position, other: otherOf(wanted) }
    moved.push({ row: one, visit, plan: await planAgain(db, shop, visit, again, now(), but) })
  }
  refuseUnseen(
    moved.flatMap(({ plan }) => plan.conflicts),
    wanted.despite,
  )
  for (const one of moved) await write(context, one, one.row.id === row.id && rows.length === 1)
  const after = await read(db, row.id, clock)
  const name = await nameOf(db, after)
  if (rows.length > 1) describe('visitsMoved', { name, count: rows.length }, after.contactId ?? undefined)
  else describe('visitMoved', { name, start: after.start }, after.contactId ?? undefined)
  return after
}

const shiftedStart = ({ start, startsAt }: Appointment, shift: Shift) => (isNone(shift) ? startsAt : shifted(start, shift))
const isNone = ({ days, minutes }: Shift) => days === 0 && minutes === 0

const otherOf = ({ staffId, resourceId, durationMinutes }: Move) => ({
  ...(staffId !== undefined && { staffId }),
  ...(resourceId !== undefined && { resourceId }),
  ...(durationMinutes !== undefined && { durationMinutes }),
})

/** A visit of a series that is moved by itself goes its own way from then on. */
async function write({ db, now }: CommandContext, { row, visit, plan }: Moved, isAlone: boolean) {
  const at = now().toISOString()
  const detachedAt = isAlone && row.seriesId !== null ? (row.detachedAt ?? at) : row.detachedAt
  await queries.update(db, row.id, { ...timesOf(plan), detachedAt, sequence: row.sequence + 1, changedAt: at }).execute()
  for (const [position, occupation] of plan.occupations.entries()) {
    await queries.updateService(db, visit.services[position]!.id, partOf(occupation, position)).execute()
  }
}
