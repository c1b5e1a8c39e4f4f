import { bucketsOf } from '../../../shared/reports/periods.ts'
import { tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import { localeOf } from '../../texts.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { itemsOf } from '../names.ts'
import { highestFirst } from '../ranking.ts'
import * as sales from '../sales.ts'

type Month = `month${number}`
const months = Array.from({ length: 12 }, (_, month) => month + 1)

/** What sells in which month of the year: quantities of products and services, all years of the period together. */
export const seasonality: Definition = {
  name: 'seasonality',
  subject: 'money',
  groups: ['item'],
  filters: ['staffId', 'category'],
  period: 'last12Months',
  run,
}

async function run({ days, filters, limit }: Asked, around: Around) {
  const { nameOf } = await itemsOf(around)
  const rows = await sales.byItemAndPart(around, [...bucketsOf(days, 'month', 1)], { ...filters, currency: around.settings.currency })
  const found = new Map<string, { label: string; figures: Record<string, number> }>()
  for (const { key: month, kind, itemId, quantity } of rows) {
    if (kind !== 'service' && kind !== 'product') continue
    const key = `${kind}.${itemId}`
    const item = found.get(key) ?? {
      label: nameOf({ kind, itemId }),
      figures: Object.fromEntries(months.map(month => [`month${month}`, 0])),
    }
    item.figures[`month${Number(month.slice(5, 7))}`]! += quantity
    found.set(key, item)
  }
  // Each of the months is there.
  const lines = [...found].map(([key, { label, figures }]) => ({ key, label, figures: figures as Figures<Month> }))
  const ranked = highestFirst(lines, figures => whole(figures))
  return tableOf({
    columns: columnsIn(around),
    lines: ranked.slice(0, limit ?? ranked.length),
    all: ranked.length,
    chart: { kind: 'heat', columns: months.map(month => `month${month}`) },
  })
}

const whole = (figures: Figures<Month>) => months.reduce((sum, month) => sum + (figures[`month${month}`] ?? 0), 0)

function columnsIn({ settings }: Around): ColumnOf<Month>[] {
  const format = new Intl.DateTimeFormat(localeOf(settings.language), { month: 'short', timeZone: 'UTC' })
  return [
    ...months.map((month): ColumnOf<Month> => ({
      ...{ key: `month${month}`, type: 'decimal', label: format.format(Date.UTC(2024, month - 1, 1)) },
      value: figures => figures[`month${month}`] ?? 0,
    })),
    { key: 'quantity', type: 'decimal', value: whole },
  ]
}
