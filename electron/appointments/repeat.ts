import type { z } from 'zod'
import type { appointmentsContract } from '../../shared/appointments/contract.ts'
import type { Appointment, Repeat, WantedService } from '../../shared/appointments/model.ts'
import { AppError } from '../../shared/errors.ts'
import { occurrencesOf } from '../../shared/recurrence/rules.ts'
import type { Clock } from '../../shared/zone.ts'
import type { CommandContext } from '../handlers.ts'
import { planOf } from './plan.ts'
import * as queries from './queries.ts'
import { nameOf, read, standingRow } from './read.ts'
import { refuseUnseen } from './refuse.ts'
import { shopOf, type Shop } from './shop.ts'
import { insertVisit } from './write.ts'

type Wanted = z.output<(typeof appointmentsContract)['appointments.repeat']['input']>

export async function repeat({ id, repeat, despite }: Wanted, context: CommandContext) {
  const { db, describe } = context
  const row = await standingRow(db, id)
  if (row.seriesId !== null) throw new AppError('conflict', 'repeatsAlready')
  const shop = await shopOf(db)
  const first = await read(db, id, shop.clock)
  const more = await repeatFrom(context, shop, first, repeat, despite)
  describe('visitRepeated', { name: await nameOf(db, first), count: more }, first.contactId ?? undefined)
  return { appointments: more }
}

/** Makes a visit the first of a series, and books the others with the same people; tells how many these are. */
export async function repeatFrom(context: CommandContext, shop: Shop, first: Appointment, repeat: Repeat, despite: readonly string[]) {
  const { db, now } = context
  const { clock } = shop
  const at = now().toISOString()
  const starts = startsOf(repeat.rule, first.start, clock).filter(start => start !== first.start && !repeat.skip.includes(start))
  const wanted = { ...first, status: 'booked' as const, services: first.services.map(askedAgain) }
  const plans = []
  for (const start of starts) plans.push({ start, plan: await planOf(db, shop, { ...wanted, start }, now()) })
  // All of them are told at once.
  refuseUnseen(
    plans.flatMap(({ plan }) => plan.conflicts),
    despite,
  )
  const { id: seriesId } = await queries
    .insertSeries(db, { rule: repeat.rule, start: first.start, zone: clock.zone, createdAt: at })
    .executeTakeFirstOrThrow()
  await queries.update(db, first.id, { seriesId, recurrenceStart: first.start, changedAt: at }).execute()
  for (const { start, plan } of plans) await insertVisit(context, shop, wanted, plan, { seriesId, recurrenceStart: start })
  return plans.length
}

/** A time that the clocks skip is the one that is left of it. */
export const startsOf = (rule: string, first: string, clock: Clock) =>
  occurrencesOf(rule, first, clock).map(({ instant }) => clock.localOf(instant))

const askedAgain = ({ serviceId, staffId, resourceId, durationMinutes, price }: Appointment['services'][number]): WantedService => ({
  ...{ serviceId, staffId, resourceId, durationMinutes, price },
})
