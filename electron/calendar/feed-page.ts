import { z } from 'zod'
import type { Session } from '../../shared/permissions.ts'
import type { Dispatch } from '../dispatch.ts'

const telephone: Session = { user: 'feed', may: ['appointments.read'] }

/** The calendar at `/feeds/KEY.ics`; null where no such address is open. */
export async function feedAt(dispatch: Dispatch, name: string) {
  const key = /^([0-9a-f]{64})\.ics$/.exec(name)?.[1]
  const found = key ? await dispatch('calendar.readFeed', { key }, telephone) : null
  return found?.ok ? { type: 'text/calendar', content: z.string().parse(found.value) } : null
}
