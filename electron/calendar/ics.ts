import ical, { escape, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { clockIn, type Clock } from '../../shared/zone.ts'

/** An appointment as another calendar sees it. */
export type Told = Readonly<{
  uid: string
  sequence: number
  title: string
  note: string
  startsAt: string
  endsAt: string
  createdAt: string
  changedAt: string
  isCancelled: boolean
}>
export type CalendarHead = Readonly<{ name: string; zone: string }>

/** RFC 5545, in pieces of so many events that none becomes large. */
export async function* calendarFile(
  head: CalendarHead,
  pages: AsyncIterable<readonly Told[]> | Iterable<readonly Told[]>,
): AsyncGenerator<string, void, undefined> {
  const clock = clockIn(head.zone)
  // Also without an event, the file says what it is.
  let opening = ends(calendarText(head, [], clock))[0]
  for await (const page of pages) {
    const [begin, events] = ends(calendarText(head, page, clock))
    yield opening === '' ? events : begin + events
    opening = ''
  }
  yield `${opening}END:VCALENDAR\r\n`
}

const firstEvent = '\r\nBEGIN:VEVENT\r\n'
const closing = 'END:VCALENDAR'

/** What stands before the events, and the events. */
function ends(text: string): [head: string, events: string] {
  const whole = text.slice(0, text.lastIndexOf(closing))
  const at = whole.indexOf(firstEvent)
  return at < 0 ? [whole, ''] : [whole.slice(0, at + 2), whole.slice(at + 2)]
}

function calendarText({ name, zone }: CalendarHead, events: readonly Told[], clock: Clock) {
  const block = vtimezone(zone)
  const calendar = ical({ prodId: '//Regulars//Calendar//EN', name: escape(plain(name), false) })
  calendar.timezone({ name: null, generator: () => block })
  for (const event of events) {
    calendar.createEvent({
      ...{
        id: event.uid,
        sequence: event.sequence,
        summary: plain(event.title),
        description: event.note.replace(/[^\P{Cc}\n]/gu, '') || null,
      },
      ...(block !== null && isClear(event, clock)
        ? onTheWall(event, clock)
        : { start: new Date(event.startsAt), end: new Date(event.endsAt) }),
      ...{ stamp: new Date(event.changedAt), created: new Date(event.createdAt), lastModified: new Date(event.changedAt) },
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** A wall time that comes twice means the first of the two (RFC 5545, 3.3.5): the second is told in Greenwich's. */
const isClear = ({ startsAt, endsAt }: Told, clock: Clock) =>
  [startsAt, endsAt].map(Date.parse).every(at => clock.firstFrom(clock.localOf(at)) === Math.floor(at / 60_000) * 60_000)

const onTheWall = ({ startsAt, endsAt }: Told, clock: Clock) => {
  const [start, end] = [startsAt, endsAt].map(at => Temporal.PlainDateTime.from(clock.localOf(Date.parse(at))))
  return { start: start!, end: end!, timezone: clock.zone }
}

const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ')

/** null where Greenwich serves: a zone without rules of its own. */
function vtimezone(zone: string) {
  const [block] = tzlib_get_ical_block(zone) as string[]
  // An old name of a zone gets the rules of the new one, but events speak of it as the shop does.
  return block?.replace(/^TZID:.*$/m, `TZID:${zone}`) ?? null
}
