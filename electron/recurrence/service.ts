import type { recurrenceContract } from '../../shared/recurrence/contract.ts'
import { firstOccurrences, withOffset } from '../../shared/recurrence/rules.ts'
import { clockIn } from '../../shared/zone.ts'
import type { Handlers } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'

export const recurrenceHandlers: Handlers<typeof recurrenceContract> = {
  'recurrence.expand': async ({ rule, start, zone, limit }, { db }) => {
    const clock = clockIn(zone ?? (await settingsOf(db)).zone)
    return firstOccurrences(rule, start, clock, limit).occurrences.map(({ instant }) => withOffset(instant, clock))
  },
}
