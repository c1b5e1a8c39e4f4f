import { worthOfAYear } from '../../../shared/reports/clients.ts'
import { averageOf, sumOf, tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import { daysBetween } from '../../../shared/zone.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { contactLink } from '../money/revenue-by-client.ts'
import { clientsOf } from '../names.ts'

type Figure = 'clients' | 'visits' | 'usualDays' | 'overdueDays' | 'worth'

const columns: ColumnOf<Figure>[] = [
  { key: 'visits', type: 'number', value: ({ visits }) => visits },
  { key: 'usualDays', type: 'number', value: ({ usualDays, clients }) => averageOf(usualDays, clients) },
  { key: 'overdueDays', type: 'number', value: ({ overdueDays, clients }) => averageOf(overdueDays, clients) },
  { key: 'worthOfAYear', type: 'money', value: ({ worth }) => worth },
]

/** Who should have come by their own rhythm and has not, and what a year without them would cost: the dearest first. */
export const atRisk: Definition = { name: 'atRisk', subject: 'clients', groups: ['client'], filters: [], period: null, run }

async function run({ limit }: Asked, around: Around) {
  const { db, today, settings } = around
  const rows = await clientQueries.atRisk(db, today).execute()
  const charged = await clientQueries.salesSoFar(db, settings.currency).execute()
  const nets = new Map(charged.map(({ contactId, net }) => [contactId, net]))
  const all = rows
    .map(({ contactId, visits, usualDays, dueOn }) => {
      const worth = worthOfAYear(usualDays!, nets.get(contactId) ?? 0, visits)
      return { contactId, figures: { clients: 1, visits, usualDays: usualDays!, overdueDays: daysBetween(dueOn!, today), worth } }
    })
    .sort((a, b) => b.figures.worth - a.figures.worth || a.contactId - b.contactId)
  const shown = all.slice(0, limit ?? all.length)
  const nameOf = await clientsOf(
    around,
    shown.map(({ contactId }) => contactId),
  )
  const lines = shown.map(({ contactId, figures }) => ({
    ...{ key: String(contactId), label: nameOf(contactId), link: contactLink(contactId), figures },
  }))
  const total = sumOf<Figure>([nothing, ...all.map(({ figures }) => figures)])
  return tableOf({ columns, lines, total, all: all.length, chart: { kind: 'ranking', columns: ['worthOfAYear'] }, groups: ['late'] })
}

const nothing = { clients: 0, visits: 0, usualDays: 0, overdueDays: 0, worth: 0 }
