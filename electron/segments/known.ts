import { clientGroups, tiers } from '../../shared/reports/clients.ts'
import { isGroup, type Filter } from '../../shared/segments/model.ts'
import { clockIn, type Clock } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { standingsOf, type Standing } from './standings.ts'

/** What has to be known to say whom filters show: the day on the shop's wall, wherever the PC is, and in which tier everybody stands, where one asks. */
export type Known = Readonly<{ today: string; clock: Clock; standings: readonly Standing[] | null }>

export async function knownFor(db: Db, now: Date, filters: readonly Filter[]): Promise<Known> {
  const clock = clockIn((await settingsOf(db)).zone)
  const standings = filters.some(asksForTiers) ? await standingsOf(db, { now, clock }) : null
  return { today: clock.dayOf(now.getTime()), clock, standings }
}

function asksForTiers({ conditions }: Filter): boolean {
  return conditions.some(part => {
    if (isGroup(part)) return asksForTiers(part)
    return part.type === 'choice' && part.field === 'clientGroup' && groupsIn(part).some(group => tiers.some(tier => tier === group))
  })
}

/** The groups that a condition names; without any, all there are. */
export const groupsIn = ({ is, values }: Readonly<{ is: string; values: readonly (string | number)[] }>) =>
  is === 'anyOf' || is === 'noneOf' ? clientGroups.filter(group => values.includes(group)) : clientGroups
