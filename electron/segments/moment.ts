import { clientGroups, tiers } from '../../shared/reports/clients.ts'
import { isGroup, type Filter } from '../../shared/segments/model.ts'
import { clockIn, type Clock } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { standingsOf, type Standing } from './standings.ts'

/** Now, and by which wall it is told what day that is: the shop's, wherever the PC is. In which tier everybody stands, where filters ask. */
export type Moment = Readonly<{ now: Date; clock: Clock; standings?: readonly Standing[] | null }>

/** What has to be known to say whom these filters show now. */
export async function momentOf(db: Db, now: Date, filters: readonly Filter[]): Promise<Moment> {
  const clock = clockIn((await settingsOf(db)).zone)
  return { now, clock, standings: filters.some(asksForTiers) ? await standingsOf(db, { now, clock }) : null }
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
