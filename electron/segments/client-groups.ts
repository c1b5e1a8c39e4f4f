import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { lostAfter, tiers, type ClientGroup } from '../../shared/reports/clients.ts'
import type { Known } from './known.ts'

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

/** Whether a contact is in one of these groups today. */
export function isInGroups(groups: readonly ClientGroup[], { standings, today }: Known): RawBuilder<SqlBool> {
  const parts = [
    ...(tiers.some(tier => groups.includes(tier)) ? [isAmong(standingIn(groups, standings))] : []),
    ...(groups.includes('late') ? [sql`contact.id in (select contactId from clientRhythm where ${isLate(today)})`] : []),
    ...(groups.includes('lost') ? [sql`contact.id in (select contactId from clientRhythm where ${isLost(today)})`] : []),
  ]
  return parts.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

const isAmong = (ids: readonly number[]) => sql`contact.id in (select value from json_each(${JSON.stringify(ids)}))`

function standingIn(groups: readonly ClientGroup[], standings: Known['standings']) {
  if (!standings) throw new Error('nobody has found out in which tier everybody stands')
  return standings.filter(({ tier }) => groups.includes(tier)).map(({ contactId }) => contactId)
}
