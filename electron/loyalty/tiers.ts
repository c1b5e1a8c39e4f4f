import { mattersFrom, standingOn, tierOn, type Gain, type Tiers } from '../../shared/loyalty/tiers.ts'
import type { Programme, TierLevel } from '../../shared/loyalty/model.ts'
import { todayOf } from '../settings/today.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { programmesOf, termsAt } from './find.ts'
import { saleOf } from './sale.ts'
import * as queries from './tier-queries.ts'

/** What a client gathered that matters for a day. */
async function gainsOf(db: Db, programmeId: number, contactId: number, tiers: Tiers, day: string): Promise<Gain[]> {
  const from = mattersFrom(tiers, day)
  if (tiers.by === 'points') return queries.pointGains(db, programmeId, contactId, from).execute()
  const rows = await queries.turnoverGains(db, contactId, from).execute()
  return rows.map(({ day, amount }) => ({ day: day!, amount }))
}

export async function standingOf(db: Db, { id, terms }: Programme, contactId: number, today: string) {
  if (!terms.tiers) return null
  const { level, ...standing } = standingOn(terms.tiers, await gainsOf(db, id, contactId, terms.tiers, today), today)
  return { by: terms.tiers.by, level, ...standing }
}

/** With which tier a sale of today would be counted. */
export async function tierToday(db: Db, { id, terms: { tiers } }: Programme, contactId: number, today: string) {
  const level = tiers && tierOn(tiers, await gainsOf(db, id, contactId, tiers, today), today)
  return level && { name: level.name, factor: level.factor }
}

/** With which tier an invoice is counted: noted once, when it is issued. */
export async function noteStanding({ db }: CommandContext, documentId: number) {
  const programmes = await programmesOf(db)
  if (programmes.length === 0) return
  const sale = await saleOf(db, documentId)
  if (!sale) return
  for (const { id: programmeId } of programmes) {
    const { tiers } = await termsAt(db, programmeId, sale.issuedAt)
    const level = tiers && tierOn(tiers, await gainsOf(db, programmeId, sale.contactId, tiers, sale.day), sale.day)
    if (level) await queries.insertStanding(db, { documentId, programmeId, tier: level.name, factor: level.factor }).execute()
  }
}

/** What the list of members and the prices know of it, after something has changed. */
export async function refreshTier({ db, now }: CommandContext, { id, terms }: Programme, contactId: number) {
  if (!terms.tiers) return
  const today = await todayOf(db, now())
  const level = tierOn(terms.tiers, await gainsOf(db, id, contactId, terms.tiers, today), today)
  await queries.setTier(db, id, contactId, memberTier(terms.tiers, level, today)).execute()
}

export const memberTier = (tiers: Tiers | null, level: TierLevel | null, lastOn: string) => ({
  ...{ lastOn, tier: level?.name ?? '', priceListId: level?.priceListId ?? null },
  tierPlace: level === null ? 0 : (tiers?.levels.indexOf(level) ?? 0) + 1,
})
