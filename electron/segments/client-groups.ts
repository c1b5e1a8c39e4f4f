import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { lostAfter, scores, tierOf, tiers, type ClientGroup } from '../../shared/reports/clients.ts'
import { defaultSettings } from '../../shared/settings/model.ts'
import { shopTime } from '../db/shop-time.ts'

/** As the index of clients' visits has it. */
export const came = sql<boolean>`visit.kind = 'visit' and visit.contactId is not null and visit.status not in ('cancelled', 'noShow')`

/** The day on which somebody counts as lost, unless they come before. */
export const lostOn = sql<string>`date(clientRhythm.lastAt, '+' || coalesce(
  max(${sql.lit(lostAfter.leastDays)}, cast(round(${sql.lit(lostAfter.rhythms)} * clientRhythm.usualDays) as integer)),
  ${sql.lit(lostAfter.daysWithoutRhythm)}) || ' days')`

const inTrash = sql`(select id from contact where trashedAt is not null)`

/** Who should have come before this day by their own rhythm, and is not lost. */
export const isLate = (today: string) =>
  sql<SqlBool>`clientRhythm.dueOn < ${today} and ${lostOn} > ${today} and clientRhythm.contactId not in ${inTrash}`

const isLost = (today: string) => sql<SqlBool>`clientRhythm.lastAt is not null and ${lostOn} <= ${today}`

/** The rule for all scores at once, one digit for each: where the tier stands among all tiers. */
const digits = scores.flatMap(recency =>
  scores.flatMap(frequency => scores.map(money => tiers.indexOf(tierOf({ recency, frequency, money })))),
)
const tierTable = digits.join('')

/** In fifths from 0: so many of five parts of all clients have less. The same value stands in the same fifth. */
const fifth = (by: 'day' | 'visits' | 'net') => sql<number>`5 * (rank() over (order by ${sql.ref(by)}) - 1) / count(*) over ()`

const currency = sql<string>`coalesce((select value ->> '$' from setting where name = 'currency'), ${defaultSettings.currency})`

export type Standing = Readonly<{ contactId: number; visits: number; day: string; net: number; tier: number }>

/**
 * Everybody who was here by a moment and is not in the trash: how often, when last, for how much, and the place in `tiers` where
 * that puts them among all. Whoever has a visit to come was here at the one before. The limit, which is none, keeps SQLite from
 * asking for the shop's time again wherever it is used.
 */
export const standings = (moment: string): RawBuilder<Standing> => sql<Standing>`(
  select contactId, visits, day, net, cast(substr(${sql.lit(tierTable)}, 1 + 25 * recency + 5 * frequency + money, 1) as integer) as tier
  from (
    select *, ${fifth('day')} as recency, ${fifth('visits')} as frequency, ${fifth('net')} as money
    from (
      select clientRhythm.contactId, clientRhythm.visits, coalesce(clientSale.net, 0) as net,
        substr(${sql.raw(shopTime('lastAt'))}, 1, 10) as day
      from (
        select contactId, visits, iif(lastAt <= ${moment}, lastAt, (select max(startsAt) from appointment as visit
          where visit.contactId = clientRhythm.contactId and visit.startsAt <= ${moment} and ${came})) as lastAt
        from clientRhythm where firstAt <= ${moment} and contactId not in ${inTrash}
      ) as clientRhythm
      left join clientSale on clientSale.contactId = clientRhythm.contactId and clientSale.currency = ${currency}
      limit -1
    )
  )
)`

/** Whether a contact is in one of these groups today. */
export function isInGroups(groups: readonly ClientGroup[], now: Date, today: string): RawBuilder<SqlBool> {
  const places = tiers.flatMap((tier, place) => (groups.includes(tier) ? place : []))
  const parts = [
    ...(places.length === 0
      ? []
      : [sql`contact.id in (select contactId from ${standings(now.toISOString())} where tier in (${sql.join(places)}))`]),
    ...(groups.includes('late') ? [sql`contact.id in (select contactId from clientRhythm where ${isLate(today)})`] : []),
    ...(groups.includes('lost') ? [sql`contact.id in (select contactId from clientRhythm where ${isLost(today)})`] : []),
  ]
  return parts.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}
