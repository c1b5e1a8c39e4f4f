import type { Link } from '../../../shared/reports/model.ts'
import { averageOf, shareOf, sumOf, tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Around, Asked } from '../definition.ts'
import { clientsOf } from '../names.ts'
import * as sales from '../sales.ts'

type Figure = 'net' | 'tax' | 'gross' | 'documents'

const columns: ColumnOf<Figure>[] = [
  { key: 'documents', type: 'number', value: ({ documents }) => documents },
  { key: 'net', type: 'money', value: ({ net }) => net },
  { key: 'tax', type: 'money', value: ({ tax }) => tax },
  { key: 'gross', type: 'money', value: ({ gross }) => gross },
  { key: 'averageTicket', type: 'money', value: ({ gross, documents }) => averageOf(gross, documents) },
  { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) },
]

export const contactLink = (id: number | null): Link | null => (id === null ? null : { page: 'contact', id, query: {} })

/** Those to whom most was charged. Documents know their client, lines do not: nothing can be narrowed here. */
export async function byClient({ days, filters, limit, only }: Asked, around: Around) {
  if (Object.values(filters).some(filter => filter !== null)) throw new AppError('invalid', 'reportFilterUnknown')
  const { currency } = around.settings
  const all = await sales.byClient(around.db, days, currency)
  const total = sumOf<Figure>(all.map(({ contactId: _contactId, ...figures }) => figures))
  const wanted = only && new Set(only)
  const shown = wanted ? all.filter(({ contactId }) => wanted.has(String(contactId))) : all.slice(0, limit ?? all.length)
  const nameOf = await clientsOf(
    around,
    shown.map(({ contactId }) => contactId),
  )
  const lines = shown.map(({ contactId, ...figures }) => ({
    ...{ key: String(contactId), label: nameOf(contactId), link: contactLink(contactId), figures },
  }))
  return tableOf({ columns, lines, total, all: all.length, chart: { kind: 'ranking', columns: ['net'] } })
}
