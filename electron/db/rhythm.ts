import type { Database } from 'better-sqlite3'
import { statusesOf } from '../../shared/reports/visits.ts'
import { shopTime } from './shop-time.ts'

/** At least so many visits make a rhythm, and so many of the last ones count. */
const fewestGaps = 2
const gapsThatCount = 12

/** Who served the last visit first, where it has taken place. */
const servedLast = (client: string, lastAt: string) => `(
    select coalesce(part.staffId, 0) from appointment as visit
    join appointmentService as part on part.appointmentId = visit.id and part.position = 0
    where visit.contactId = ${client} and visit.startsAt = ${lastAt} and visit.kind = 'visit'
      and visit.status in (${statusesOf('done')
        .map(status => `'${status}'`)
        .join(', ')}) order by visit.id desc limit 1)`

const came = "kind = 'visit' and status not in ('cancelled', 'noShow')"

const dayNumber = `unixepoch(substr(${shopTime('startsAt')}, 1, 10)) / 86400`

/** What those come to that somebody came to or will come to. */
const whereTheyCame = `count(*) filter (where ${came}) as visits,
      group_concat(distinct ${dayNumber} order by ${dayNumber}) filter (where ${came}) as days,
      min(startsAt) filter (where ${came}) as firstAt, max(startsAt) filter (where ${came}) as lastAt`

export const rhythmColumns = 'contactId, visits, days, firstAt, lastAt, lastStaffId'
/** Of everybody who ever came, as the appointments themselves have it. */
export const rhythms = `select contactId, visits, days, firstAt, lastAt, ${servedLast('it.contactId', 'it.lastAt')} from (
  select contactId, ${whereTheyCame} from appointment where contactId is not null and ${came} group by contactId) as it`

/**
 * A row for each client: how often they came, and the median of the days between their visits. Visits to come count as well:
 * whoever has one is not overdue. `clients` is a condition on contactId. Written without WITH, which a trigger does not take.
 */
const rhythmOf = (clients: string) => `
  insert into clientRhythm (contactId, visits, days, firstAt, lastAt, usualDays, dueOn, noShows, lateCancellations, lastStaffId)
  select it.contactId, it.visits, it.days, it.firstAt, it.lastAt, usual.days,
    date(it.lastAt, '+' || cast(round(usual.days) as integer) || ' days'), it.noShows, it.lateCancellations,
    ${servedLast('it.contactId', 'it.lastAt')}
  from (
    select contactId, ${whereTheyCame},
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

/** A visit is booked before it has its services. */
const served = `update clientRhythm set lastStaffId = ${servedLast('clientRhythm.contactId', 'clientRhythm.lastAt')}
  where contactId = (select contactId from appointment where id = new.appointmentId);`

const refresh = (client: string) => `delete from clientRhythm where contactId = ${client}; ${rhythmOf(`contactId = ${client}`)}`

/** clientRhythm follows every change of the diary, an undo's too. Temporary, like every trigger that bulk work has to do without. */
export function keepRhythm(sqlite: Database) {
  sqlite.exec(`
    create temp trigger if not exists rhythmInserted after insert on main.appointment when new.contactId is not null begin ${refresh('new.contactId')} end;
    create temp trigger if not exists rhythmUpdated after update of contactId, kind, status, startsAt, isLate on main.appointment
      begin ${refresh('old.contactId')} ${refresh('new.contactId')} end;
    create temp trigger if not exists rhythmServed after insert on main.appointmentService when new.position = 0 begin ${served} end;
    create temp trigger if not exists rhythmServedByOther after update of staffId, position on main.appointmentService begin ${served} end;
    create temp trigger if not exists rhythmDeleted after delete on main.appointment when old.contactId is not null begin ${refresh('old.contactId')} end;`)
}

/** For bulk work, which calls `rebuildRhythm` at its end. */
export function stopKeepingRhythm(sqlite: Database) {
  for (const name of ['rhythmInserted', 'rhythmUpdated', 'rhythmServed', 'rhythmServedByOther'])
    sqlite.exec(`drop trigger if exists temp.${name}`)
}

export const rhythmAnew = `delete from clientRhythm; ${rhythmOf('true')}`
/** Of those whose ids lie between two, both included. */
export const rhythmBetween = (first: number, last: number) =>
  `delete from clientRhythm where contactId between ${first} and ${last}; ${rhythmOf(`contactId between ${first} and ${last}`)}`
export const rebuildRhythm = (sqlite: Database) => sqlite.exec(rhythmAnew)
