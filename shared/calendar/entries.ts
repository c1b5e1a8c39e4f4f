import type { Interval } from '../appointments/diary.ts'
import { dayAfter } from '../zone.ts'
import { datesOf, instantOf, keyOf, lengthOf, type EventDate, type Shop } from './dates.ts'
import type { CalendarEvent } from './events.ts'
import type { Problem } from './problems.ts'

/** What comes into the diary: a day at most. Of one event, no two have the same key; null is that of an event which does not repeat. */
export type Entry = Interval & Readonly<{ key: string | null; title: string; note: string; isCancelled: boolean }>
export type Entries = Readonly<{ entries: readonly Entry[]; problems: readonly Problem[]; repeats: boolean; isWhole: boolean }>

const day = 86_400_000

/** All that the events of one UID come to: those of its rule, and the dates that differ from it. */
export function entriesOf(events: readonly CalendarEvent[], shop: Shop): Entries {
  const problems: Problem[] = []
  const say =
    ({ line, title }: CalendarEvent) =>
    (reason: Problem['reason']) =>
      void problems.push({ line, title, reason })
  for (const event of events) if (!zonesOf(event).every(zone => shop.clockOf(zone))) say(event)('zoneUnknown')

  const master = latest(events.filter(({ replaces }) => replaces === null))
  const changed = new Map(events.filter(({ replaces }) => replaces !== null).map(event => [keyOf(event.replaces!, shop), event]))
  const dates = master ? datesOf(master, shop, say(master)) : []
  const repeats = dates.length > 1 || (master !== undefined && master.rule !== null) || changed.size > 0
  const entries = dates.flatMap(date => {
    const event = changed.get(date.key) ?? master!
    return piecesOf(
      event,
      event === master ? date : { key: date.key, at: event.start, instant: instantOf(event.start, shop) },
      shop,
      say(event),
    )
  })
  const loose = [...changed]
    .filter(([key]) => !dates.some(date => date.key === key))
    .filter(([, { replaces }]) => !master || isToCome(replaces!, shop))
  const others = loose.flatMap(([key, event]) =>
    piecesOf(event, { key, at: event.start, instant: instantOf(event.start, shop) }, shop, say(event)),
  )
  return { entries: distinct([...entries, ...others], repeats), problems: once(problems), repeats, isWhole: master !== undefined }
}

/** A date of an endless rule that lies behind us is left alone, whatever became of it. */
const isToCome = (time: CalendarEvent['start'], shop: Shop) => instantOf(time, shop) >= shop.now - day

const latest = (events: readonly CalendarEvent[]) =>
  events.reduce<CalendarEvent | undefined>((best, event) => (best && best.sequence > event.sequence ? best : event), undefined)

const zonesOf = ({ start, end }: CalendarEvent) =>
  [start.zone, end !== null && 'wall' in end ? end.zone : null].filter(zone => zone !== null)

const once = (problems: readonly Problem[]) => [
  ...new Map(problems.map(problem => [`${problem.line} ${problem.reason}`, problem])).values(),
]

/** An event that does not repeat is known by its UID alone, wherever it is moved; further days of it by their number. */
function distinct(entries: readonly (Entry & { key: string })[], repeats: boolean): Entry[] {
  const byKey = [...new Map(entries.toReversed().map(entry => [entry.key, entry])).values()].reverse()
  return byKey.map((entry, index) => (repeats ? entry : { ...entry, key: index === 0 ? null : `${index + 1}` }))
}

function piecesOf(
  event: CalendarEvent,
  date: EventDate,
  shop: Shop,
  say: (reason: Problem['reason']) => void,
): (Entry & { key: string })[] {
  const length = lengthOf(event, shop)
  if (typeof length === 'string') {
    say(length)
    return []
  }
  const { title, note, isCancelled } = event
  const pieces = 'days' in length ? days(date, length.days, shop) : parts(date, length.milliseconds)
  return pieces.map((piece, index) => ({
    ...{ title, note, isCancelled, ...piece },
    key: index === 0 ? date.key : `${date.key} ${index + 1}`,
  }))
}

/** While the shop is open, or all day where it is closed anyway. */
function days({ at }: EventDate, count: number, shop: Shop): Interval[] {
  return Array.from({ length: count }, (_, index) => {
    const date = dayAfter(at.wall.slice(0, 10), index)
    return shop.opening(date) ?? { start: shop.clock.startOf(date), end: shop.clock.startOf(dayAfter(date)) }
  })
}

function parts({ instant }: EventDate, milliseconds: number): Interval[] {
  return Array.from({ length: Math.ceil(milliseconds / day) }, (_, index) => ({
    start: instant + index * day,
    end: instant + Math.min(milliseconds, (index + 1) * day),
  }))
}
