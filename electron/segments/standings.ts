import { dayNumber } from '../../shared/reports/day-number.ts'
import { scoresOf, tierOf, type Tier } from '../../shared/reports/clients.ts'
import type { Clock } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import * as queries from './standing-queries.ts'

export type Standing = Readonly<{ contactId: number; visits: number; day: string; net: number; tier: Tier }>

/**
 * Everybody who was here by now and is not in the trash: how often, when last, for how much, and the tier in which that puts them
 * among all. Fifths are cut here: SQLite would sort everybody three times over.
 */
export async function standingsOf(db: Db, { now, clock }: Readonly<{ now: Date; clock: Clock }>): Promise<Standing[]> {
  const { currency } = await settingsOf(db)
  const rows = await queries.cameSoFar(db, now.toISOString(), currency).execute()
  const days = rows.map(({ lastAt }) => clock.dayOf(Date.parse(lastAt)))
  const recency = scoresOf(Float64Array.from(days, dayNumber))
  const frequency = scoresOf(Float64Array.from(rows, ({ visits }) => visits))
  const money = scoresOf(Float64Array.from(rows, ({ net }) => net))
  return rows.map(({ contactId, visits, net }, place) => {
    const tier = tierOf({ recency: recency[place]!, frequency: frequency[place]!, money: money[place]! })
    return { contactId, visits, day: days[place]!, net, tier }
  })
}
