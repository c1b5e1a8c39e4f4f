import { spans } from '../../../shared/reports/periods.ts'
import { figuresOf, dailyOverTime } from '../over-time.ts'
import { tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as money from '../money-queries.ts'

const moved = ['payments', 'tips', 'paidIn', 'paidOut', 'difference'] as const
const figures = [...moved, 'entries', 'closings', 'counted'] as const
type Figure = (typeof figures)[number]

const columns: ColumnOf<Figure>[] = [
  { key: 'cashPayments', type: 'money', value: ({ payments }) => payments },
  { key: 'tips', type: 'money', value: ({ tips }) => tips },
  { key: 'paidIn', type: 'money', value: ({ paidIn }) => paidIn },
  { key: 'paidOut', type: 'money', value: ({ paidOut }) => paidOut },
  { key: 'difference', type: 'money', value: ({ difference }) => difference },
  { key: 'movement', type: 'money', value: row => moved.reduce((sum, name) => sum + row[name], 0) },
]
const ofDays: ColumnOf<Figure>[] = [{ key: 'counted', type: 'money', value: ({ counted, closings }) => (closings === 1 ? counted : null) }]
const ofMany: ColumnOf<Figure>[] = [{ key: 'closings', type: 'number', value: ({ closings }) => closings }]

/** What went into the drawer and out of it, and what was counted in the evening. */
export const cashbook: Definition = {
  ...{ name: 'cashbook', subject: 'money', groups: spans, filters: [], period: 'thisMonth' },
  isWithoutClients: true,
  run,
}

async function run(asked: Asked, around: Around) {
  const counted = (await money.closings(around.db, asked.days).execute()).map(({ day, counted }) => ({
    ...{ ...figuresOf(figures, () => 0), day, counted, closings: 1 },
  }))
  const entries = (await money.drawerByDay(around.db, asked.days).execute()).map(row => ({ ...row, closings: 0, counted: 0 }))
  const { lines } = await dailyOverTime(asked, around, figures, [...entries, ...counted])
  const isByDay = asked.group === 'day'
  const used = isByDay ? lines.filter(({ figures: { entries, closings } }) => entries + closings > 0) : lines
  const linked = used.map(line => ({ ...line, link: isByDay ? { page: 'cashbook', id: null, query: { day: line.key } } : null }))
  return tableOf({ columns: [...columns, ...(isByDay ? ofDays : ofMany)], lines: linked, chart: { kind: 'bars', columns: ['movement'] } })
}
