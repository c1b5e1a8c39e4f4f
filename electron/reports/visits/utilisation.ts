import { groupedBy } from '../../../shared/group.ts'
import { isSpan } from '../../../shared/reports/model.ts'
import { beginningOf, bucketsOf, spans } from '../../../shared/reports/periods.ts'
import { shareOf, tableOf, type ColumnOf, type Line } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as diary from '../diary.ts'
import { overTime } from '../over-time.ts'
import { availableIn } from './available.ts'

const figures = ['available', 'busy', 'missed', 'blocked'] as const
type Figure = (typeof figures)[number]

const columns: ColumnOf<Figure>[] = [
  { key: 'available', type: 'minutes', value: ({ available }) => available },
  { key: 'busy', type: 'minutes', value: ({ busy }) => busy },
  { key: 'free', type: 'minutes', value: ({ available, busy }) => Math.max(0, available - busy) },
  { key: 'missed', type: 'minutes', value: ({ missed }) => missed },
  { key: 'blocked', type: 'minutes', value: ({ blocked }) => blocked },
  { key: 'utilisation', type: 'percent', value: ({ available, busy }) => shareOf(busy, available) },
]
const chart = (kind: 'bars' | 'ranking') => ({ kind, columns: ['utilisation'] })

/** How much of the time that people are there is booked, with the names of `shared/reports/visits.ts`. */
export const utilisation: Definition = {
  name: 'utilisation',
  subject: 'visits',
  groups: ['staff', ...spans],
  filters: ['staffId'],
  isWithoutClients: true,
  isOfDiary: true,
  period: 'thisMonth',
  run: (asked, around) => (isSpan(asked.group) ? byTime(asked, around) : byStaff(asked, around)),
}

type Minutes = Readonly<Record<'busy' | 'missed' | 'blocked', number>>
const withGroups = ({ busy, missed, blocked }: Minutes, groups: readonly Omit<Minutes, 'blocked'>[]): Minutes => ({
  busy: groups.reduce((sum, group) => sum + group.busy, busy),
  missed: groups.reduce((sum, group) => sum + group.missed, missed),
  blocked,
})

const lessBlocked = (available: number, blocked: number) => Math.max(0, available - blocked)

async function byTime(asked: Asked, around: Around) {
  const { staff, minutesOf } = await availableIn(asked.days, around)
  const meant = staff.filter(({ id }) => asked.filters.staffId === null || asked.filters.staffId === id)
  const span = isSpan(asked.group) ? asked.group : 'month'
  const there = new Map(
    [...bucketsOf(asked.days, span, around.weekStart)].map(bucket => [
      bucket.key,
      meant.reduce((sum, { id }) => sum + minutesOf(id, bucket), 0),
    ]),
  )
  const names = figures.filter(name => name !== 'available')
  const { lines } = await overTime(asked, around, names, named => diary.minutesByPart(around, named, asked.filters).execute())
  const ofGroups = (await diary.groupMinutes(around.db, asked.days).execute()).filter(row => meant.some(({ id }) => id === row.staffId))
  const groups = groupedBy(ofGroups, ({ day }) => beginningOf(span, day, around.weekStart))
  const withHours = lines.map(line => ({
    ...line,
    figures: {
      ...withGroups(line.figures, groups.get(line.key) ?? []),
      available: lessBlocked(there.get(line.key) ?? 0, line.figures.blocked),
    },
  }))
  return tableOf({ columns, lines: withHours, chart: chart('bars') })
}

async function byStaff({ days, filters }: Asked, around: Around) {
  const { staff, minutesOf } = await availableIn(days, around)
  const rows = new Map((await diary.minutesByStaff(around, days).execute()).map(row => [row.staffId, row]))
  const groups = groupedBy(await diary.groupMinutes(around.db, days).execute(), ({ staffId }) => staffId)
  const lines = staff
    .filter(({ id }) => filters.staffId === null || filters.staffId === id)
    .map(({ id, name }): Line<Figure> => {
      const { busy, missed, blocked } = withGroups(rows.get(id) ?? { busy: 0, missed: 0, blocked: 0 }, groups.get(id) ?? [])
      return { key: String(id), label: name, figures: { available: lessBlocked(minutesOf(id, days), blocked), busy, missed, blocked } }
    })
    .filter(({ figures: { available, busy, missed, blocked } }) => available + busy + missed + blocked > 0)
  return tableOf({ columns, lines, chart: chart('ranking') })
}
