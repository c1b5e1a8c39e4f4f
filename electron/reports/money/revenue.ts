import { groupedBy } from '../../../shared/group.ts'
import type { Filters, Link } from '../../../shared/reports/model.ts'
import { isSpan } from '../../../shared/reports/model.ts'
import { spans } from '../../../shared/reports/periods.ts'
import { chargedFigures, type ChargedFigure, type SaleFigure } from '../../../shared/reports/sales.ts'
import { averageOf, shareOf, sumOf, tableOf, type ColumnOf, type Figures, type Line } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { itemsOf, staffOf } from '../names.ts'
import { overTime } from '../over-time.ts'
import { highestFirst } from '../ranking.ts'
import * as sales from '../sales.ts'
import { byClient } from './revenue-by-client.ts'

type Sold = Figures<SaleFigure>

const money: ColumnOf<ChargedFigure>[] = [
  { key: 'net', type: 'money', value: ({ net }) => net },
  { key: 'tax', type: 'money', value: ({ tax }) => tax },
  { key: 'gross', type: 'money', value: ({ gross }) => gross },
]
const share: ColumnOf<SaleFigure> = { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) }
const documents: ColumnOf<ChargedFigure>[] = [
  { key: 'documents', type: 'number', value: ({ documents }) => documents },
  { key: 'averageTicket', type: 'money', value: ({ gross, documents }) => averageOf(gross, documents) },
]
const quantity: ColumnOf<SaleFigure> = { key: 'quantity', type: 'decimal', value: ({ quantity }) => quantity }

/** What was sold, with the names of `shared/reports/sales.ts`. */
export const revenue: Definition = {
  name: 'revenue',
  subject: 'money',
  groups: [...spans, 'item', 'category', 'staff', 'client'],
  filters: ['staffId', 'serviceId', 'productId', 'category'],
  period: 'thisMonth',
  run: async (asked, around) => {
    if (asked.group === 'client') return byClient(asked, around)
    return isSpan(asked.group) ? byTime(asked, around) : byThing(asked, around)
  },
}

const filterOf = ({ filters }: Asked, { settings }: Around) => ({ ...filters, currency: settings.currency })

const isNarrowed = ({ serviceId, productId, category }: Filters) => serviceId !== null || productId !== null || category !== null

async function byTime(asked: Asked, around: Around) {
  const { lines } = await overTime(asked, around, chargedFigures, named => sales.byPart(around, named, filterOf(asked, around)))
  // Documents are counted at their first line, which may be of anything else.
  const counted = isNarrowed(asked.filters) || asked.filters.staffId !== null ? [] : documents
  const linked = lines.map(line => ({ ...line, link: documentsOf(line.days) }))
  return tableOf({ columns: [...money, ...counted], lines: linked, chart: { kind: 'bars', columns: ['net'] } })
}

const documentsOf = (days: { from: string; to: string }): Link => ({ page: 'invoices', id: null, query: { ...days } })

async function byThing(asked: Asked, around: Around) {
  const lines = highestFirst(await linesBy(asked, around), ({ net }) => net)
  const columns = asked.group === 'staff' ? money : [quantity, ...money]
  return tableOf({ columns: [...columns, share], lines, chart: { kind: 'ranking', columns: ['net'] } })
}

async function linesBy(asked: Asked, around: Around): Promise<Line<SaleFigure>[]> {
  const filter = filterOf(asked, around)
  if (asked.group === 'staff') {
    const nameOf = await staffOf(around)
    const rows = await sales.byStaff(around, asked.days, filter).execute()
    return rows.map(({ staffId, ...figures }) => ({ key: String(staffId), label: nameOf(staffId), figures }))
  }
  const { nameOf, categoryOf } = await itemsOf(around)
  const rows = await sales.byItem(around, asked.days, filter).execute()
  if (asked.group === 'item')
    return rows.map(({ kind, itemId, ...figures }) => ({ key: `${kind}.${itemId}`, label: nameOf({ kind, itemId }), figures }))
  return [...groupedBy(rows, categoryOf)].map(([category, items]) => ({
    ...{ key: category, label: category || around.say('noCategory') },
    figures: sumOf(items.map(({ kind: _kind, itemId: _itemId, ...figures }): Sold => figures)),
  }))
}
