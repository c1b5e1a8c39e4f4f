import { groupedBy } from '../../shared/group.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

const atOnce = 500

/** What came in or went out on these days, as it is booked: in that order, with whom it was and what it settled. */
export async function* bookedPages(db: Db, { from, to }: { from: string; to: string }) {
  let after = { day: '', id: 0 }
  for (;;) {
    const page = await queries.bookedBetween(db, from, to, after, atOnce).execute()
    const last = page.at(-1)
    if (!last) return
    yield withNames(page, await settledBy(db, page))
    after = { day: last.day, id: last.id }
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof queries.bookedBetween>['execute']>>[number]

async function settledBy(db: Db, page: readonly Row[]) {
  const ids = page.map(({ id }) => id)
  return groupedBy(await queries.settledBy(db, ids).execute(), ({ paymentId }) => paymentId)
}

const withNames = (page: readonly Row[], settled: Awaited<ReturnType<typeof settledBy>>) =>
  page.map(({ givenName, familyName, organization, ...row }) => {
    // What a payment settles has been issued.
    const settlements = (settled.get(row.id) ?? []).map(one => ({ ...one, number: one.number! }))
    const payer = [givenName, familyName].filter(Boolean).join(' ') || organization || ''
    return { ...row, settlements, buyerName: payer || (settlements[0]?.buyerName ?? '') }
  })
