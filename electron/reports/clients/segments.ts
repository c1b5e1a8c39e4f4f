import { tiers } from '../../../shared/reports/clients.ts'
import { averageOf, shareOf, sumOf, tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { contactLink } from '../money/revenue-by-client.ts'
import { clientsOf } from '../names.ts'

type Figure = 'clients' | 'visits' | 'daysSince' | 'net'

const columns: ColumnOf<Figure>[] = [
  { key: 'visits', type: 'number', value: ({ visits }) => visits },
  { key: 'averageDaysSince', type: 'number', value: ({ daysSince, clients }) => averageOf(daysSince, clients) },
  { key: 'netSoFar', type: 'money', value: ({ net }) => net },
  { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) },
]
const ofTiers: ColumnOf<Figure>[] = [
  { key: 'clients', type: 'number', value: ({ clients }) => clients },
  { key: 'shareOfClients', type: 'percent', value: ({ clients }, all) => shareOf(clients, all.clients) },
]

/** Recency, frequency and money: who the best clients are, who is fading, who has gone. Of every visit so far, and of all that was ever charged. */
export const segments: Definition = {
  name: 'segments',
  subject: 'clients',
  groups: ['tier', 'client'],
  filters: ['tier'],
  period: null,
  run: async (asked, around) => (asked.group === 'client' ? byClient(asked, around) : byTier(asked, around)),
}

/** Some clients stand in the tiers in which they stand among all. */
const whichOf = ({ filters }: Asked, { now, today, clients }: Around) => ({
  ...{ moment: now.toISOString(), today, clients },
  tier: filters.tier,
})

async function byTier(asked: Asked, around: Around) {
  const { shop, say } = around
  const rows = await clientQueries.sumsOfTiers(shop, whichOf(asked, around)).execute()
  const lines = rows.map(({ tier: place, ...figures }) => {
    const tier = tiers[place]!
    const link = { page: 'report', id: null, query: { report: 'segments', group: 'client', tier } }
    return { key: tier, label: say(`tiers.${tier}`), link, figures }
  })
  return tableOf({
    columns: [...ofTiers, ...columns],
    lines,
    chart: { kind: 'ranking', columns: ['clients'] },
    remarks: lines.map(({ key, label }) => `${label}: ${say(`tierMeanings.${key}`)}`),
    groups: lines.map(({ key }) => key),
  })
}

async function byClient(asked: Asked, around: Around) {
  const { shop } = around
  const which = whichOf(asked, around)
  const sums = await clientQueries.sumsOfTiers(shop, which).execute()
  const shown = await clientQueries.clientsOfTiers(shop, which, asked.limit ?? -1).execute()
  const nameOf = await clientsOf(
    around,
    shown.map(({ contactId }) => contactId),
  )
  const lines = shown.map(({ contactId, tier: _tier, ...figures }) => ({
    ...{ key: String(contactId), label: nameOf(contactId), link: contactLink(contactId), figures: { ...figures, clients: 1 } },
  }))
  const total = sumOf<Figure>([nothing, ...sums.map(({ tier: _tier, ...figures }) => figures)])
  const chart = { kind: 'ranking' as const, columns: ['netSoFar'] }
  return tableOf({ columns, lines, total, all: total.clients, chart, groups: asked.filters.tier === null ? [] : [asked.filters.tier] })
}

const nothing = { clients: 0, visits: 0, daysSince: 0, net: 0 }
