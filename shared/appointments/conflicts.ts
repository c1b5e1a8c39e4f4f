import { conflictKinds, type ConflictKind } from './conflict-kinds.ts'
import type { Booked, Diary, Interval, Occupation } from './diary.ts'
import { common, gaps, overlap } from './intervals.ts'
import { isSameGroup, partsAtWork, resourceBusy, staffBusy } from './occupation.ts'

export type FoundConflict = Readonly<{
  kind: ConflictKind
  /** The same for the same conflict, and for no other: what somebody agreed to covers nothing new. */
  key: string
  /** Its place among the services of the visit; null where the visit as a whole is meant. */
  service: number | null
  staffId: number | null
  resourceId: number | null
  appointmentId: number | null
  /** Of what stands in the diary; empty where it is not that which is in the way. */
  name: string
  start: number
  end: number
}>

export type Wanted = Readonly<{
  kind?: Booked['kind']
  contactId: number | null
  now: number
  /** A visit that is moved does not stand in its own way. */
  exceptId: number | null
}>

/** Why these services of one visit do not fit into the diary, worst first. They never stand in each other's way. */
export function conflictsOf(diary: Diary, occupations: readonly Occupation[], wanted: Wanted): FoundConflict[] {
  const booked = diary.booked.filter(({ appointmentId }) => appointmentId !== wanted.exceptId)
  const found = [
    ...occupations.flatMap((occupation, service) => [
      ...booked.flatMap(other => inTheWay(other, occupation, service)),
      ...fullGroup(booked, occupation, service),
      ...booked.flatMap(other => clientTaken(other, occupation, service, wanted.contactId)),
      ...(wanted.kind === 'block' ? [] : outsideOfWork(diary, occupation, service)),
    ]),
    ...(wanted.kind === 'block' ? [] : outsideOpening(diary, occupations)),
    ...tooLate(occupations, wanted.now),
  ]
  return [...new Map(found.toReversed().map(conflict => [conflict.key, conflict])).values()].reverse().sort(worstFirst)
}

const worstFirst = (a: FoundConflict, b: FoundConflict) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind)

const nothing = { service: null, staffId: null, resourceId: null, appointmentId: null, name: '' }
const time = ({ start, end }: Interval) => ({ start, end })

function inTheWay(other: Booked, occupation: Occupation, service: number): FoundConflict[] {
  if (isSameGroup(occupation, other)) return []
  const { appointmentId, name } = other
  const conflict = { ...nothing, service, appointmentId, name, ...time(other) }
  const result: FoundConflict[] = []
  const { staffId, resourceId } = occupation
  if (staffId !== null && other.staffId === staffId && staffBusy(other).some(one => staffBusy(occupation).some(part => overlap(one, part))))
    result.push({ ...conflict, kind: 'staffBusy', key: `staffBusy:${staffId}:${appointmentId}`, staffId })
  if (resourceId !== null && other.resourceId === resourceId && overlap(resourceBusy(other), resourceBusy(occupation)))
    result.push({ ...conflict, kind: 'resourceBusy', key: `resourceBusy:${resourceId}:${appointmentId}`, resourceId })
  return result
}

function fullGroup(booked: readonly Booked[], occupation: Occupation, service: number): FoundConflict[] {
  const others = booked.filter(other => isSameGroup(occupation, other))
  if (others.length === 0 || others.length < occupation.seats) return []
  const { serviceId, staffId, start } = occupation
  const key = `groupFull:${serviceId}:${staffId}:${moment(start)}:${others.length}`
  return [{ ...nothing, kind: 'groupFull', key, service, staffId, name: others[0]!.name, ...time(occupation) }]
}

function clientTaken(other: Booked, occupation: Occupation, service: number, contactId: number | null): FoundConflict[] {
  if (contactId === null || other.contactId !== contactId || !overlap(other, occupation)) return []
  const { appointmentId, name } = other
  return [{ ...nothing, kind: 'clientBusy', key: `clientBusy:${contactId}:${appointmentId}`, service, appointmentId, name, ...time(other) }]
}

function outsideOfWork(diary: Diary, occupation: Occupation, service: number): FoundConflict[] {
  const { staffId } = occupation
  if (staffId === null) return []
  const off = partsAtWork(occupation).flatMap(part => gaps(diary.working.get(staffId) ?? [], part))
  const away = diary.away.get(staffId) ?? []
  const conflict = (kind: 'staffAbsent' | 'staffOff') => (part: Interval) => ({
    ...{ ...nothing, kind, key: `${kind}:${staffId}:${moment(part.start)}/${moment(part.end)}`, service, staffId, ...part },
  })
  return [...common(off, away).map(conflict('staffAbsent')), ...off.flatMap(part => gaps(away, part)).map(conflict('staffOff'))]
}

function outsideOpening(diary: Diary, occupations: readonly Occupation[]): FoundConflict[] {
  if (occupations.length === 0) return []
  const visit = { start: occupations[0]!.start, end: occupations.at(-1)!.end }
  return gaps(diary.open, visit).map(part => ({
    ...{ ...nothing, kind: 'shopClosed', key: `shopClosed:${moment(part.start)}/${moment(part.end)}`, ...part },
  }))
}

function tooLate(occupations: readonly Occupation[], now: number): FoundConflict[] {
  const first = occupations[0]
  if (first === undefined || first.start >= now) return []
  return [{ ...nothing, kind: 'inThePast', key: `inThePast:${moment(first.start)}`, ...time(first) }]
}

/** `2026-11-24T09:30Z` */
const moment = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`
