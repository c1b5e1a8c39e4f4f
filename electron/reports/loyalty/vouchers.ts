import { groupedBy } from '../../../shared/group.ts'
import { sumOf, tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import { outstanding } from '../../vouchers/queries.ts'
import { textIn } from '../../texts.ts'
import type { Around, Asked, Definition } from '../definition.ts'

type Figure = 'vouchers' | 'sold' | 'open'

const columns: ColumnOf<Figure>[] = [
  { key: 'vouchersSold', type: 'number', value: ({ vouchers }) => vouchers },
  { key: 'soldFor', type: 'money', value: ({ sold }) => sold },
  { key: 'outstanding', type: 'money', value: ({ open }) => open },
]

/** What is still owed for gift cards and packages: the figures of `vouchers.outstanding`. */
export const vouchers: Definition = { name: 'vouchers', subject: 'loyalty', groups: ['year', 'kind'], filters: [], period: null, run }

async function run({ group }: Asked, { db, settings }: Around) {
  const rows = (await outstanding(db).execute()).filter(({ currency }) => currency === settings.currency)
  const isByYear = group === 'year'
  const lines = [...groupedBy(rows, ({ year, kind }) => (isByYear ? year : kind))].map(([key, theirs]) => ({
    ...{ key, label: isByYear ? key : textIn(settings.language, `vouchers.kinds.${key}`) },
    link: { page: 'vouchers', id: null, query: {} },
    figures: sumOf(theirs.map(({ vouchers, sold, open }): Figures<Figure> => ({ vouchers, sold, open }))),
  }))
  return tableOf({ columns, lines, chart: { kind: isByYear ? 'bars' : 'ranking', columns: ['outstanding'] } })
}
