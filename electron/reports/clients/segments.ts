import { tiers } from '../../../shared/reports/clients.ts'
import { groupedBy } from '../../../shared/group.ts'
import { averageOf, shareOf, tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import { daysBetween } from '../../../shared/zone.ts'
import { standingsOf, type Standing } from '../../segments/standings.ts'
import type { Around, Asked, Definition } from '../definition.ts'
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

/** Those who are asked for. Some clients stand in the tiers in which they stand among all. */
async function meant({ filters: { tier } }: Asked, { shop, now, clock, clients }: Around) {
  const ids = clients && new Set(clients)
  const all = await standingsOf(shop, { now, clock })
  return all.filter(one => (tier === null || one.tier === tier) && (ids === null || ids.has(one.contactId)))
}

const figuresOf = ({ visits, net, day }: Standing, today: string) => ({ clients: 1, visits, daysSince: daysBetween(day, today), net })
const sumIn = (standings: readonly Standing[], today: string) =>
  standings.reduce(
    (sum, { visits, net, day }) => {
      sum.clients += 1
      sum.visits += visits
      sum.daysSince += daysBetween(day, today)
      sum.net += net
      return sum
    },
    { clients: 0, visits: 0, daysSince: 0, net: 0 },
  )

async function byTier(asked: Asked, around: Around) {
  const { today, say } = around
  const standings = groupedBy(await meant(asked, around), ({ tier }) => tier)
  const lines = tiers
    .filter(tier => standings.has(tier))
    .map(tier => {
      const link = { page: 'report', id: null, query: { report: 'segments', group: 'client', tier } }
      return { key: tier, label: say(`tiers.${tier}`), link, figures: sumIn(standings.get(tier)!, today) }
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
  const { today } = around
  const all = (await meant(asked, around)).sort((a, b) => b.net - a.net || a.contactId - b.contactId)
  const shown = all.slice(0, asked.limit ?? all.length)
  const nameOf = await clientsOf(
    around,
    shown.map(({ contactId }) => contactId),
  )
  const lines = shown.map(one => ({
    ...{ key: String(one.contactId), label: nameOf(one.contactId), link: contactLink(one.contactId), figures: figuresOf(one, today) },
  }))
  const chart = { kind: 'ranking' as const, columns: ['netSoFar'] }
  const groups = asked.filters.tier === null ? [] : [asked.filters.tier]
  return tableOf({ columns, lines, total: sumIn(all, today), all: all.length, chart, groups })
}
