import type { Interval } from './diary.ts'

/** Functions on sorted intervals that do not touch each other, and give such again. */
export type Intervals = readonly Interval[]

export const overlap = (one: Interval, other: Interval) => one.start < other.end && other.start < one.end

/** Of any intervals, in any order: those that overlap or touch become one. */
export function joined(intervals: Intervals): Interval[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (start < end) result.push({ start, end })
  }
  return result
}

/** What both have. */
export function common(one: Intervals, other: Intervals): Interval[] {
  const result: Interval[] = []
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const start = Math.max(one[a]!.start, other[b]!.start)
    const end = Math.min(one[a]!.end, other[b]!.end)
    if (start < end) result.push({ start, end })
    if (one[a]!.end < other[b]!.end) a++
    else b++
  }
  return result
}

/** What `intervals` leave of `within`. */
export function gaps(intervals: Intervals, within: Interval): Interval[] {
  const result: Interval[] = []
  let free = within.start
  for (let index = firstEndingAfter(intervals, within.start); index < intervals.length; index++) {
    const { start, end } = intervals[index]!
    if (start >= within.end) break
    if (free < start) result.push({ start: free, end: start })
    free = end
  }
  if (free < within.end) result.push({ start: free, end: within.end })
  return result
}

export function contain(intervals: Intervals, instant: number) {
  const found = intervals[firstEndingAfter(intervals, instant)]
  return found !== undefined && found.start <= instant
}

export const cover = (intervals: Intervals, { start, end }: Interval) => {
  const found = intervals[firstEndingAfter(intervals, start)]
  return found !== undefined && found.start <= start && end <= found.end
}

function firstEndingAfter(intervals: Intervals, instant: number) {
  let [low, high] = [0, intervals.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (intervals[middle]!.end > instant) high = middle
    else low = middle + 1
  }
  return low
}
