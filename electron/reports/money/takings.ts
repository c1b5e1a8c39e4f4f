import { groupedBy } from '../../../shared/group.ts'
import { isSpan } from '../../../shared/reports/model.ts'
import { spans } from '../../../shared/reports/periods.ts'
import { shareOf, sumOf, tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as money from '../money-queries.ts'
import { dailyOverTime } from '../over-time.ts'
import { highestFirst } from '../ranking.ts'
import { textIn } from '../../texts.ts'

const figures = ['payments', 'amount', 'tips'] as const
type Figure = (typeof figures)[number]

const columns: ColumnOf<Figure>[] = [
  { key: 'payments', type: 'number', value: ({ payments }) => payments },
  { key: 'takings', type: 'money', value: ({ amount }) => amount },
  { key: 'tips', type: 'money', value: ({ tips }) => tips },
]

/** What came in, less what was given back: by the day of the payment, whenever it was charged. Tips are the staff's, and stand apart. */
export const takings: Definition = {
  name: 'takings',
  subject: 'money',
  groups: ['method', ...spans],
  filters: [],
  period: 'thisMonth',
  run: (asked, around) => (isSpan(asked.group) ? byTime(asked, around) : byMethod(asked, around)),
}

async function byMethod({ days }: Asked, { db, settings }: Around) {
  const rows = groupedBy(await money.takingsByDay(db, days).execute(), ({ method }) => method)
  const lines = [...rows].map(([method, ofMethod]) => ({
    key: method,
    label: textIn(settings.language, `payments.methods.${method}`),
    link: { page: 'payments', id: null, query: { ...days, method } },
    figures: sumOf(ofMethod.map(({ payments, amount, tips }): Figures<Figure> => ({ payments, amount, tips }))),
  }))
  const share: ColumnOf<Figure> = { key: 'share', type: 'percent', value: ({ amount }, all) => shareOf(amount, all.amount) }
  const ranked = highestFirst(lines, ({ amount }) => amount)
  return tableOf({ columns: [...columns, share], lines: ranked, chart: { kind: 'ranking', columns: ['takings'] } })
}

async function byTime(asked: Asked, around: Around) {
  const rows = await money.takingsByDay(around.db, asked.days).execute()
  const { lines } = await dailyOverTime(asked, around, figures, rows)
  const linked = lines.map(line => ({ ...line, link: { page: 'payments', id: null, query: { ...line.days } } }))
  return tableOf({ columns, lines: linked, chart: { kind: 'bars', columns: ['takings'] } })
}
