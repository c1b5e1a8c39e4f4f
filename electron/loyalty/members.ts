import type { z } from 'zod'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { Member, MemberFilter } from '../../shared/loyalty/members.ts'
import { dayAfter } from '../../shared/zone.ts'
import { todayOf } from '../settings/today.ts'
import { namesOf } from '../contacts/names.ts'
import { textCondition } from '../contacts/ordering.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { programmeOf } from './find.ts'
import * as queries from './member-queries.ts'

type Input<N extends keyof typeof loyaltyContract> = z.output<(typeof loyaltyContract)[N]['input']>
type Page = { offset: number; limit: number }

export async function members({ offset, limit, ...filter }: Input<'loyalty.members'>, { db }: Context) {
  await programmeOf(db, filter.programmeId)
  const wanted = await wantedOf(db, filter)
  // One more than is asked for says whether there are more.
  const found = await membersOf(db, wanted, { offset, limit: limit + 1 })
  return { members: found.slice(0, limit), hasMore: found.length > limit }
}

export async function wantedOf(db: Db, { text, ...filter }: MemberFilter): Promise<queries.Wanted> {
  return { ...filter, found: text === '' ? null : await textCondition(db, { text, trashed: false }) }
}

export async function membersOf(db: Db, wanted: queries.Wanted, page: Page): Promise<Member[]> {
  const rows = await queries.members(db, wanted, page).execute()
  return named(db, rows)
}

export async function lapsingSoon({ limit, ...wanted }: Input<'loyalty.lapsing'>, context: Pick<Context, 'db' | 'now'>) {
  const rows = await allLapsing(wanted, context)
  return { total: rows.length, clients: await named(context.db, rows.slice(0, limit)) }
}

/** Without their names, which are looked up for those that are shown. */
export async function allLapsing({ programmeId, days }: { programmeId: number; days: number }, { db, now }: Pick<Context, 'db' | 'now'>) {
  const today = await todayOf(db, now())
  return queries.lapsingBetween(db, programmeId, today, dayAfter(today, days)).execute()
}

export async function named<Row extends { contactId: number }>(db: Db, rows: readonly Row[]) {
  const names = await namesOf(
    db,
    rows.map(({ contactId }) => contactId),
  )
  return rows.map(row => ({ ...row, name: names.get(row.contactId) ?? '' }))
}
