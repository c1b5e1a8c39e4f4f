import type { WaitingToPay } from '../../shared/checkout/contract.ts'
import { clockIn } from '../../shared/zone.ts'
import { namesOf } from '../contacts/names.ts'
import type { Context } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { invoiceOf } from './billed.ts'
import * as queries from './queries.ts'

/** Whoever is in or has been today, and has not paid. */
export async function waiting(_input: object, { db, now }: Context): Promise<WaitingToPay[]> {
  const clock = clockIn((await settingsOf(db)).zone)
  const today = clock.dayOf(now().getTime())
  const { start, end } = clock.stretchOf({ from: today, to: today })
  const visits = await queries.servedBetween(db, start, end).execute()
  const names = await namesOf(
    db,
    visits.flatMap(({ contactId }) => contactId ?? []),
  )
  const unpaid: WaitingToPay[] = []
  for (const { id, contactId, title, startsAt, status } of visits) {
    if ((await invoiceOf(db, id)) !== null) continue
    const name = names.get(contactId ?? 0) ?? title
    unpaid.push({
      appointmentId: id,
      contactId,
      name,
      start: clock.localOf(Date.parse(startsAt)),
      status: status === 'done' ? status : 'inService',
    })
  }
  return unpaid
}
