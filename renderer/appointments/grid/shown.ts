import type { Calendar } from '@event-calendar/core'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CalendarEntry } from '../../../shared/appointments/model.ts'
import { useShopClock } from '../../composables/shop-clock.ts'
import { useWallFormats } from '../../composables/wall-formats.ts'
import { useSettings } from '../../settings/store.ts'
import { standsAt } from '../../../shared/tasks/rules.ts'
import { useTasksInCalendar } from '../../tasks/in-calendar.ts'
import { useDiary } from '../diary.ts'
import { filtered } from '../filtering.ts'
import { openMinutes, shownHours, usualMinutes, workable, type Minutes } from '../hours.ts'
import { useCalendarPlace } from '../place.ts'
import { eachDay } from '../../ui/month.ts'
import { useRoster } from '../roster.ts'
import { dayOf, minuteOfDay } from '../walls.ts'
import { background, blocksOf, drawn, holeBlocks, nowhere } from './blocks.ts'
import { columnsOf, nobodys, type Column } from './columns.ts'
import { closedDay, offBlocks } from './off-times.ts'
import type { GridColumn, Shown } from './options.ts'
import { columnOfTask, endOf, taskBlocks, tasksOf } from './task-blocks.ts'

/** So many of a day's visits find room in a month. */
const mostInMonth = 3

/** Where something would be booked. */
export type Wish = Readonly<{ start: string; end: string; column: string | null }>

/** What the calendar draws, from what is known and what is looked at. */
export function useShown(wishes: () => readonly Wish[]) {
  const { t } = useI18n()
  const { time } = useWallFormats()
  const { now } = useShopClock()
  const settings = useSettings()
  const place = useCalendarPlace()
  const roster = useRoster()
  const diary = useDiary()
  const inCalendar = useTasksInCalendar()

  const by = computed(() => (place.view === 'day' && roster.resources.length > 0 ? settings.preferences.calendarColumns : 'staff'))
  const entries = computed(() => filtered(diary.entries ?? [], place.filters))
  const days = computed(() => eachDay(place.days))
  const ofDay = computed(() => entries.value.filter(({ start, end }) => dayOf(start) <= place.day && dayOf(end) >= place.day))

  const columnsOfVisits = computed(() => {
    if (by.value === 'resource') return columnsOf('resource', roster.resources, roster.resourceById, ofDay.value)
    const wanted = place.filters.staff
    const staff = wanted.length > 0 ? roster.staff.filter(({ id }) => wanted.includes(id)) : roster.staff
    return columnsOf('staff', staff, roster.staffById, ofDay.value).filter(
      ({ id }) => wanted.length === 0 || (id !== null && wanted.includes(id)),
    )
  })

  /** A room has no tasks, and a month no room for them. */
  const tasks = computed(() => (by.value === 'resource' || place.view === 'month' ? [] : tasksOf(inCalendar.tasks, place.filters)))

  const columns = computed(() => {
    const visited = columnsOfVisits.value
    const keys = visited.map(({ key }) => key)
    const isForNobody = tasks.value.some(task => columnOfTask(task, keys) === nowhere)
    return place.view === 'day' && isForNobody && !keys.includes(nowhere) ? [...visited, nobodys()] : visited
  })

  const hoursOf = (column: Column): readonly Minutes[] => {
    const person = by.value === 'staff' && column.id !== null ? roster.staffById.get(column.id) : undefined
    return person ? workable(person, roster.openings, place.day) : openMinutes(roster.openings, place.day)
  }

  function factsOf(column: Column) {
    if (column.key === nowhere) return t('calendar.visits', { count: column.visits }, column.visits)
    const hours = hoursOf(column)
    const visits = t('calendar.visits', { count: column.visits }, column.visits)
    if (hours.length === 0) return t(by.value === 'staff' ? 'calendar.offToday' : 'calendar.closedToday', { visits })
    const first = hours[0]!.from
    const last = hours.at(-1)!.to
    const open = openMinutes(roster.openings, place.day)
    if (by.value === 'resource' || open.length === 0) return visits
    const at = (minutes: number) => time(`2000-01-01T${clock(minutes)}`)
    if (first > open[0]!.from) return t('calendar.from', { visits, time: at(first) })
    return last < open.at(-1)!.to ? t('calendar.until', { visits, time: at(last) }) : visits
  }

  const gridColumns = computed<GridColumn[]>(() =>
    columns.value.map(column => ({
      key: column.key,
      name: column.key === nowhere ? t('calendar.nobody') : column.name,
      facts: factsOf(column),
    })),
  )

  const drawing = computed(() => ({
    by: by.value,
    colouring: settings.preferences.calendarColours,
    services: roster.serviceById,
    staff: roster.staffById,
    isDetailed: place.view === 'day',
  }))

  const offs = computed<Calendar.EventInput[]>(() => {
    if (place.view === 'day') return columns.value.flatMap(column => offBlocks(place.day, hoursOf(column), column.key))
    if (place.view === 'week') return days.value.flatMap(day => offBlocks(day, openMinutes(roster.openings, day), null))
    return days.value.filter(day => openMinutes(roster.openings, day).length === 0).map(closedDay)
  })

  const visits = computed(() => blocksOf(place.view === 'month' ? firstOfEachDay(entries.value) : entries.value, drawing.value))
  const holes = computed(() => (place.view === 'day' ? holeBlocks(diary.entries ?? [], by.value, now.value) : []))

  const drawnTasks = computed(() =>
    taskBlocks(
      tasks.value,
      columns.value.map(({ key }) => key),
    ),
  )

  const wished = computed(() =>
    wishes().map(({ start, end, column }, index) =>
      drawn(
        { type: 'wish' },
        { ...background, id: `wish-${index}`, start, end, classNames: ['wish'], ...(column === null ? {} : { resourceIds: [column] }) },
      ),
    ),
  )

  const hours = computed(() => {
    const open = days.value.flatMap(day => openMinutes(roster.openings, day))
    const worked = place.view === 'day' ? columns.value.flatMap(hoursOf) : []
    return shownHours([
      ...(open.length > 0 ? open : usualMinutes(roster.openings, place.day)),
      ...worked,
      ...entries.value.flatMap(busy),
      ...tasks.value.flatMap(task => busy({ start: standsAt(task)!, end: endOf(task) })),
    ])
  })

  const shown = computed<Shown>(() => ({
    view: place.view === 'list' ? 'day' : place.view,
    day: place.day,
    columns: gridColumns.value,
    events: [...offs.value, ...visits.value, ...holes.value, ...drawnTasks.value, ...wished.value],
    hours: hours.value,
    hourHeight: settings.preferences.calendarHourHeight,
    gridMinutes: settings.shop.gridMinutes,
  }))

  return { shown, by, entries }
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const busy = ({ start, end }: Pick<CalendarEntry, 'start' | 'end'>): Minutes[] =>
  dayOf(start) === dayOf(end) ? [{ from: minuteOfDay(start), to: minuteOfDay(end) }] : [{ from: minuteOfDay(start), to: 24 * 60 }]

function firstOfEachDay(entries: readonly CalendarEntry[]) {
  const counts = new Map<string, number>()
  return entries.filter(({ start }) => {
    const count = (counts.get(dayOf(start)) ?? 0) + 1
    counts.set(dayOf(start), count)
    return count <= mostInMonth
  })
}
