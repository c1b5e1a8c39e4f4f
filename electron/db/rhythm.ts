import type { Database } from 'better-sqlite3'
import { shopTime } from './shop-time.ts'

/** At least so many visits make a rhythm, and so many of the last ones count. */
const fewestGaps = 2
const gapsThatCount = 12

const came = "kind = 'visit' and status not in ('cancelled', 'noShow')"

/**
 * A row for each client: how often they came, and the median of the days between their visits. Visits to come count as well:
 * whoever has one is not overdue. `clients` is a condition on contactId. Written without WITH, which a trigger does not take.
 */
const rhythmOf = (clients: string) => `
  insert into clientRhythm (contactId, visits, months, firstAt, lastAt, usualDays, dueOn, noShows, lateCancellations)
  select it.contactId, it.visits, it.months, it.firstAt, it.lastAt, usual.days,
    date(it.lastAt, '+' || cast(round(usual.days) as integer) || ' days'), it.noShows, it.lateCancellations
  from (
    select contactId, count(*) filter (where ${came}) as visits,
      group_concat(distinct substr(${shopTime('startsAt')}, 1, 7)) filter (where ${came}) as months, min(startsAt) filter (where ${came}) as firstAt,
      max(startsAt) filter (where ${came}) as lastAt,
      count(*) filter (where status = 'noShow') as noShows, count(*) filter (where status = 'cancelled' and isLate = 1) as lateCancellations
    from appointment where contactId is not null and ${clients} group by contactId
  ) as it
  left join (
    select contactId, avg(gap) as days from (
      select contactId, gap, row_number() over (partition by contactId order by gap) as place, count(*) over (partition by contactId) as gaps
      from (
        select contactId, julianday(day) - julianday(lag(day) over (partition by contactId order by day)) as gap,
          row_number() over (partition by contactId order by day desc) as age
        from (select distinct contactId, substr(startsAt, 1, 10) as day from appointment where contactId is not null and ${clients} and ${came})
      ) where gap is not null and age <= ${gapsThatCount}
    ) where gaps >= ${fewestGaps} and place in ((gaps + 1) / 2, (gaps + 2) / 2) group by contactId
  ) as usual on usual.contactId = it.contactId;`

const refresh = (client: string) => `delete from clientRhythm where contactId = ${client}; ${rhythmOf(`contactId = ${client}`)}`

/** clientRhythm follows every change of the diary, an undo's too. Temporary, like every trigger that bulk work has to do without. */
export function keepRhythm(sqlite: Database) {
  sqlite.exec(`
    create temp trigger if not exists rhythmInserted after insert on main.appointment when new.contactId is not null begin ${refresh('new.contactId')} end;
    create temp trigger if not exists rhythmUpdated after update of contactId, kind, status, startsAt, isLate on main.appointment
      begin ${refresh('old.contactId')} ${refresh('new.contactId')} end;
    create temp trigger if not exists rhythmDeleted after delete on main.appointment when old.contactId is not null begin ${refresh('old.contactId')} end;`)
}

/** For bulk work, which calls `rebuildRhythm` at its end. */
export const stopKeepingRhythm = (sqlite: Database) =>
  sqlite.exec('drop trigger if exists temp.rhythmInserted; drop trigger if exists temp.rhythmUpdated')

export const rhythmAnew = `delete from clientRhythm; ${rhythmOf('true')}`
export const rebuildRhythm = (sqlite: Database) => sqlite.exec(rhythmAnew)
