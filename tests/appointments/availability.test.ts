import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment, freeSlots } from '../../shared/appointments/availability.ts'
import { conflictsOf } from '../../shared/appointments/conflicts.ts'
import type { Booked, Diary, Interval, Request } from '../../shared/appointments/diary.ts'
import { joined } from '../../shared/appointments/intervals.ts'
import { occupationAt } from '../../shared/appointments/occupation.ts'
import { clockIn } from '../../shared/zone.ts'
import { aDiary, aRequest, at, booked } from './diaries.ts'
import { fits, naiveStarts } from './naive.ts'

const minute = 60_000
const night = 600

/** Ordinary nights, and those in which the clocks change: by an hour, by half an hour, at midnight, and where zones are odd. */
const nights = [
  ['Europe/Berlin', '2026-10-13'],
  ['Europe/Berlin', '2026-10-25'],
  ['Europe/Berlin', '2026-03-29'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Santiago', '2026-09-06'],
  ['Asia/Kathmandu', '1986-01-01'],
] as const

const fives = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map(count => count * 5)
const id = (max: number) => fc.integer({ min: 1, max })
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 3 })
const services = [
  { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, processing: null, seats: 1 },
  { bufferBeforeMinutes: 10, bufferAfterMinutes: 15, processing: null, seats: 1 },
  { bufferBeforeMinutes: 0, bufferAfterMinutes: 5, processing: { afterMinutes: 15, minutes: 20 }, seats: 1 },
  { bufferBeforeMinutes: 5, bufferAfterMinutes: 0, processing: null, seats: 3 },
]
const serviceId = fc.integer({ min: 1, max: services.length })
const people = fc.uniqueArray(fc.record({ staffId: orNull(id(3)), minutes: fives(5, 60) }), { maxLength: 3, selector: one => one.staffId })

const course = 4
const teacher = fc.constantFrom(1, null)

const request: fc.Arbitrary<Request> = fc
  .oneof(
    fc.record({ serviceId, staff: people, resources: orNull(fc.uniqueArray(id(2), { minLength: 1 })) }),
    fc.record({
      serviceId: fc.constant(course),
      staff: fc.uniqueArray(
        teacher.map(staffId => ({ staffId, minutes: 30 })),
        { minLength: 1, selector: one => one.staffId },
      ),
      resources: orNull(fc.constantFrom([1], [2, 1])),
    }),
  )
  .map(({ serviceId, ...who }) => ({ serviceId, ...services[serviceId - 1]!, ...who }))

const wholeNight = (base: number): Interval => ({ start: base, end: base + night * minute })
const hours = (base: number) =>
  fc.oneof(
    fc.constant([wholeNight(base)]),
    fc
      .array(fc.record({ start: fives(0, 400), length: fives(30, 400) }), { maxLength: 3 })
      .map(all => joined(all.map(({ start, length }) => ({ start: base + start * minute, end: base + (start + length) * minute })))),
  )

const anybody = { resourceId: orNull(id(2)), contactId: orNull(id(2)) }
const anything = fc.record({ ...anybody, serviceId, staffId: orNull(id(3)), minutes: fives(5, 60), at: fives(30, 500) })
const participants = fc.record({
  ...anybody,
  serviceId: fc.constant(course),
  staffId: teacher,
  minutes: fc.constant(30),
  at: fc.constantFrom(120, 300),
})

const visits = (base: number): fc.Arbitrary<Booked[]> =>
  fc.tuple(fc.array(anything, { maxLength: 5 }), fc.array(participants, { maxLength: 6 })).map(all =>
    all.flat().map(({ serviceId, minutes, at, contactId, ...chosen }, index) => ({
      ...occupationAt({ serviceId, ...services[serviceId - 1]!, staff: [], resources: null }, { ...chosen, minutes }, base + at * minute),
      ...{ contactId, appointmentId: index + 1, kind: 'visit' as const, name: `Visit ${index + 1}` },
    })),
  )

const situation = fc.constantFrom(...nights).chain(([zone, day]) => {
  const base = clockIn(zone).reaching(`${day}T00:00`) - 60 * minute
  return fc.record({
    zone: fc.constant(zone),
    base: fc.constant(base),
    diary: fc.record<Diary>({
      open: hours(base),
      working: fc.tuple(hours(base), hours(base)).map(
        both =>
          new Map([
            [1, both[0]],
            [2, both[1]],
            [3, [wholeNight(base)]],
          ]),
      ),
      away: fc.constant(new Map()),
      booked: visits(base),
    }),
    requests: fc.array(request, { minLength: 1, maxLength: 2 }),
    visitor: fc.record({ contactId: orNull(id(2)), exceptId: orNull(id(7)) }),
    step: fc.constantFrom(5, 10, 15, 30),
  })
})

type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never
const timeOf = ({ base }: Situation) => wholeNight(base)

function slotsOf(given: Situation, notBefore = -Infinity) {
  const { diary, requests, visitor, step, zone } = given
  const { start, end } = timeOf(given)
  return [...freeSlots(diary, requests, { ...visitor, from: start, to: end, notBefore, stepMinutes: step, clock: clockIn(zone) })]
}

describe('the free slots', () => {
  it('are all that fit on the grid, and none that does not', () => {
    fc.assert(
      fc.property(situation, given => {
        const { diary, requests, visitor, step, zone } = given
        expect(slotsOf(given).map(({ start }) => start)).toEqual(naiveStarts(diary, requests, visitor, timeOf(given), step, zone))
      }),
      { numRuns: 400 },
    )
  })

  it('have no conflict, and follow one another within a visit', () => {
    fc.assert(
      fc.property(situation, given => {
        for (const { start, end, occupations } of slotsOf(given)) {
          expect(conflictsOf(given.diary, occupations, { ...given.visitor, now: start })).toEqual([])
          expect(occupations.map(({ serviceId }) => serviceId)).toEqual(given.requests.map(({ serviceId }) => serviceId))
          expect([start, ...occupations.map(one => one.end)]).toEqual([...occupations.map(one => one.start), end])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('begin no sooner than is allowed', () => {
    fc.assert(
      fc.property(situation, fives(0, night), (given, after) => {
        const notBefore = given.base + after * minute
        expect(slotsOf(given, notBefore)).toEqual(slotsOf(given).filter(({ start }) => start >= notBefore))
      }),
      { numRuns: 50 },
    )
  })

  it('are the same for a single start', () => {
    fc.assert(
      fc.property(situation, given => {
        const slots = new Map(slotsOf({ ...given, step: 5 }).map(slot => [slot.start, slot]))
        for (let start = given.base; start < timeOf(given).end; start += 5 * minute)
          expect(bestAssignment(given.diary, given.requests, start, given.visitor)).toEqual(slots.get(start) ?? null)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the choice of a slot', () => {
  const anyone = [4, 3].map(staffId => ({ staffId, minutes: 60 }))
  const nobody = { contactId: null, exceptId: null }
  const whoAt = (diary: Diary, request: Request) =>
    bestAssignment(diary, [request], at('10:00'), nobody)?.occupations.map(({ staffId, resourceId }) => ({ staffId, resourceId }))

  it('is the first who is free, in the first room that is', () => {
    const request = aRequest({ staff: anyone, resources: [9, 8] })
    expect(whoAt(aDiary(), request)).toEqual([{ staffId: 4, resourceId: 9 }])
    const busy = aDiary(booked('10:30', aRequest({ staff: anyone }), { resourceId: 9 }))
    expect(whoAt(busy, request)).toEqual([{ staffId: 3, resourceId: 8 }])
    expect(whoAt(busy, { ...request, resources: [9] })).toBe(undefined)
    expect(whoAt(aDiary(), { ...request, staff: [] })).toBe(undefined)
  })

  it('is the group with a seat left, in its room', () => {
    const yoga = aRequest({ seats: 2, staff: anyone, resources: [9, 8] })
    const one = booked('10:00', { ...yoga, staff: anyone.slice(1) }, { resourceId: 8 })
    expect(whoAt(aDiary(one), yoga)).toEqual([{ staffId: 3, resourceId: 8 }])
    expect(bestAssignment(aDiary(one), [yoga], at('10:00'), nobody)?.seatsLeft).toBe(1)
    const full = aDiary(one, { ...one, appointmentId: 813 })
    expect(whoAt(full, yoga)).toEqual([{ staffId: 4, resourceId: 9 }])
    expect(bestAssignment(full, [yoga], at('10:00'), nobody)?.seatsLeft).toBe(2)
  })

  it('is none where a group that nobody leads is full', () => {
    const walk = aRequest({ seats: 1, staff: [{ staffId: null, minutes: 60 }] })
    const one = booked('10:00', walk)
    expect(whoAt(aDiary(one), { ...walk, seats: 2 })).toEqual([{ staffId: null, resourceId: null }])
    expect(whoAt(aDiary(one, { ...one, appointmentId: 813 }), { ...walk, seats: 2 })).toBe(undefined)
  })
})

describe('conflicts', () => {
  it('are named where, and only where, a service does not fit', () => {
    fc.assert(
      fc.property(situation, given => {
        const { diary, requests, visitor } = given
        const [request] = requests
        for (const person of request!.staff)
          for (const resourceId of request!.resources ?? [null])
            for (let start = given.base; start < timeOf(given).end; start += 15 * minute) {
              const conflicts = conflictsOf(diary, [occupationAt(request!, { ...person, resourceId }, start)], { ...visitor, now: start })
              expect(conflicts.length === 0).toBe(fits(diary, request!, person, resourceId, visitor, start))
            }
      }),
      { numRuns: 100 },
    )
  })
})
