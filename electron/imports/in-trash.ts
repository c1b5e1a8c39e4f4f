import { matchKeys, sortName } from '../../shared/contacts/rules.ts'
import { isAbout, type Person } from '../../shared/imports/match.ts'
import type { ImportedContact } from '../../shared/imports/row.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import { toPerson } from './stored.ts'

const trashedAtOnce = 1000

/** How many of these are about somebody in the trash, and about nobody who is there. */
export async function countInTrash(db: Db, contacts: readonly ImportedContact[]) {
  if (!(await queries.anyTrashed(db).executeTakeFirst())) return 0
  const persons = contacts.map((contact): Person => ({ ...contact, sortName: sortName(contact) }))
  const byKey = new Map<number, Person[]>()
  for (const person of persons) for (const key of matchKeys(person)) byKey.set(key, [...(byKey.get(key) ?? []), person])
  let count = 0
  for (const person of await meetingTrashed(db, byKey)) {
    const there = await queries.contactsByKeys(db, matchKeys(person)).execute()
    if (!there.some(row => isAbout(person, toPerson(row, [])))) count++
  }
  return count
}

async function meetingTrashed(db: Db, byKey: ReadonlyMap<number, readonly Person[]>) {
  const met = new Set<Person>()
  for (let last = 0, isMore = true; isMore;) {
    const rows = await queries.trashedAfter(db, last, trashedAtOnce).execute()
    for (const known of rows.map(row => toPerson(row, []))) {
      for (const key of matchKeys(known)) for (const person of byKey.get(key) ?? []) if (isAbout(person, known)) met.add(person)
    }
    last = rows.at(-1)?.id ?? last
    isMore = rows.length === trashedAtOnce
  }
  return met
}
