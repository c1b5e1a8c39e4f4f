import { createReadStream, statSync } from 'node:fs'
import { createEventReader, type CalendarEvent } from '../../shared/calendar/events.ts'
import type { Problem } from '../../shared/calendar/problems.ts'
import { createLineReader } from '../../shared/calendar/lines.ts'
import { AppError } from '../../shared/errors.ts'
import type { OfferedPath } from '../handlers.ts'
import { unreadable } from '../imports/unreadable.ts'

export const eventsAtMost = 100_000
const megabytesAtMost = 100

export type Calendar = Readonly<{
  /** By their UIDs: an event, and its dates that differ. */
  events: ReadonlyMap<string, readonly CalendarEvent[]>
  problems: readonly Problem[]
  /** What the file says of the names of its zones. */
  places: ReadonlyMap<string, string>
}>

export async function readCalendar({ path, name }: OfferedPath): Promise<Calendar> {
  const [events, problems, places] = [new Map<string, CalendarEvent[]>(), [] as Problem[], new Map<string, string>()]
  let count = 0
  const reader = createEventReader({
    event(event) {
      if (++count > eventsAtMost) throw new AppError('invalid', 'tooMany', { maximum: eventsAtMost })
      const others = events.get(event.uid)
      if (others) others.push(event)
      else events.set(event.uid, [event])
    },
    problem: problem => void (problems.length < eventsAtMost && problems.push(problem)),
    zone: (tzid, place) => void places.set(tzid, place),
  })
  try {
    await readLines(path, reader.take)
  } catch (cause) {
    throw unreadable(cause, name)
  }
  reader.end()
  return { events, problems, places }
}

async function readLines(path: string, take: (text: string, line: number) => void) {
  if (statSync(path).size > megabytesAtMost * 1024 * 1024) throw new AppError('invalid', 'fileTooLarge', { maximum: megabytesAtMost })
  let isCalendar = false
  const lines = createLineReader((text, line) => {
    isCalendar ||= /^\s*BEGIN:VCALENDAR\s*$/i.test(text)
    if (!isCalendar) throw new AppError('invalid', 'calendarUnreadable')
    take(text, line)
  })
  const decoder = new TextDecoder('utf-8')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) lines.push(decoder.decode(piece, { stream: true }))
  lines.push(decoder.decode())
  lines.end()
  if (!isCalendar) throw new AppError('invalid', 'calendarUnreadable')
}
