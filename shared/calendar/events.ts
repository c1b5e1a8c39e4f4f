import { textOf } from '../imports/vcard.ts'
import { parseLine, type ContentLine } from './lines.ts'
import type { Problem, ProblemReason } from './problems.ts'
import { lengthIn, timesIn, type EventTime, type Length } from './times.ts'

/** An event of a file, or the one date of a repeating event that differs (`replaces`). */
export type CalendarEvent = Readonly<{
  line: number
  uid: string
  title: string
  note: string
  start: EventTime
  /** null where the file does not say when it ends. */
  end: EventTime | Length | null
  rule: string | null
  added: readonly EventTime[]
  leftOut: readonly EventTime[]
  replaces: EventTime | null
  sequence: number
  isCancelled: boolean
}>

type Hear = { event(event: CalendarEvent): void; problem(problem: Problem): void; zone(tzid: string, place: string): void }

const used = new Set(
  [
    'UID',
    'SUMMARY',
    'DESCRIPTION',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'RDATE',
    'EXDATE',
    'RECURRENCE-ID',
    'SEQUENCE',
    'STATUS',
  ].concat(['TZID', 'X-LIC-LOCATION']),
)
/** An event can be left out on many days, each in a line of its own. */
const propertiesAtMost = 3000

type Component = { name: string; line: number; properties: ContentLine[] }

/** Events out of the lines of a calendar. A line that is broken is named and passed over, an event that never ends closed. */
export function createEventReader(hear: Hear) {
  const open: Component[] = []

  function close(component: Component) {
    if (component.name === 'VEVENT') closeEvent(component, hear)
    const [tzid, place] = ['TZID', 'X-LIC-LOCATION'].map(name => valueOf(component, name))
    if (component.name === 'VTIMEZONE' && tzid && place) hear.zone(tzid, place)
  }

  function begin(name: string, line: number) {
    // An event lies in no other: the one before has lost its end.
    while (name === 'VEVENT' && open.some(component => component.name === 'VEVENT')) close(open.pop()!)
    if (open.length < 10) open.push({ name, line, properties: [] })
  }

  function end(name: string) {
    if (open.some(component => component.name === name))
      while (open.length > 0) {
        const last = open.pop()!
        close(last)
        if (last.name === name) return
      }
  }

  return {
    take(text: string, line: number) {
      const property = parseLine(text)
      const inside = open.at(-1)
      const keyword = property?.value.trim().toUpperCase() ?? ''
      if (property?.name === 'BEGIN') begin(keyword, line)
      else if (property?.name === 'END') end(keyword)
      else if (property === null && inside?.name === 'VEVENT') hear.problem({ line, title: titleOf(inside), reason: 'lineBroken' })
      else if (property && inside && used.has(property.name) && inside.properties.length < propertiesAtMost)
        inside.properties.push(property)
    },
    end() {
      while (open.length > 0) close(open.pop()!)
    },
  }
}

const find = ({ properties }: Component, name: string) => properties.find(property => property.name === name)
const valueOf = (component: Component, name: string) => find(component, name)?.value.trim() ?? ''

/** On one line, and no longer than a title can be. */
const titleOf = (component: Component) =>
  textOf(valueOf(component, 'SUMMARY'))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 120)
const noteOf = (component: Component) =>
  textOf(valueOf(component, 'DESCRIPTION'))
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, 2000)
    .trim()

function closeEvent(component: Component, { event, problem }: Hear) {
  const say = (reason: ProblemReason) => problem({ line: component.line, title: titleOf(component), reason })
  const starts = timesOf(component, 'DTSTART')
  if (starts?.length === 0) return say('startMissing')
  const [ends, replaces] = [timesOf(component, 'DTEND'), timesOf(component, 'RECURRENCE-ID')]
  const duration = find(component, 'DURATION')
  const length = duration ? lengthIn(duration.value) : null
  if (!starts || !ends || !replaces || (duration && !length)) return say('timeBroken')
  const [added, leftOut] = [timesOf(component, 'RDATE'), timesOf(component, 'EXDATE')]
  if (!added || !leftOut) say('lineBroken')
  const title = titleOf(component)
  event({
    ...{ line: component.line, title, note: noteOf(component), start: starts[0]!, end: ends[0] ?? length },
    uid: valueOf(component, 'UID').slice(0, 300) || `${starts[0]!.wall} ${title}`,
    rule: valueOf(component, 'RRULE') || null,
    ...{ added: added ?? [], leftOut: leftOut ?? [], replaces: replaces[0] ?? null },
    sequence: Number(/^\d{1,9}$/.exec(valueOf(component, 'SEQUENCE'))?.[0] ?? 0),
    isCancelled: valueOf(component, 'STATUS').toUpperCase() === 'CANCELLED',
  })
}

/** Of all properties of this name; null where one of them is no time. */
function timesOf({ properties }: Component, name: string): EventTime[] | null {
  const times = properties.filter(property => property.name === name).map(timesIn)
  return times.every(list => list !== null) ? times.flat() : null
}
