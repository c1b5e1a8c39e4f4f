import type { Interval, Occupation, Request } from './diary.ts'

const minute = 60_000

/** When somebody is needed, first of what the client sees of it. */
export const partsAtWork = ({ start, end, processing }: Occupation): Interval[] =>
  processing === null
    ? [{ start, end }]
    : [
        { start, end: processing.start },
        { start: processing.end, end },
      ]

/** When somebody can do nothing else: the same with the buffers. */
export function staffBusy({ start, end, bufferBefore, bufferAfter, processing }: Occupation): Interval[] {
  const [from, to] = [start - bufferBefore, end + bufferAfter]
  if (processing === null) return [{ start: from, end: to }]
  return [
    { start: from, end: processing.start },
    { start: processing.end, end: to },
  ]
}

/** When its resource can be used for nothing else. */
export const resourceBusy = ({ start, end, bufferBefore, bufferAfter }: Occupation): Interval => ({
  start: start - bufferBefore,
  end: end + bufferAfter,
})

/** Whether a client takes part in the same group as another: they share the time and the room. */
export const isSameGroup = (one: Occupation, { serviceId, staffId, start, end }: Occupation) =>
  one.seats > 1 &&
  one.serviceId !== null &&
  one.serviceId === serviceId &&
  one.staffId === staffId &&
  one.start === start &&
  one.end === end

export type Chosen = Readonly<{ staffId: number | null; resourceId: number | null; minutes: number }>

/** The services of a visit one after the other, each with whom and what was chosen for it. */
export function laidOut(requests: readonly Request[], chosen: readonly Chosen[], start: number): Occupation[] {
  let next = start
  return requests.map((request, index) => {
    const occupation = occupationAt(request, chosen[index]!, next)
    next = occupation.end
    return occupation
  })
}

export function occupationAt(request: Request, { staffId, resourceId, minutes }: Chosen, start: number): Occupation {
  const { serviceId, bufferBeforeMinutes, bufferAfterMinutes, seats } = request
  return {
    ...{ serviceId, staffId, resourceId, seats, start, end: start + minutes * minute },
    bufferBefore: bufferBeforeMinutes * minute,
    bufferAfter: bufferAfterMinutes * minute,
    processing: processingIn(request, minutes, start),
  }
}

/** Whoever takes less time than the processing needs stays with it all the time. */
function processingIn({ processing }: Request, minutes: number, start: number): Interval | null {
  if (processing === null || processing.afterMinutes + processing.minutes >= minutes) return null
  const begin = start + processing.afterMinutes * minute
  return { start: begin, end: begin + processing.minutes * minute }
}
