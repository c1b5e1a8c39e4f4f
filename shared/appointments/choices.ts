import { conflictsOf } from './conflicts.ts'
import type { Booked, Diary, Interval, Request } from './diary.ts'
import { common, gaps, joined, type Intervals } from './intervals.ts'
import { isSameGroup, occupationAt, partsAtWork, resourceBusy, staffBusy } from './occupation.ts'
import { addTo, type Taken } from './taken.ts'

/** A group that somebody can still join. */
type Group = Readonly<{ resourceId: number | null; taken: number }>

/** Somebody who could do a service, and when it could begin with them. */
export type Choice = Readonly<{
  staffId: number | null
  minutes: number
  starts: Intervals
  groups: ReadonlyMap<number, Group>
  /** null where it needs none. */
  resources: readonly Readonly<{ id: number; starts: Intervals }>[] | null
}>

type Person = Request['staff'][number]
type Question = Readonly<{ diary: Diary; taken: Taken; contactId: number | null; exceptId: number | null }>

/** Everybody who could do it, in the order of the request. */
export function choicesFor(request: Request, question: Question): Choice[] {
  const rooms = new Map(
    [...new Set(request.staff.map(({ minutes }) => minutes))].map(minutes => [minutes, roomsFor(request, minutes, question)]),
  )
  return request.staff.map(person => choice(request, person, rooms.get(person.minutes)!, question))
}

type Rooms = Readonly<{ each: Choice['resources']; any: Intervals | null }>

function roomsFor(request: Request, minutes: number, { taken }: Question): Rooms {
  if (request.resources === null) return { each: null, any: null }
  const busy = resourceBusy(shapeOf(request, minutes))
  const each = request.resources.map(id => ({ id, starts: startsWithin(taken.freeResource(id), busy) }))
  return { each, any: joined(each.flatMap(({ starts }) => starts)) }
}

function choice(request: Request, person: Person, rooms: Rooms, question: Question): Choice {
  const { diary, taken } = question
  const shape = shapeOf(request, person.minutes)
  const working = person.staffId === null ? null : (diary.working.get(person.staffId) ?? [])
  // Those that leave least come first: the rest is then quick.
  const conditions = [
    ...staffBusy(shape).map(part => startsWithin(taken.freeStaff(person.staffId), part)),
    ...(rooms.any === null ? [] : [rooms.any]),
    ...(working === null ? [] : partsAtWork(shape).map(part => startsWithin(working, part))),
    startsWithin(diary.open, shape),
    startsWithin(taken.freeClient, shape),
  ]
  const running = runningGroups(request, person, question)
  const groups = joinable(running, request, person, question)
  const alone = common(conditions.reduce(common), gaps(joined([...running.keys()].map(point)), { start: -Infinity, end: Infinity }))
  const starts = groups.size === 0 ? alone : joined([...alone, ...[...groups.keys()].map(point)])
  return { ...person, starts, groups, resources: rooms.each }
}

/** Around a start at zero: what it needs is then how long before or after its start. */
const shapeOf = (request: Request, minutes: number) => occupationAt(request, { staffId: null, resourceId: null, minutes }, 0)

/** Where something of this length lies within free time, said by its start. */
const startsWithin = (free: Intervals, part: Interval): Interval[] =>
  free
    .filter(({ start, end }) => end - start >= part.end - part.start)
    .map(({ start, end }) => ({ start: start - part.start, end: end - part.end + 1 }))

const point = (instant: number): Interval => ({ start: instant, end: instant + 1 })

/** Those who take part in it already, by its start. */
function runningGroups(
  request: Request,
  { staffId, minutes }: Person,
  { diary, exceptId }: Question,
): ReadonlyMap<number, readonly Booked[]> {
  if (request.seats === 1) return new Map()
  const members = diary.booked.filter(
    booked =>
      booked.serviceId === request.serviceId &&
      booked.staffId === staffId &&
      booked.appointmentId !== exceptId &&
      isSameGroup(occupationAt(request, { staffId, resourceId: null, minutes }, booked.start), booked),
  )
  const groups = new Map<number, Booked[]>()
  for (const member of members) addTo(groups, member.start, member)
  return groups
}

function joinable(running: ReadonlyMap<number, readonly Booked[]>, request: Request, person: Person, question: Question) {
  const groups = new Map<number, Group>()
  for (const [start, members] of running) {
    const rooms = request.resources === null ? [null] : roomFirst(members[0]!.resourceId, request.resources)
    const room = rooms.find(resourceId => isFree(occupationAt(request, { ...person, resourceId }, start), question))
    if (room !== undefined) groups.set(start, { resourceId: room, taken: members.length })
  }
  return groups
}

/** Whoever joins comes into the room where the others are. */
const roomFirst = (theirs: number | null, rooms: readonly number[]) => rooms.toSorted((a, b) => Number(b === theirs) - Number(a === theirs))

function isFree(occupation: ReturnType<typeof occupationAt>, { diary, taken, contactId, exceptId }: Question) {
  const near = { ...diary, booked: taken.near(resourceBusy(occupation)) }
  return conflictsOf(near, [occupation], { contactId, exceptId, now: -Infinity }).length === 0
}
