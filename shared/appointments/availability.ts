import type { Clock } from '../zone.ts'
import { choicesFor, type Choice } from './choices.ts'
import type { Diary, Interval, Occupation, Request } from './diary.ts'
import { gridWithin } from './grid.ts'
import { common, contain, joined, overlap, type Intervals } from './intervals.ts'
import { laidOut, resourceBusy, type Chosen } from './occupation.ts'
import { takenBy } from './taken.ts'

export type FreeSlot = Readonly<{
  start: number
  end: number
  occupations: readonly Occupation[]
  /** Of the fullest group among them, before this visit; null where there is none. */
  seatsLeft: number | null
}>

type Visitor = Readonly<{
  contactId: number | null
  /** A visit that is moved does not stand in its own way. */
  exceptId: number | null
}>

export type SlotQuestion = Visitor &
  Readonly<{
    from: number
    /** Excluded: a slot begins before it. */
    to: number
    notBefore: number
    /** Counted from midnight on the shop's wall. */
    stepMinutes: number
    clock: Clock
  }>

/** Whenever all of it fits without a conflict, in order of time. The diary has to know a day more than is asked about. */
export function* freeSlots(diary: Diary, requests: readonly Request[], question: SlotQuestion): Generator<FreeSlot> {
  const steps = stepsOf(diary, requests, question)
  const asked = { start: Math.max(question.from, question.notBefore), end: question.to }
  const starts = asked.start < asked.end ? common(steps[0]?.starts ?? [], [asked]) : []
  for (const interval of starts)
    for (const start of gridWithin(interval, question.stepMinutes, question.clock)) yield slotAt(requests, steps, start)
}

/** With whom and where it fits at this very start; null where it does not. */
export function bestAssignment(diary: Diary, requests: readonly Request[], start: number, visitor: Visitor): FreeSlot | null {
  const around = reachOf(requests, start)
  const near = { ...diary, booked: diary.booked.filter(booked => overlap(resourceBusy(booked), around)) }
  const steps = stepsOf(near, requests, visitor)
  return contain(steps[0]?.starts ?? [], start) ? slotAt(requests, steps, start) : null
}

/** `starts` is when this service can begin so that all that follow fit, too. */
type Step = Readonly<{ choices: readonly Choice[]; starts: Intervals }>
const always: Intervals = [{ start: -Infinity, end: Infinity }]

function stepsOf(diary: Diary, requests: readonly Request[], { contactId, exceptId }: Visitor): Step[] {
  const taken = takenBy(
    diary.booked.filter(({ appointmentId }) => appointmentId !== exceptId),
    contactId,
  )
  return requests.reduceRight<Step[]>((later, request) => {
    const next = later[0]?.starts ?? always
    const choices = choicesFor(request, { diary, taken, contactId, exceptId }).map(choice => ({
      ...choice,
      starts: common(choice.starts, earlier(next, choice.minutes)),
    }))
    return [{ choices, starts: joined(choices.flatMap(({ starts }) => starts)) }, ...later]
  }, [])
}

const minute = 60_000
const earlier = (starts: Intervals, minutes: number) =>
  starts.map(({ start, end }) => ({ start: start - minutes * minute, end: end - minutes * minute }))

function slotAt(requests: readonly Request[], steps: readonly Step[], start: number): FreeSlot {
  let next = start
  const picked = steps.map(({ choices }) => {
    const choice = pick(choices, next)
    const found = { ...choice, start: next }
    next += choice.minutes * minute
    return found
  })
  const occupations = laidOut(requests, picked.map(chosenAt), start)
  const seats = picked.flatMap(({ groups, start }, index) => {
    const { seats } = requests[index]!
    return seats === 1 ? [] : [seats - (groups.get(start)?.taken ?? 0)]
  })
  return { start, end: next, occupations, seatsLeft: seats.length === 0 ? null : Math.min(...seats) }
}

/** Whoever has a group with a seat left; otherwise the first who can. */
function pick(choices: readonly Choice[], start: number) {
  const able = choices.filter(({ starts }) => contain(starts, start))
  return able.find(({ groups }) => groups.has(start)) ?? able[0]!
}

function chosenAt({ staffId, minutes, groups, resources, start }: Choice & { start: number }): Chosen {
  const group = groups.get(start)
  const resourceId = group ? group.resourceId : (resources?.find(({ starts }) => contain(starts, start))?.id ?? null)
  return { staffId, minutes, resourceId }
}

/** The time that could matter to a visit which begins at this start. */
function reachOf(requests: readonly Request[], start: number): Interval {
  const longest = requests.map(({ staff }) => Math.max(0, ...staff.map(({ minutes }) => minutes)))
  const buffers = Math.max(
    0,
    ...requests.map(({ bufferBeforeMinutes, bufferAfterMinutes }) => Math.max(bufferBeforeMinutes, bufferAfterMinutes)),
  )
  return { start: start - buffers * minute, end: start + (longest.reduce((sum, minutes) => sum + minutes, 0) + buffers) * minute }
}
