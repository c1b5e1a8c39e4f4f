import type { Db } from '../db/schema.ts'
import type { Change } from './changes.ts'
import * as queries from './queries.ts'
import { clientNames } from './telling.ts'

export type Taken = Awaited<ReturnType<ReturnType<typeof queries.timesTaken>['executeTakeFirstOrThrow']>>

/** An appointment lasts a day at most: whatever began earlier is over. */
const day = 86_400_000

/** Of changes to come, the first thing that somebody has at the same time; of nobody's there is none. */
export async function timesOf(db: Db, staffId: number | null, now: number) {
  const taken = staffId === null ? [] : await queries.timesTaken(db, staffId, new Date(now - day).toISOString()).execute()

  function besideOne(change: Change): Taken | null {
    if (change.action === 'cancel' || Date.parse(change.values.endsAt) <= now) return null
    const { startsAt, endsAt } = change.values
    const from = firstFrom(taken, new Date(Date.parse(startsAt) - day).toISOString())
    for (let at = from; at < taken.length && taken[at]!.startsAt < endsAt; at++) {
      const one = taken[at]!
      if (one.endsAt > startsAt && !(change.action === 'change' && change.id === one.id)) return one
    }
    return null
  }

  return (changes: readonly Change[]): Taken | null => {
    for (const change of changes) {
      const found = besideOne(change)
      if (found) return found
    }
    return null
  }
}

/** Where those begin that start then or later. */
function firstFrom(taken: readonly Taken[], startsAt: string) {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle]!.startsAt < startsAt) low = middle + 1
    else high = middle
  }
  return low
}

/** Whose time it is, or what it is for; empty where nobody said. */
export async function namesOf(db: Db, taken: readonly Taken[]) {
  const names = await clientNames(db, taken)
  return ({ kind, contactId, title }: Taken) => (kind === 'visit' && contactId !== null && names.get(contactId)) || title
}
