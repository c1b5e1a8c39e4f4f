import { dayNumber } from '../../../shared/reports/day-number.ts'
import { bucketsOf, nextBeginning } from '../../../shared/reports/periods.ts'
import { shareOf, tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { periodNames } from '../period-names.ts'
import { daysIn } from './days.ts'

/** So many months are followed. */
const followed = 12
type Month = `month${number}`
type Figure = 'size' | Month | `all${number}`

const months = Array.from({ length: followed }, (_, later) => later + 1)

/** Of those who came first in a month, how many came again one month later, two months later ...; only months that are over count. */
export const cohorts: Definition = {
  ...{ name: 'cohorts', subject: 'clients', groups: [], filters: [], period: 'last12Months' },
  isOfDiary: true,
  run,
}

async function run({ days }: Asked, around: Around) {
  const { db, settings, today, say } = around
  const beginnings = [...bucketsOf(days, 'month', 1)].map(({ key }) => key).filter(key => key <= today)
  const counts = await countsOf(beginnings, db)
  const isOver = (month: string) => nextBeginning('month', month) <= today
  const { long: nameOf } = periodNames(settings.language, 'month')
  const lines = beginnings.map(key => {
    const came = (later: number) => {
      const month = nextBeginning('month', key, later)
      return isOver(month) ? counts(key, month) : undefined
    }
    return { key, label: nameOf(key), figures: figuresOf(counts(key, key), came) }
  })
  const columns: ColumnOf<Figure>[] = [
    { key: 'fresh', type: 'number', value: ({ size }) => size },
    ...months.map(later => columnOf(later, say)),
  ]
  const chart = { kind: 'heat' as const, columns: months.map(later => `month${later}`) }
  return tableOf({ columns, lines: lines.filter(({ figures }) => figures.size > 0), chart })
}

/** How many of those who came first in one of these months came in another one, each month by its first day. */
async function countsOf(beginnings: readonly string[], db: Around['db']) {
  const width = beginnings.length + followed
  const { base, monthOn } = monthsByDay(beginnings[0] ?? '1970-01-01', width)
  const [counts, latest] = [new Int32Array(beginnings.length * width), new Int32Array(width).fill(-1)]
  const rows = await clientQueries.daysOfClients(db).execute()
  rows.forEach(({ days }, client) => {
    const came = daysIn(days!)
    const first = monthOn[Math.min(...came) - base]
    if (first === undefined || first >= beginnings.length) return
    for (const day of came) {
      const month = monthOn[day - base]
      if (month === undefined || latest[month] === client) continue
      latest[month] = client
      counts[first * width + month]! += 1
    }
  })
  const placeOf = (month: string) => monthOn[dayNumber(month) - base]!
  return (first: string, month: string) => counts[placeOf(first) * width + placeOf(month)] ?? 0
}

/** How many months after the first one each day lies, from its beginning on. */
function monthsByDay(first: string, months: number) {
  const base = dayNumber(first)
  const monthOn: number[] = []
  for (let month = 0; month < months; month++) {
    const end = dayNumber(nextBeginning('month', first, month + 1)) - base
    while (monthOn.length < end) monthOn.push(month)
  }
  return { base, monthOn }
}

/** `all` has the size of a cohort where the month is over, so that the last row is a share of those that could have come. */
function figuresOf(size: number, cameIn: (later: number) => number | undefined): Figures<Figure> {
  const figures: Record<string, number> = { size }
  for (const later of months) {
    const came = cameIn(later)
    figures[`month${later}`] = came ?? 0
    figures[`all${later}`] = came === undefined ? 0 : size
  }
  // Each month has both.
  return figures as Figures<Figure>
}

const columnOf = (later: number, say: Around['say']): ColumnOf<Figure> => ({
  ...{ key: `month${later}`, type: 'percent', label: say('monthsLater', { count: later }) },
  value: figures => shareOf(figures[`month${later}`] ?? 0, figures[`all${later}`] ?? 0),
})
