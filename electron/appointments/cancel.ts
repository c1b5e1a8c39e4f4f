import type { z } from 'zod'
import type { appointmentsContract } from '../../shared/appointments/contract.ts'
import type { Appointment, Cancellation, Status } from '../../shared/appointments/model.ts'
import { isLateCancellation } from '../../shared/appointments/rules.ts'
import type { CommandContext } from '../handlers.ts'
import { refuseConflicts } from './plan.ts'
import * as queries from './queries.ts'
import { inScope, nameOf, read, standingRow } from './read.ts'
import { shopOf } from './shop.ts'

export async function cancel({ id, by, reason, scope }: Cancellation, { db, now, describe }: CommandContext) {
  const row = await standingRow(db, id)
  const { settings, clock } = await shopOf(db)
  const rows = await inScope(db, row, scope)
  const at = now()
  for (const one of rows) {
    const isLate = by === 'client' && isLateCancellation(one.startsAt, at, settings.lateCancellationHours)
    const cancelled = { status: 'cancelled', cancelledAt: at.toISOString(), cancelledBy: by, cancelReason: reason } as const
    await queries
      .update(db, one.id, { ...cancelled, isLate: isLate ? 1 : 0, sequence: one.sequence + 1, changedAt: at.toISOString() })
      .execute()
  }
  const name = await nameOf(db, row)
  const start = clock.localOf(Date.parse(row.startsAt))
  describe(...saying(rows.length, name, start), row.contactId ?? undefined)
  return { appointments: rows.length }
}

const saying = (count: number, name: string, start: string): [string, Record<string, string | number>] =>
  count === 1 ? ['visitCancelled', { name, start }] : ['visitsCancelled', { name, count }]

const texts = {
  booked: 'visitBookedAgain',
  confirmed: 'visitConfirmed',
  arrived: 'visitArrived',
  inService: 'visitInService',
  done: 'visitDone',
  noShow: 'visitNoShow',
} as const satisfies Record<Exclude<Status, 'cancelled'>, string>

type Wanted = z.output<(typeof appointmentsContract)['appointments.setStatus']['input']>

export async function setStatus({ id, status, despite }: Wanted, { db, now, describe }: CommandContext): Promise<Appointment> {
  const row = await standingRow(db, id)
  const shop = await shopOf(db)
  const appointment = await read(db, id, shop.clock)
  if (row.status === status) return appointment
  if (row.status === 'noShow') await refuseConflicts(db, shop, appointment, despite, now())
  await queries.update(db, id, { status, changedAt: now().toISOString() }).execute()
  describe(texts[status], { name: await nameOf(db, row), start: appointment.start }, row.contactId ?? undefined)
  return read(db, id, shop.clock)
}
