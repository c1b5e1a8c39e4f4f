import { sql } from 'kysely'
import { lostAfter } from '../../shared/reports/clients.ts'
import type { Filter } from '../../shared/segments/model.ts'
import type { Db } from '../db/schema.ts'
import { filterCondition } from '../segments/sql.ts'

/** A stretch of time under a name: instants, the end excluded, with the day after its last on the shop's wall. */
export type Stretch = Readonly<{ key: string; start: string; end: string }>

const stretches = (all: readonly Stretch[]) =>
  sql<Stretch>`(select value ->> 'key' as key, value ->> 'start' as start, value ->> 'end' as "end" from json_each(${JSON.stringify(all)}))`

/** As the index of clients' visits has it. */
const came = sql<boolean>`visit.kind = 'visit' and visit.contactId is not null and visit.status not in ('cancelled', 'noShow')`

/** Whom the list of contacts shows for a filter, and those in the trash, to whom something was sold all the same. */
export const fitting = (db: Db, filter: Filter, now: Date) => db.selectFrom('contact').select('id').where(filterCondition(filter, now))

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

/** The day on which somebody counts as lost, unless they come before. */
export const lostOn = sql<string>`date(clientRhythm.lastAt, '+' || coalesce(
  max(${sql.lit(lostAfter.leastDays)}, cast(round(${sql.lit(lostAfter.rhythms)} * clientRhythm.usualDays) as integer)),
  ${sql.lit(lostAfter.daysWithoutRhythm)}) || ' days')`

/** How many were lost on which day. */
export const lostByDay = (db: Db, from: string, to: string) =>
  db
    .selectFrom('clientRhythm')
    .where('lastAt', 'is not', null)
    .where(lostOn, '>=', from)
    .where(lostOn, '<=', to)
    .groupBy(lostOn)
    .select([lostOn.as('day'), sql<number>`count(*)`.as('lost')])

/** The months in which each client came or will come, without names: what comes back of whom is counted from them. */
export const monthsOfClients = (db: Db) => db.selectFrom('clientRhythm').select('months').where('months', 'is not', null)

/** Everybody who was here before a moment, with their last visit before it: whoever has one to come was not here that day. */
export const seenBefore = (db: Db, moment: string) =>
  db
    .selectFrom('clientRhythm')
    .where('firstAt', '<=', moment)
    .select(['contactId', 'visits'])
    .select(
      sql<string>`iif(lastAt <= ${moment}, lastAt, (select max(startsAt) from appointment as visit
        where visit.contactId = clientRhythm.contactId and visit.startsAt <= ${moment} and ${came}))`.as('lastAt'),
    )

const late = (db: Db, today: string) =>
  db
    .selectFrom('clientRhythm')
    .innerJoin('contact', 'contact.id', 'clientRhythm.contactId')
    // Without the plus, everybody who is not in the trash would be looked up.
    .where(sql`+contact.trashedAt`, 'is', null)
    .where('clientRhythm.dueOn', '<', today)
    .where(lostOn, '>', today)

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
