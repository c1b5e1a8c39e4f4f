import type { z } from 'zod'
import type { loyaltyContract } from '../../shared/loyalty/contract.ts'
import type { Lapsing, Member, MemberFilter } from '../../shared/loyalty/members.ts'
import { dayAfter } from '../../shared/zone.ts'
import { todayOf } from '../cashbook/today.ts'
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
  const { members: total } = await queries.countMembers(db, wanted).executeTakeFirstOrThrow()
  return { total, members: await membersOf(db, wanted, { offset, limit }) }
}

export async function wantedOf(db: Db, { text, ...filter }: MemberFilter): Promise<queries.Wanted> {
  return { ...filter, found: text === '' ? null : await textCondition(db, { text, trashed: false }) }
}

export async function membersOf(db: Db, wanted: queries.Wanted, page: Page): Promise<Member[]> {
  const rows = await queries.members(db, wanted, page).execute()
  return named(db, rows)
}

export async function lapsingSoon({ programmeId, days }: Input<'loyalty.lapsing'>, { db, now }: Context): Promise<Lapsing[]> {
  const today = await todayOf(db, now())
  return named(db, await queries.lapsingBetween(db, programmeId, today, dayAfter(today, days), shownAtMost).execute())
}

const shownAtMost = 10_000

async function named<Row extends { contactId: number }>(db: Db, rows: readonly Row[]) {
  const names = await namesOf(
    db,
    rows.map(({ contactId }) => contactId),
  )
  return rows.map(row => ({ ...row, name: names.get(row.contactId) ?? '' }))
}
