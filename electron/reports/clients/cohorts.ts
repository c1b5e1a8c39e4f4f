import { bucketsOf, nextBeginning } from '../../../shared/reports/periods.ts'
import { shareOf, tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import { dayAfter } from '../../../shared/zone.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { periodNames } from '../period-names.ts'
import { stretchOf } from './clients.ts'

/** So many months are followed. */
const followed = 12
type Month = `month${number}`
type Figure = 'size' | Month | `all${number}`

const months = Array.from({ length: followed }, (_, later) => later + 1)

/** Of those who came first in a month, how many came again one month later, two months later ...; only months that are over count. */
export const cohorts: Definition = { name: 'cohorts', subject: 'clients', groups: [], filters: [], period: 'last12Months', run }

async function run({ days }: Asked, around: Around) {
  const { db, settings, today, say } = around
  const beginnings = [...bucketsOf(days, 'month', 1)].map(({ key }) => key).filter(key => key <= today)
  const whole = (key: string) => stretchOf({ from: key, to: dayAfter(nextBeginning('month', key), -1) }, around)
  const sizes = await clientQueries
    .newClients(
      db,
      beginnings.map(key => ({ key, ...whole(key) })),
    )
    .execute()
  const isOver = (month: string) => nextBeginning('month', month) <= today
  const pairs = beginnings.flatMap(key =>
    months.flatMap(later => {
      const month = nextBeginning('month', key, later)
      const { start, end } = whole(month)
      return isOver(month) ? { key: `${key} ${later}`, ...whole(key), from: start, to: end } : []
    }),
  )
  const came = new Map((await clientQueries.comingBack(db, pairs).execute()).map(({ key, clients }) => [key, clients ?? 0]))
  const { long: nameOf } = periodNames(settings.language, 'month')
  const lines = sizes.map(({ key, clients }) => ({
    ...{ key, label: nameOf(key), figures: figuresOf(clients ?? 0, later => came.get(`${key} ${later}`)) },
  }))
  const columns: ColumnOf<Figure>[] = [
    { key: 'fresh', type: 'number', value: ({ size }) => size },
    ...months.map(later => columnOf(later, say)),
  ]
  return tableOf({
    columns,
    lines: lines.filter(({ figures }) => figures.size > 0),
    chart: { kind: 'heat', columns: months.map(later => `month${later}`) },
  })
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
