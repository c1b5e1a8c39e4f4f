import { Temporal } from 'temporal-polyfill'
import type { Booked, Diary, Interval, Request } from '../../shared/appointments/diary.ts'

/** The rules once more, minute by minute and without any cleverness: what the engine is compared with. */

const minute = 60_000
type Visitor = { contactId: number | null; exceptId: number | null }
type Person = Request['staff'][number]

export function naiveStarts(diary: Diary, requests: readonly Request[], visitor: Visitor, time: Interval, step: number, zone: string) {
  const starts: number[] = []
  for (let start = time.start; start < time.end; start += minute) {
    const wall = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
    if ((wall.hour * 60 + wall.minute) % step === 0 && fitsAll(diary, requests, visitor, start)) starts.push(start)
  }
  return starts
}

function fitsAll(diary: Diary, [request, ...others]: readonly Request[], visitor: Visitor, start: number): boolean {
  if (request === undefined) return true
  return request.staff.some(
    person =>
      (request.resources ?? [null]).some(resourceId => fits(diary, request, person, resourceId, visitor, start)) &&
      fitsAll(diary, others, visitor, start + person.minutes * minute),
  )
}

export function fits(diary: Diary, request: Request, person: Person, resourceId: number | null, visitor: Visitor, start: number) {
  const { staffId, minutes } = person
  const end = start + minutes * minute
  const others = diary.booked.filter(({ appointmentId }) => appointmentId !== visitor.exceptId)
  const isMember = (other: Booked) =>
    request.seats > 1 &&
    request.serviceId !== null &&
    [other.serviceId === request.serviceId, other.staffId === staffId, other.start === start, other.end === end].every(Boolean)
  const members = others.filter(isMember)
  if (members.length > 0 && members.length >= request.seats) return false

  for (let at = start - request.bufferBeforeMinutes * minute; at < end + request.bufferAfterMinutes * minute; at += minute) {
    const rests = restsAt(request, minutes, (at - start) / minute)
    const isVisible = start <= at && at < end
    if (isVisible && !isIn(diary.open, at)) return false
    if (isVisible && visitor.contactId !== null && others.some(other => other.contactId === visitor.contactId && isIn([other], at)))
      return false
    if (isVisible && !rests && staffId !== null && !isIn(diary.working.get(staffId) ?? [], at)) return false
    for (const other of others.filter(other => !isMember(other))) {
      const takes = other.start - other.bufferBefore <= at && at < other.end + other.bufferAfter
      if (takes && resourceId !== null && other.resourceId === resourceId) return false
      const isResting = other.processing !== null && isIn([other.processing], at)
      if (takes && !isResting && !rests && staffId !== null && other.staffId === staffId) return false
    }
  }
  return true
}

function restsAt({ processing }: Request, minutes: number, after: number) {
  if (processing === null || processing.afterMinutes + processing.minutes >= minutes) return false
  return processing.afterMinutes <= after && after < processing.afterMinutes + processing.minutes
}

const isIn = (intervals: readonly Interval[], at: number) => intervals.some(({ start, end }) => start <= at && at < end)
