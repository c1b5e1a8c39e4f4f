import type { Appointment, NewAppointment } from '../../shared/appointments/model.ts'
import type { CommandContext } from '../handlers.ts'
import { find } from '../contacts/find.ts'
import { refuseUnreservable } from '../loyalty/visit-reward.ts'
import { close } from '../waiting/service.ts'
import { planOf } from './plan.ts'
import { nameOf, read } from './read.ts'
import { repeatFrom } from './repeat.ts'
import { refuseUnseen } from './refuse.ts'
import { shopOf } from './shop.ts'
import { insertVisit, timesOf } from './write.ts'

/** The check and the write are one transaction: of two who book the same time at the same moment, the second is told. */
export async function book(given: NewAppointment, context: CommandContext): Promise<Appointment> {
  const { db, now, describe } = context
  const shop = await shopOf(db)
  const wanted = { ...given, contactId: given.contactId === null ? null : (await find(db, given.contactId)).id }
  const plan = await planOf(db, shop, wanted, now())
  refuseUnseen(plan.conflicts, given.despite)
  const { rewardId, contactId } = wanted
  if (rewardId !== null) await refuseUnreservable(context, { contactId, startsAt: timesOf(plan).startsAt }, { rewardId })
  const id = await insertVisit(context, shop, wanted, plan)
  if (given.waitingId !== null) await close(context, given.waitingId)
  const booked = await read(db, id, shop.clock)
  const more = given.repeat ? await repeatFrom(context, shop, booked, given.repeat, given.despite) : 0
  const said = { name: await nameOf(db, booked), start: booked.start }
  if (more > 0) describe('visitsBooked', { ...said, count: more + 1 }, booked.contactId ?? undefined)
  else describe(given.kind === 'block' ? 'timeBlocked' : 'visitBooked', said, booked.contactId ?? undefined)
  return more > 0 ? read(db, id, shop.clock) : booked
}
