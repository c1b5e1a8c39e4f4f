import type { Booked, Interval } from './diary.ts'
import { gaps, joined, type Intervals } from './intervals.ts'
import { resourceBusy, staffBusy } from './occupation.ts'

const always: Interval = { start: -Infinity, end: Infinity }
const day = 86_400_000

export type Taken = ReturnType<typeof takenBy>

/** What is booked, sorted by whom and what it takes. */
export function takenBy(booked: readonly Booked[], contactId: number | null) {
  const [byStaff, byResource, byDay] = [new Map<number, Interval[]>(), new Map<number, Interval[]>(), new Map<number, Booked[]>()]
  for (const one of booked) {
    if (one.staffId !== null) addTo(byStaff, one.staffId, ...staffBusy(one))
    const widest = resourceBusy(one)
    if (one.resourceId !== null) addTo(byResource, one.resourceId, widest)
    for (const touched of daysOf(widest)) addTo(byDay, touched, one)
  }
  const [staff, resources] = [freeTimes(byStaff), freeTimes(byResource)]
  const client = contactId === null ? [always] : gaps(joined(booked.filter(one => one.contactId === contactId)), always)

  return {
    freeStaff: (id: number | null) => (id === null ? [always] : staff(id)),
    freeResource: resources,
    freeClient: client,
    /** Whatever could touch this time. */
    near: (time: Interval) => [...new Set(daysOf(time).flatMap(touched => byDay.get(touched) ?? []))],
  }
}

export function addTo<Value>(lists: Map<number, Value[]>, key: number, ...values: Value[]) {
  const list = lists.get(key)
  if (list) list.push(...values)
  else lists.set(key, values)
}

function freeTimes(taken: ReadonlyMap<number, Intervals>) {
  const known = new Map<number, Intervals>()
  return (id: number): Intervals => {
    const free = known.get(id) ?? gaps(joined(taken.get(id) ?? []), always)
    known.set(id, free)
    return free
  }
}

/** Days of Greenwich: nobody sees them. */
function daysOf({ start, end }: Interval) {
  const [first, last] = [Math.floor(start / day), Math.floor(end / day)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
