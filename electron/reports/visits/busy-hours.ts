import { tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as diary from '../diary.ts'
import { localeOf } from '../../texts.ts'

type Hour = `hour${number}`

/** On which weekdays and at which hours visits begin that were neither cancelled nor missed. */
export const busyHours: Definition = {
  name: 'busyHours',
  subject: 'visits',
  groups: [],
  filters: [],
  isOfDiary: true,
  period: 'thisMonth',
  run,
}

async function run({ days }: Asked, around: Around) {
  const { settings, weekStart } = around
  const rows = await diary.byShape(around, days, 'hour').execute()
  const came = new Map(rows.map(({ place, done, open }) => [place, done + open] as const).filter(([, visits]) => visits > 0))
  const hours = hoursOf([...came.keys()])
  const format = new Intl.DateTimeFormat(localeOf(settings.language), { weekday: 'long', timeZone: 'UTC' })
  const lines = Array.from({ length: 7 }, (_, later) => (weekStart - 1 + later) % 7).map(weekday => ({
    key: String(weekday + 1),
    // The first of January 2024 was a Monday.
    label: format.format(Date.UTC(2024, 0, 1 + weekday)),
    figures: figuresOf(hours, hour => came.get(weekday * 24 + hour) ?? 0),
  }))
  const columns = [...hours.map(columnOf), whole(hours)]
  return tableOf({ columns, lines: came.size === 0 ? [] : lines, chart: { kind: 'heat', columns: hours.map(hour => `hour${hour}`) } })
}

/** From the first to the last in which anything begins. */
function hoursOf(places: readonly number[]) {
  const used = places.map(place => place % 24)
  const [first, last] = [Math.min(...used), Math.max(...used)]
  return Array.from({ length: Math.max(0, last - first + 1) || 0 }, (_, later) => first + later)
}

const figuresOf = (hours: readonly number[], valueOf: (hour: number) => number) =>
  // The names are the keys.
  Object.fromEntries(hours.map(hour => [`hour${hour}`, valueOf(hour)])) as Figures<Hour>

const columnOf = (hour: number): ColumnOf<Hour> & { label: string } => ({
  ...{ key: `hour${hour}`, type: 'number', label: `${String(hour).padStart(2, '0')}:00` },
  value: figures => figures[`hour${hour}`] ?? 0,
})

const whole = (hours: readonly number[]): ColumnOf<Hour> => ({
  ...{ key: 'visits', type: 'number' },
  value: figures => hours.reduce((sum, hour) => sum + (figures[`hour${hour}`] ?? 0), 0),
})
