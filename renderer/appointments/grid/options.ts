import type { Calendar } from '@event-calendar/core'
import type { CalendarView } from '../range.ts'
import type { Minutes } from '../hours.ts'
import type { Block } from './blocks.ts'

export type GridView = Exclude<CalendarView, 'list'>
export type GridColumn = Readonly<{ key: string; name: string; facts: string }>

/** What is shown; changing any of it changes the calendar. */
export type Shown = Readonly<{
  view: GridView
  day: string
  columns: readonly GridColumn[]
  events: Calendar.EventInput[]
  hours: Minutes
  hourHeight: number
  gridMinutes: number
}>

/** A change by hand, not yet said to anybody: `revert` puts the block back. */
export type Moved = Readonly<{ block: Block; minutes: number; column: string | null; revert: () => void }>
export type Stretched = Readonly<{ block: Block; minutes: number; revert: () => void }>
export type Picked = Readonly<{ start: string; end: string | null; column: string | null }>

const views = { day: 'resourceTimeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' } satisfies Record<GridView, string>

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`

export const shownOptions = ({ view, day, columns, events, hours, hourHeight, gridMinutes }: Shown) =>
  ({
    view: views[view],
    date: day,
    resources: columns.map(({ key, name, facts }) => ({ id: key, title: name, extendedProps: { facts } })),
    events,
    slotMinTime: clock(hours.from),
    slotMaxTime: clock(hours.to),
    slotHeight: hourHeight,
    snapDuration: clock(gridMinutes),
  }) satisfies Calendar.Options

/** Pixels between the visits of a day in a month. */
export const gap = 2

export const fixedOptions = {
  eventGap: gap,
  // Many people have narrow columns, and then those on the right are scrolled to.
  columnWidth: 'minmax(112px, 1fr)',
  headerToolbar: { start: '', center: '', end: '' },
  height: '100%',
  firstDay: 1,
  allDaySlot: false,
  nowIndicator: true,
  slotDuration: '01:00:00',
  // Zero says: a label at every line, the first one too.
  slotLabelInterval: 0,
  slotEventOverlap: false,
  editable: true,
  selectable: true,
  dragScroll: true,
  longPressDelay: 350,
} satisfies Calendar.Options

export const blockOf = ({ extendedProps }: Pick<Calendar.Event, 'extendedProps'>) => extendedProps.block as Block | undefined

export const minutesOf = ({ days, seconds }: Calendar.Duration) => days * 24 * 60 + Math.round(seconds / 60)
