import { sql } from 'kysely'
import type { Filter } from '../../shared/segments/model.ts'
import type { Db } from '../db/schema.ts'
import { came, isLate, lostOn } from '../segments/client-groups.ts'
import type { Known } from '../segments/known.ts'
import { filterCondition } from '../segments/sql.ts'

/** A stretch of time under a name: instants, the end excluded, with the day after its last on the shop's wall. */
type Stretch = Readonly<{ key: string; start: string; end: string }>

const stretches = (all: readonly Stretch[]) =>
  sql<Stretch>`(select value ->> 'key' as key, value ->> 'start' as start, value ->> 'end' as "end" from json_each(${JSON.stringify(all)}))`

/** Whom the list of contacts shows for a filter, and those in the trash, to whom something was sold all the same. */
export const fitting = (db: Db, filter: Filter, known: Known) => db.selectFrom('contact').select('id').where(filterCondition(filter, known))

/** However they are written: one of each. */
export const sources = (db: Db) =>
  db
    .selectFrom('contact')
    .select(({ fn }) => fn.min<string>('source').as('source'))
    .where('source', '<>', '')
    .where('trashedAt', 'is', null)
    .groupBy(sql`folded(source)`)
    .orderBy(sql`folded(source)`)

/** How many came for the first time in each stretch. */
export const newClients = (db: Db, all: readonly Stretch[]) =>
  db
    .selectFrom(stretches(all).as('stretch'))
    .select('stretch.key')
    .select(({ selectFrom }) =>
      selectFrom('clientRhythm')
        .whereRef('firstAt', '>=', 'stretch.start')
        .whereRef('firstAt', '<', 'stretch.end')
        .select(({ fn }) => fn.countAll<number>().as('clients'))
        .$asScalar()
        .as('clients'),
    )

/** How many came at all. */
export const clientsSeen = (db: Db, all: readonly Stretch[]) =>
  db
    .selectFrom(stretches(all).as('stretch'))
    .select('stretch.key')
    .select(({ selectFrom }) =>
      selectFrom('appointment as visit')
        .whereRef('visit.startsAt', '>=', 'stretch.start')
        .whereRef('visit.startsAt', '<', 'stretch.end')
        .where(came)
        .select(({ fn }) => fn.count<number>('visit.contactId').distinct().as('clients'))
        .$asScalar()
        .as('clients'),
    )

/** How many were lost on which day. */
export const lostByDay = (db: Db, from: string, to: string) =>
  db
    .selectFrom('clientRhythm')
    .where('lastAt', 'is not', null)
    .where(lostOn, '>=', from)
    .where(lostOn, '<=', to)
    .groupBy(lostOn)
    .select([lostOn.as('day'), sql<number>`count(*)`.as('lost')])

/** The days on which each client came or will come: who came in whatever stretch of them, and who comes back, is counted from them. */
export const daysOfClients = (db: Db) => db.selectFrom('clientRhythm').select('days').where('days', 'is not', null)

/** What was charged to each client so far. */
export const salesSoFar = (db: Db, currency: string) =>
  db.selectFrom('clientSale').select(['contactId', 'net']).where('currency', '=', currency)

const late = (db: Db, today: string) => db.selectFrom('clientRhythm').where(isLate(today))

/** Who should have come before this day by their own rhythm, and is not lost: the longest due first. */
export const atRisk = (db: Db, today: string) =>
  late(db, today)
    .select(['clientRhythm.contactId', 'clientRhythm.visits', 'clientRhythm.lastAt', 'clientRhythm.usualDays', 'clientRhythm.dueOn'])
    .orderBy('clientRhythm.dueOn')

export const countAtRisk = (db: Db, today: string) => late(db, today).select(({ fn }) => fn.countAll<number>().as('clients'))

/** Where clients come from, or where they live: those who came first, who came again, and who were lost in a stretch. */
export function byOrigin(db: Db, of: 'source' | 'city', { start, end }: Omit<Stretch, 'key'>, days: { from: string; to: string }) {
  const name = of === 'source' ? sql<string>`contact.source` : sql<string>`coalesce(contact.addresses ->> '$[0].locality', '')`
  const isSeen = sql<boolean>`exists (select 1 from appointment as visit where visit.contactId = clientRhythm.contactId
    and visit.startsAt >= ${start} and visit.startsAt < ${end} and ${came})`
  return db
    .selectFrom('clientRhythm')
    .innerJoin('contact', 'contact.id', 'clientRhythm.contactId')
    .groupBy(name)
    .select([
      name.as('origin'),
      sql<number>`count(*) filter (where firstAt >= ${start} and firstAt < ${end})`.as('fresh'),
      sql<number>`count(*) filter (where ${isSeen})`.as('seen'),
      sql<number>`count(*) filter (where lastAt is not null and ${lostOn} between ${days.from} and ${days.to})`.as('lost'),
    ])
}
