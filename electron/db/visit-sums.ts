import type { Database } from 'better-sqlite3'
import { leadDays, statusesOf, type VisitFate } from '../../shared/reports/visits.ts'
import { rhythmAnew } from './rhythm.ts'
import { shopTime, shopZone } from './shop-time.ts'

/** How long before it is booked, by the bounds of `leadDays`. */
export const leadOf = (seconds: string) =>
  `case ${leadDays.map((days, place) => `when ${seconds} < ${days * 86_400} then ${place}`).join(' ')} else ${leadDays.length} end`

/** What of a visit nobody else can have: its time with the buffers, but for that in which its client only waits. */
export const busyMinutes = (part: string) => {
  const length = `(unixepoch(${part}.endsAt) - unixepoch(${part}.startsAt)) / 60`
  const waiting = `iif(${part}.processingAfterMinutes + ${part}.processingMinutes < ${length}, ${part}.processingMinutes, 0)`
  return `${length} - coalesce(${waiting}, 0) + ${part}.bufferBeforeMinutes + ${part}.bufferAfterMinutes`
}

/** Counted from midnight on Monday. */
export const hourOfWeek = (local: string) => `(strftime('%w', ${local}) + 6) % 7 * 24 + substr(${local}, 12, 2)`

export const isFirstOfStaff = `not exists (select 1 from appointmentService as earlier where earlier.appointmentId = visit.id
      and earlier.position < part.position and earlier.staffId is part.staffId)`

/**
 * Everything of the diary that counts, by part: blocked time as a status of its own, unless it was taken back. The limit, which is none,
 * keeps SQLite from asking for the time again wherever it is used.
 */
const counted = (which: string) => `
  select visit.id, iif(visit.kind = 'block', 'block', visit.status) as status, part.position, part.startsAt, visit.createdAt,
    ${shopTime('part.startsAt')} as local, coalesce(part.staffId, 0) as staffId, coalesce(part.serviceId, 0) as serviceId,
    ${busyMinutes('part')} as minutes, coalesce(part.price, 0) as price,
    part.endsAt, exists (select 1 from service where service.id = part.serviceId and service.seats > 1) as isOfGroup,
    ${isFirstOfStaff} as isFirstOfStaff
  from appointment as visit
  join appointmentService as part on part.appointmentId = visit.id
  where ${which} and (visit.kind = 'visit' or visit.status <> 'cancelled')
  limit -1`

const periods = 'json_each(json_array(substr(local, 1, 10), substr(local, 1, 7))) as period'
const figures = ['visits', 'ofStaff', 'services', 'minutes', 'value']
export const visitSumColumns = `period, serviceId, staffId, status, ${figures.join(', ')}`
const movedFigures = ['ofStaff', 'services', 'minutes']
export const visitMovedColumns = `period, serviceId, staffId, status, ${movedFigures.join(', ')}`
export const groupTimeColumns = 'day, staffId, serviceId, startsAt, endsAt, minutes, busy, missed'
export const visitShapeColumns = 'period, shape, place, status, visits'

/** With the sign of -1 what is to be taken off. Each service stands for itself, and with all others together as -1. */
export const visitSums = (which: string, sign: 1 | -1 = 1) => `
    select period.value, service.value, staffId, status, ${sign} * sum(position = 0), ${sign} * sum(isFirstOfStaff), ${sign} * count(*),
      ${sign} * sum(iif(isOfGroup, 0, minutes)), ${sign} * sum(price)
    from (${counted(which)}) join ${periods} join json_each(json_array(-1, serviceId)) as service where true group by 1, 2, 3, 4`

/** On which weekday and in which hour visits begin; how long before they are booked. */
export const visitShapes = (which: string, sign: 1 | -1 = 1) => `
    select period.value, shape.key, shape.value, status, ${sign} * count(*)
    from (${counted(which)}) join ${periods} join json_each(json_object(
      'hour', ${hourOfWeek('local')},
      'lead', ${leadOf('unixepoch(startsAt) - unixepoch(createdAt)')})) as shape
    where position = 0 and status <> 'block' group by 1, 2, 3, 4`

/**
 * What is to be added to the sums to have all of a visit on the day on which it begins: what is served after midnight is taken off its
 * own day and month, and put down for those. `period` is a condition on either.
 */
export const visitsMoved = (which: string, sign: 1 | -1 = 1, period = 'true') => `
    select period, service.value, staffId, status, sum(sign * isFirstOfStaff), sum(sign), sum(sign * minutes)
    from (select part.*, moved.value ->> 0 as period, ${sign} * (moved.value ->> 1) as sign
      from (select part.*, ${shopTime('first.startsAt')} as begins from (${counted(`part.position > 0 and ${which}`)}) as part
        join appointmentService as first on first.appointmentId = part.id and first.position = 0 limit -1) as part
      join json_each(json_array(json_array(substr(local, 1, 10), -1), json_array(substr(local, 1, 7), -1),
        json_array(substr(begins, 1, 10), 1), json_array(substr(begins, 1, 7), 1))) as moved
      where substr(local, 1, 10) <> substr(begins, 1, 10))
    join json_each(json_array(-1, serviceId)) as service where ${period} group by 1, 2, 3, 4
    having sum(sign) <> 0 or sum(sign * isFirstOfStaff) <> 0 or sum(sign * minutes) <> 0`

const listed = (fates: readonly VisitFate[]) =>
  fates
    .flatMap(statusesOf)
    .map(status => `'${status}'`)
    .join(', ')

/** Who takes part in a group shares the time of it: it is kept how many they are, so that the time is counted once. */
export const groupTimes = (which: string, sign: 1 | -1 = 1) => `
    select substr(local, 1, 10), staffId, serviceId, startsAt, endsAt, minutes,
      ${sign} * sum(status in (${listed(['done', 'open'])})), ${sign} * sum(status in (${listed(['noShow'])}))
    from (${counted(which)})
    where isOfGroup and status in (${listed(['done', 'open', 'noShow'])}) group by 1, 2, 3, 4, 5, 6`

export const enterVisits = (which: string, sign: 1 | -1) => `
  insert into visitSum (${visitSumColumns}) ${visitSums(which, sign)}
    on conflict (period, serviceId, staffId, status)
    do update set ${figures.map(name => `${name} = ${name} + excluded.${name}`).join(', ')};
  insert into visitShape (${visitShapeColumns}) ${visitShapes(which, sign)}
    on conflict (period, shape, place, status) do update set visits = visits + excluded.visits;
  insert into groupTime (${groupTimeColumns}) ${groupTimes(which, sign)}
    on conflict (day, staffId, serviceId, startsAt, endsAt, minutes)
    do update set busy = busy + excluded.busy, missed = missed + excluded.missed;`

export const enterMoved = (which: string, sign: 1 | -1, period?: string) => `
  insert into visitMoved (${visitMovedColumns}) ${visitsMoved(which, sign, period)}
    on conflict (period, serviceId, staffId, status)
    do update set ${movedFigures.map(name => `${name} = ${name} + excluded.${name}`).join(', ')};`

const entering = (which: string, sign: 1 | -1) => enterVisits(which, sign) + enterMoved(which, sign)
const [leave, come] = [(id: string) => entering(`visit.id = ${id}`, -1), (id: string) => entering(`visit.id = ${id}`, 1)]

/** A visit leaves the sums before anything of it changes, and comes back as it is then. */
const triggers = {
  visitSumsVisitCame: `after insert on main.appointment begin ${come('new.id')} end`,
  visitSumsVisitChanges: `before update of kind, status, createdAt on main.appointment begin ${leave('old.id')} end`,
  visitSumsVisitChanged: `after update of kind, status, createdAt on main.appointment begin ${come('new.id')} end`,
  visitSumsVisitGoes: `before delete on main.appointment begin ${leave('old.id')} end`,
  visitSumsPartComes: `before insert on main.appointmentService begin ${leave('new.appointmentId')} end`,
  visitSumsPartCame: `after insert on main.appointmentService begin ${come('new.appointmentId')} end`,
  visitSumsPartChanges: `before update on main.appointmentService begin ${leave('old.appointmentId')} end`,
  visitSumsPartChanged: `after update on main.appointmentService begin ${come('new.appointmentId')} end`,
  visitSumsPartGoes: `before delete on main.appointmentService begin ${leave('old.appointmentId')} end`,
  visitSumsPartGone: `after delete on main.appointmentService begin ${come('old.appointmentId')} end`,
}

export const emptySums = 'delete from visitSum; delete from visitShape; delete from visitMoved; delete from groupTime;'
export const countedForZone = `insert into figureBasis (name, value) values ('zone', coalesce(${shopZone}, '')) on conflict do update set value = excluded.value;`
const rebuild = `${emptySums} ${entering('true', 1)} ${countedForZone}`

/** So many visits are counted in the blink of an eye; more are counted in the background, and until then nothing is told of them. */
const countedAtOnce = 1000
const isSmall = `(select count(*) from (select 1 from appointment limit ${countedAtOnce + 1})) <= ${countedAtOnce}`

const anew = {
  Small: { when: isSmall, then: `${rebuild} ${rhythmAnew}` },
  Large: { when: `not ${isSmall}`, then: 'delete from figureBasis;' },
}
/** Days and months are the shop's, and who takes part in a group shares its time: where the shop says that it is elsewhere, or that a service is one for several, all is counted anew. */
const reasons = {
  ZoneSet: "after insert on main.setting when new.name = 'zone'",
  ZoneChanged: "after update on main.setting when new.name = 'zone' and new.value <> old.value",
  ZoneGone: "after delete on main.setting when old.name = 'zone'",
  Seats: 'after update of seats on main.service when (old.seats > 1) <> (new.seats > 1)',
}
const anewTriggers = Object.fromEntries(
  Object.entries(reasons).flatMap(([reason, event]) =>
    Object.entries(anew).map(([size, { when, then }]) => [`visitSums${reason}${size}`, `${event} and ${when} begin ${then} end`]),
  ),
)

/** The sums of the diary follow all that happens in it, an undo too. Temporary, because they ask for the shop's time. */
export function keepVisitSums(sqlite: Database) {
  for (const [name, body] of Object.entries({ ...triggers, ...anewTriggers }))
    sqlite.exec(`create temp trigger if not exists ${name} ${body}`)
}

/** For bulk work, which calls `rebuildVisitSums` at its end. */
export function stopKeepingVisitSums(sqlite: Database) {
  for (const name of Object.keys(triggers)) sqlite.exec(`drop trigger if exists temp.${name}`)
}

export const rebuildVisitSums = (sqlite: Database) => void sqlite.exec(rebuild)

/** Whether they were counted by the clocks of the shop as it is now, to the end. */
export const areCounted = `(select value from figureBasis where name = 'zone') is coalesce(${shopZone}, '')`
export const isCounted = (sqlite: Database) => sqlite.prepare<[], number>(`select ${areCounted}`).pluck().get() === 1

/** After an update, or on another PC before the shop has said where it is. Many visits are left for the background. */
export function renewVisitSums(sqlite: Database) {
  const canBeNow = sqlite.prepare<[], number>(`select ${isSmall}`).pluck()
  if (!isCounted(sqlite) && canBeNow.get() === 1) sqlite.transaction(() => sqlite.exec(rebuild + rhythmAnew)).immediate()
}
