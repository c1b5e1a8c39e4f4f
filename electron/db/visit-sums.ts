import type { Database } from 'better-sqlite3'
import { leadDays } from '../../shared/reports/visits.ts'
import { rhythmAnew } from './rhythm.ts'
import { shopTime, shopZone } from './shop-time.ts'

const leadOf = (seconds: string) =>
  `case ${leadDays.map((days, place) => `when ${seconds} < ${days * 86_400} then ${place}`).join(' ')} else ${leadDays.length} end`

/** What of a visit nobody else can have: its time with the buffers, but for that in which its client only waits. */
export const busyMinutes = (part: string) => {
  const length = `(unixepoch(${part}.endsAt) - unixepoch(${part}.startsAt)) / 60`
  const waiting = `iif(${part}.processingAfterMinutes + ${part}.processingMinutes < ${length}, ${part}.processingMinutes, 0)`
  return `${length} - coalesce(${waiting}, 0) + ${part}.bufferBeforeMinutes + ${part}.bufferAfterMinutes`
}

/**
 * Everything of the diary that counts, by part: blocked time as a status of its own, unless it was taken back. The limit, which is none,
 * keeps SQLite from asking for the time again wherever it is used.
 */
const counted = (which: string) => `
  select visit.id, iif(visit.kind = 'block', 'block', visit.status) as status, part.position, part.startsAt, visit.createdAt,
    ${shopTime('part.startsAt')} as local, coalesce(part.staffId, 0) as staffId, coalesce(part.serviceId, 0) as serviceId,
    ${busyMinutes('part')} as minutes, coalesce(part.price, 0) as price,
    not exists (select 1 from appointmentService as earlier where earlier.appointmentId = visit.id
      and earlier.position < part.position and earlier.staffId is part.staffId) as isFirstOfStaff
  from appointment as visit
  join appointmentService as part on part.appointmentId = visit.id
  where ${which} and (visit.kind = 'visit' or visit.status <> 'cancelled')
  limit -1`

const periods = 'json_each(json_array(substr(local, 1, 10), substr(local, 1, 7))) as period'
const figures = ['visits', 'ofStaff', 'services', 'minutes', 'value']
export const visitSumColumns = `period, serviceId, staffId, status, ${figures.join(', ')}`
export const visitShapeColumns = 'period, shape, place, status, visits'

/** With the sign of -1 what is to be taken off. Each service stands for itself, and with all others together as -1. */
export const visitSums = (which: string, sign: 1 | -1 = 1) => `
    select period.value, service.value, staffId, status, ${sign} * sum(position = 0), ${sign} * sum(isFirstOfStaff), ${sign} * count(*),
      ${sign} * sum(minutes), ${sign} * sum(price)
    from (${counted(which)}) join ${periods} join json_each(json_array(-1, serviceId)) as service where true group by 1, 2, 3, 4`

/** On which weekday and in which hour visits begin, counted from midnight on Monday; how long before they are booked. */
export const visitShapes = (which: string, sign: 1 | -1 = 1) => `
    select period.value, shape.key, shape.value, status, ${sign} * count(*)
    from (${counted(which)}) join ${periods} join json_each(json_object(
      'hour', (strftime('%w', local) + 6) % 7 * 24 + substr(local, 12, 2),
      'lead', ${leadOf('unixepoch(startsAt) - unixepoch(createdAt)')})) as shape
    where position = 0 and status <> 'block' group by 1, 2, 3, 4`

const enter = (which: string, sign: 1 | -1) => `
  insert into visitSum (${visitSumColumns}) ${visitSums(which, sign)}
    on conflict (period, serviceId, staffId, status)
    do update set ${figures.map(name => `${name} = ${name} + excluded.${name}`).join(', ')};
  insert into visitShape (${visitShapeColumns}) ${visitShapes(which, sign)}
    on conflict (period, shape, place, status) do update set visits = visits + excluded.visits;`

const [leave, come] = [(id: string) => enter(`visit.id = ${id}`, -1), (id: string) => enter(`visit.id = ${id}`, 1)]

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

const rebuild = `
  delete from visitSum;
  delete from visitShape;
  ${enter('true', 1)}
  insert into figureBasis (name, value) values ('zone', coalesce(${shopZone}, '')) on conflict do update set value = excluded.value;`

/** Days and months are the shop's: where it says that it is elsewhere, all of them are counted anew. */
const zoneTriggers = {
  visitSumsZoneSet: `after insert on main.setting when new.name = 'zone' begin ${rebuild} ${rhythmAnew} end`,
  visitSumsZoneChanged: `after update on main.setting when new.name = 'zone' and new.value <> old.value begin ${rebuild} ${rhythmAnew} end`,
  visitSumsZoneGone: `after delete on main.setting when old.name = 'zone' begin ${rebuild} ${rhythmAnew} end`,
}

/** The sums of the diary follow all that happens in it, an undo too. Temporary, because they ask for the shop's time. */
export function keepVisitSums(sqlite: Database) {
  for (const [name, body] of Object.entries({ ...triggers, ...zoneTriggers }))
    sqlite.exec(`create temp trigger if not exists ${name} ${body}`)
}

/** For bulk work, which calls `rebuildVisitSums` at its end. */
export function stopKeepingVisitSums(sqlite: Database) {
  for (const name of Object.keys(triggers)) sqlite.exec(`drop trigger if exists temp.${name}`)
}

export const rebuildVisitSums = (sqlite: Database) => void sqlite.exec(rebuild)

/** Where they were counted by other clocks, or never: after an update, or on another PC before the shop has said where it is. */
export function renewVisitSums(sqlite: Database) {
  const basis = sqlite.prepare<[], string>("select value from figureBasis where name = 'zone'").pluck().get()
  const current = sqlite.prepare<[], string | null>(`select ${shopZone}`).pluck().get()
  if (basis !== (current ?? '')) sqlite.transaction(() => sqlite.exec(rebuild + rhythmAnew)).immediate()
}
