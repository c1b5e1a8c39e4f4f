import { averageOf, shareOf, tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { contactLink } from '../money/revenue-by-client.ts'
import { clientsOf } from '../names.ts'
import * as sales from '../sales.ts'

type Figure = 'net' | 'documents' | 'upTo'

const columns: ColumnOf<Figure>[] = [
  { key: 'net', type: 'money', value: ({ net }) => net },
  { key: 'documents', type: 'number', value: ({ documents }) => documents },
  { key: 'averageNet', type: 'money', value: ({ net, documents }) => averageOf(net, documents) },
  { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) },
  { key: 'cumulated', type: 'percent', value: ({ upTo }, all) => shareOf(upTo, all.net) },
]

/** Who brings most, and how much of all that is: of a long period it is what clients have been worth so far. */
export const topClients: Definition = {
  name: 'topClients',
  subject: 'clients',
  groups: ['client'],
  filters: [],
  period: 'last12Months',
  run,
}

async function run({ days, limit, only }: Asked, around: Around) {
  const { settings, db } = around
  const rows = (await sales.byClient(db, days, settings.currency)).filter(({ contactId }) => contactId !== null)
  let upTo = 0
  const ranked = rows.map(({ contactId, net, documents }) => ({ contactId, figures: { net, documents, upTo: (upTo += net) } }))
  const wanted = only && new Set(only)
  const shown = wanted ? ranked.filter(({ contactId }) => wanted.has(String(contactId))) : ranked.slice(0, limit ?? ranked.length)
  const nameOf = await clientsOf(
    around,
    shown.map(({ contactId }) => contactId),
  )
  const lines = shown.map(({ contactId, figures }) => ({
    ...{ key: String(contactId), label: nameOf(contactId), link: contactLink(contactId), figures },
  }))
  const total = { net: upTo, documents: rows.reduce((sum, { documents }) => sum + documents, 0), upTo }
  const chart = { kind: 'ranking' as const, columns: ['net'] }
  return tableOf({ columns, lines, total, all: rows.length, chart, remarks: remarksOn(rows, upTo, around) })
}

const fewest = 5

/** The rule of Pareto, as it is in this shop. */
function remarksOn(rows: readonly { net: number }[], whole: number, { say }: Around) {
  if (rows.length < fewest || whole <= 0) return []
  const fifth = Math.ceil(rows.length / 5)
  const theirs = rows.slice(0, fifth).reduce((sum, { net }) => sum + net, 0)
  return [say('remarks.pareto', { clients: fifth, percent: Math.round((100 * theirs) / whole) })]
}
