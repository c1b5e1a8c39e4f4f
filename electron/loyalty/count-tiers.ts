import type { Database } from 'better-sqlite3'
import type { Compilable } from 'kysely'
import { portions } from '../../shared/group.ts'
import type { Programme } from '../../shared/loyalty/model.ts'
import { mattersFrom, tierOn, type Gain, type Tiers } from '../../shared/loyalty/tiers.ts'
import { todayOf } from '../settings/today.ts'
import type { JobContext } from '../handlers.ts'
import { programmesOf } from './find.ts'
import * as queries from './tier-queries.ts'
import { memberTier } from './tiers.ts'

type Member = ReturnType<typeof memberTier>

const atOnce = 1000

/** The tier of every member as of today, for time alone can end it. Only what has changed is written. */
export async function countTiers(_input: object, context: JobContext) {
  const { db, now } = context
  const today = await todayOf(db, now())
  let changed = 0
  for (const programme of await programmesOf(db)) changed += await countOne(context, programme, today)
  return { changed }
}

async function countOne(context: JobContext, { id, terms: { tiers } }: Programme, today: string) {
  const { db, transaction, checkCancelled } = context
  const counted = tiers ? await countedTiers(context, id, tiers, today) : new Map<number, Member>()
  const stale = await changesOf(context, id, counted, today)
  for (const portion of portions(stale, atOnce)) {
    checkCancelled()
    await transaction(() => queries.setTiers(db, id, portion).execute())
  }
  return stale.length
}

/** Of those who have one. */
async function countedTiers({ db, sqlite }: JobContext, programmeId: number, tiers: Tiers, today: string) {
  const from = mattersFrom(tiers, today)
  const reversed = tiers.by === 'points' ? await reversalsOf({ db }, programmeId, from) : new Map<number, Gain[]>()
  const all = tiers.by === 'points' ? queries.allPointGains(db, programmeId, from) : queries.allTurnover(db, from)
  const counted = new Map<number, Member>()
  for (const { contactId, gains } of byClient(sqlite, all)) {
    const last = gains.at(-1)!.day
    const level = tierOn(tiers, [...gains, ...(reversed.get(contactId) ?? [])], today)
    if (level) counted.set(contactId, memberTier(tiers, level, last))
  }
  return counted
}

async function reversalsOf({ db }: Pick<JobContext, 'db'>, programmeId: number, from: string) {
  const found = new Map<number, Gain[]>()
  for (const { contactId, day, nominal } of await queries.allReversals(db, programmeId, from).execute())
    found.set(contactId, [...(found.get(contactId) ?? []), { day, amount: -nominal }])
  return found
}

/** Row by row past kysely, which would make an object of each: there may be millions. */
function* byClient(sqlite: Database, all: Compilable) {
  const { sql, parameters } = all.compile()
  const rows = sqlite.prepare<unknown[], [number, string, number]>(sql).raw()
  let [client, gains]: [number | null, Gain[]] = [null, []]
  for (const [contactId, day, amount] of rows.iterate(...parameters)) {
    if (client !== null && client !== contactId) {
      yield { contactId: client, gains }
      gains = []
    }
    client = contactId
    gains.push({ day, amount })
  }
  if (client !== null) yield { contactId: client, gains }
}

async function changesOf({ db }: JobContext, programmeId: number, counted: ReadonlyMap<number, Member>, today: string) {
  const before = new Map((await queries.tiersOf(db, programmeId).execute()).map(row => [row.contactId, row]))
  const changes: (Member & { contactId: number })[] = []
  for (const [contactId, member] of counted) {
    const old = before.get(contactId)
    const isSame = old?.tier === member.tier && old.tierPlace === member.tierPlace && old.priceListId === member.priceListId
    if (!isSame) changes.push({ ...member, contactId })
  }
  const none = memberTier(null, null, today)
  for (const { contactId, tierPlace } of before.values()) if (tierPlace > 0 && !counted.has(contactId)) changes.push({ ...none, contactId })
  return changes
}
