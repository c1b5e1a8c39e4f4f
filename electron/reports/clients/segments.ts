import { daysBetween } from '../../../shared/zone.ts'
import { fifthsOf, tierOf, tiers, type Tier } from '../../../shared/reports/clients.ts'
import { groupedBy } from '../../../shared/group.ts'
import { averageOf, shareOf, sumOf, tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { contactLink } from '../money/revenue-by-client.ts'
import { clientsOf } from '../names.ts'
import * as sales from '../sales.ts'

type Figure = 'clients' | 'visits' | 'daysSince' | 'net'
type Client = Readonly<{ contactId: number; tier: Tier; figures: Figures<Figure> }>

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

/** Recency, frequency and money: who the best clients are, who is fading, who has gone. */
export const segments: Definition = {
  name: 'segments',
  subject: 'clients',
  groups: ['tier', 'client'],
  filters: ['tier'],
  period: null,
  run: async (asked, around) => {
    const all = among(await everybody({ ...around, db: around.shop }), around)
    const meant = asked.filters.tier === null ? all : all.filter(({ tier }) => tier === asked.filters.tier)
    return asked.group === 'client' ? byClient(meant, asked, around) : byTier(meant, around)
  },
}

/** Some clients stand in the groups in which they stand among all. */
function among(all: readonly Client[], { clients }: Around) {
  if (clients === null) return all
  const theirs = new Set(clients)
  return all.filter(({ contactId }) => theirs.has(contactId))
}

/** Of all that was ever charged to them, and of every visit so far. */
async function everybody({ db, now, today, clock, settings }: Around): Promise<Client[]> {
  const rows = await clientQueries.seenBefore(db, now.toISOString()).execute()
  const charged = await sales.byClient(db, { from: '0001-01-01', to: today }, settings.currency)
  const nets = new Map(charged.map(({ contactId, net }) => [contactId, net]))
  const facts = rows.map(({ contactId, visits, lastAt }) => {
    const daysSince = daysBetween(clock.dayOf(Date.parse(lastAt)), today)
    return { contactId, visits, daysSince, net: nets.get(contactId) ?? 0, clients: 1 }
  })
  const [recency, frequency, money] = [
    fifthsOf(facts.map(({ daysSince }) => -daysSince)),
    fifthsOf(facts.map(({ visits }) => visits)),
    fifthsOf(facts.map(({ net }) => net)),
  ]
  return facts.map(({ contactId, ...figures }) => ({
    contactId,
    figures,
    tier: tierOf({ recency: recency(-figures.daysSince), frequency: frequency(figures.visits), money: money(figures.net) }),
  }))
}

function byTier(all: readonly Client[], { say }: Around) {
  const found = groupedBy(all, ({ tier }) => tier)
  const lines = tiers.flatMap(tier => {
    const theirs = found.get(tier)
    if (!theirs) return []
    const link = { page: 'report', id: null, query: { report: 'segments', group: 'client', tier } }
    return { key: tier, label: say(`tiers.${tier}`), link, figures: sumOf<Figure>(theirs.map(({ figures }) => figures)) }
  })
  return tableOf({
    columns: [...ofTiers, ...columns],
    lines,
    chart: { kind: 'ranking', columns: ['clients'] },
    remarks: lines.map(meaningIn(say)),
  })
}

const meaningIn =
  (say: Around['say']) =>
  ({ key, label }: { key: string; label: string }) =>
    `${label}: ${say(`tierMeanings.${key}`)}`

async function byClient(all: readonly Client[], { limit }: Asked, around: Around) {
  const ranked = all.toSorted((a, b) => b.figures.net - a.figures.net || a.contactId - b.contactId)
  const shown = ranked.slice(0, limit ?? ranked.length)
  const nameOf = await clientsOf(
    around,
    shown.map(({ contactId }) => contactId),
  )
  const lines = shown.map(({ contactId, figures }) => ({
    ...{ key: String(contactId), label: nameOf(contactId), link: contactLink(contactId), figures },
  }))
  const total = sumOf<Figure>([{ clients: 0, visits: 0, daysSince: 0, net: 0 }, ...all.map(({ figures }) => figures)])
  return tableOf({ columns, lines, total, all: all.length, chart: { kind: 'ranking', columns: ['netSoFar'] } })
}
