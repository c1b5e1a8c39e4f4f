import type { Calendar } from '@event-calendar/core'
import type { BookedService, CalendarEntry } from '../../../shared/appointments/model.ts'
import type { Service } from '../../../shared/catalogue/model.ts'
import { groupedBy } from '../../../shared/group.ts'
import type { Staff } from '../../../shared/staff/model.ts'
import type { Task } from '../../../shared/tasks/model.ts'
import { toneOfPart, type Colouring } from '../colours.ts'
import { plusMinutes } from '../walls.ts'

/** What a column of the day belongs to. */
export type ColumnKind = 'staff' | 'resource'

/** What the calendar knows of a block that it draws. */
export type Block =
  | Readonly<{ type: 'visit'; entry: CalendarEntry; position: number; part: BookedService; from: string; isFirst: boolean }>
  | Readonly<{ type: 'group'; entries: readonly CalendarEntry[]; part: BookedService; seats: number }>
  | Readonly<{ type: 'gap'; staffId: number | null }>
  | Readonly<{ type: 'hole'; entry: CalendarEntry }>
  | Readonly<{ type: 'task'; task: Task }>
  | Readonly<{ type: 'buffer' | 'off' | 'wish' }>

export type Drawing = Readonly<{
  by: ColumnKind
  colouring: Colouring
  services: ReadonlyMap<number, Service>
  staff: ReadonlyMap<number, Staff>
  /** With what is free inside a visit and kept free around it: where each of the staff, or each room, has a column. */
  isDetailed: boolean
}>

/** The column for whatever nobody, or no room, is named for. */
export const nowhere = 'none'
export const columnOf = (by: ColumnKind, part: Pick<BookedService, 'staffId' | 'resourceId'>) => {
  const id = by === 'staff' ? part.staffId : part.resourceId
  return id === null ? nowhere : String(id)
}

export const drawn = (block: Block, event: Omit<Calendar.EventInput, 'extendedProps'>): Calendar.EventInput => ({
  ...event,
  extendedProps: { block },
})
export const background = { display: 'background', editable: false } as const
/** It stays where it is. */
export const still = { startEditable: false, durationEditable: false } as const

/** The blocks of all visits: one for each stretch in which somebody is busy with it, with what is free inside and kept free around it. */
export function blocksOf(entries: readonly CalendarEntry[], drawing: Drawing): Calendar.EventInput[] {
  const { groups, single } = grouped(entries, drawing.services)
  return [...groups.map(group => groupBlock(group, drawing)), ...single.flatMap(entry => visitBlocks(entry, drawing))]
}

const isActive = ({ status }: CalendarEntry) => status !== 'noShow' && status !== 'cancelled'

function visitBlocks(entry: CalendarEntry, drawing: Drawing) {
  return entry.services.flatMap((part, position) => [
    ...stretchesOf(part, drawing).map((stretch, index, all) =>
      drawn(
        { type: 'visit', entry, position, part, from: stretch.start, isFirst: index === 0 },
        {
          id: `${entry.id}-${position}-${index}`,
          resourceIds: [columnOf(drawing.by, part)],
          ...stretch,
          classNames: classesOf(entry, part, drawing),
          startEditable: isActive(entry),
          durationEditable: isActive(entry) && index === all.length - 1,
        },
      ),
    ),
    ...(isActive(entry) && drawing.isDetailed ? around(entry, part, position, drawing.by) : []),
  ])
}

function classesOf(entry: CalendarEntry, part: BookedService, drawing: Drawing) {
  return [`tone-${toneOfPart(drawing.colouring, entry, part, drawing)}`, `is-${entry.status}`, `kind-${entry.kind}`]
}

/** Somebody of the staff is free while a colour works in; the chair is not. */
function stretchesOf({ start, end, processing }: BookedService, { by, isDetailed }: Drawing) {
  if (!processing || by === 'resource' || !isDetailed) return [{ start, end }]
  const from = plusMinutes(start, processing.afterMinutes)
  return [
    { start, end: from },
    { start: plusMinutes(from, processing.minutes), end },
  ]
}

function around(entry: CalendarEntry, part: BookedService, position: number, by: ColumnKind) {
  const place = { ...background, resourceIds: [columnOf(by, part)] }
  const { start, end, processing, bufferBeforeMinutes, bufferAfterMinutes } = part
  const gapStart = processing && by === 'staff' ? plusMinutes(start, processing.afterMinutes) : null
  const id = (name: string) => `${entry.id}-${position}-${name}`
  return [
    ...(bufferBeforeMinutes ? [buffer(id('before'), plusMinutes(start, -bufferBeforeMinutes), start)] : []),
    ...(bufferAfterMinutes ? [buffer(id('after'), end, plusMinutes(end, bufferAfterMinutes))] : []),
    ...(gapStart
      ? [
          drawn(
            { type: 'gap', staffId: part.staffId },
            { ...place, id: id('gap'), start: gapStart, end: plusMinutes(gapStart, processing!.minutes), classNames: ['gap'] },
          ),
        ]
      : []),
  ]

  function buffer(bufferId: string, from: string, to: string) {
    return drawn({ type: 'buffer' }, { ...place, id: bufferId, start: from, end: to, classNames: ['buffer'] })
  }
}

/** Those who take part in the same class at the same time are one block. */
function grouped(entries: readonly CalendarEntry[], services: ReadonlyMap<number, Service>) {
  const byClass = groupedBy(entries, entry => classOf(entry, services) ?? entry)
  const groups = [...byClass.values()].filter(group => group.length > 1)
  return { groups, single: [...byClass.values()].filter(group => group.length === 1).flat() }
}

/** Of those who take part in one; null of everybody else. */
function classOf(entry: CalendarEntry, services: ReadonlyMap<number, Service>) {
  const [part, ...more] = entry.services
  const seats = part && part.serviceId !== null ? (services.get(part.serviceId)?.seats ?? 1) : 1
  if (!part || more.length > 0 || seats === 1 || !isActive(entry)) return null
  return [part.serviceId, part.staffId, part.resourceId, part.start, part.end].join()
}

function groupBlock(entries: readonly CalendarEntry[], drawing: Drawing) {
  const [first] = entries as [CalendarEntry]
  const part = first.services[0]!
  const seats = drawing.services.get(part.serviceId!)?.seats ?? entries.length
  return drawn(
    { type: 'group', entries, part, seats },
    {
      id: `group-${first.id}`,
      resourceIds: [columnOf(drawing.by, part)],
      start: part.start,
      end: part.end,
      classNames: classesOf(first, part, drawing),
      ...still,
    },
  )
}

/** What a cancelled visit leaves, as long as nobody else has been booked there. */
export function holeBlocks(entries: readonly CalendarEntry[], by: ColumnKind, now: string): Calendar.EventInput[] {
  return holesOf(entries, now).map(entry =>
    drawn(
      { type: 'hole', entry },
      {
        id: `hole-${entry.id}`,
        resourceIds: [columnOf(by, entry.services[0]!)],
        start: entry.start,
        end: entry.end,
        classNames: ['hole'],
        ...still,
      },
    ),
  )
}

/** Cancelled visits to come whose people and rooms are still free. */
export const holesOf = (entries: readonly CalendarEntry[], now: string) => {
  const active = entries.filter(isActive).flatMap(({ services }) => services)
  const isTaken = (hole: BookedService) =>
    active.some(
      part =>
        part.start < hole.end &&
        part.end > hole.start &&
        ((hole.staffId !== null && part.staffId === hole.staffId) || (hole.resourceId !== null && part.resourceId === hole.resourceId)),
    )
  return entries.filter(
    ({ status, start, kind, services }) => status === 'cancelled' && kind === 'visit' && start > now && !services.some(isTaken),
  )
}
