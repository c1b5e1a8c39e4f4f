import { isSpan, type Chart } from '../../../shared/reports/model.ts'
import { spans } from '../../../shared/reports/periods.ts'
import { averageOf, shareOf, sumOf, tableOf, type ColumnOf, type Figures } from '../../../shared/reports/table.ts'
import * as loyaltyQueries from '../loyalty-queries.ts'
import { programmesOf } from '../../loyalty/find.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { dailyOverTime } from '../over-time.ts'
import * as sales from '../sales.ts'

const moved = ['earned', 'spent', 'lapsed', 'reversed'] as const
type Moved = (typeof moved)[number]
const points: ColumnOf<Moved>[] = [
  { key: 'earned', type: 'number', value: ({ earned }) => earned },
  { key: 'spent', type: 'number', value: ({ spent }) => spent },
  { key: 'lapsed', type: 'number', value: ({ lapsed }) => lapsed },
  { key: 'reversed', type: 'number', value: ({ reversed }) => reversed },
  { key: 'pointsChange', type: 'number', value: ({ earned, spent, lapsed, reversed }) => earned - spent - lapsed - reversed },
]

type Bought = 'clients' | 'net' | 'documents'
const bought: ColumnOf<Bought>[] = [
  { key: 'clients', type: 'number', value: ({ clients }) => clients },
  { key: 'net', type: 'money', value: ({ net }) => net },
  { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) },
  { key: 'netPerClient', type: 'money', value: ({ net, clients }) => averageOf(net, clients) },
  { key: 'averageNet', type: 'money', value: ({ net, documents }) => averageOf(net, documents) },
]

/** Points that come and go, and what members spend beside everybody else. */
export const loyalty: Definition = {
  name: 'loyalty',
  subject: 'loyalty',
  groups: [...spans, 'membership'],
  filters: ['programmeId'],
  period: 'last12Months',
  run: (asked, around) => (isSpan(asked.group) ? byTime(asked, around) : byMembership(asked, around)),
}

/** Points of two programmes cannot be added up: without a word it is the first of them. */
async function byTime(asked: Asked, around: Around) {
  const { db, say } = around
  const programmes = await programmesOf(db)
  const programme = programmes.find(({ id }) => id === asked.filters.programmeId) ?? programmes[0]
  if (!programme) return tableOf({ columns: points, lines: [] })
  const flows = await loyaltyQueries.flowsByDay(db, programme.id, asked.days).execute()
  const { lines } = await dailyOverTime(asked, around, moved, flows)
  const remarks = [say('remarks.programme', { name: programme.name })]
  const chart: Chart = { kind: 'bars', columns: ['earned', 'spent', 'lapsed'], below: ['spent', 'lapsed'] }
  return tableOf({ columns: points, lines, chart, remarks })
}

async function byMembership({ days, filters }: Asked, { db, settings, say }: Around) {
  const ids = new Set((await loyaltyQueries.members(db, filters.programmeId).execute()).map(({ contactId }) => contactId))
  const rows = (await sales.byClient(db, days, settings.currency)).filter(({ contactId }) => contactId !== null)
  const of = (isMember: boolean) =>
    sumOf<Bought>([
      nothing,
      ...rows
        .filter(({ contactId }) => ids.has(contactId!) === isMember)
        .map(({ net, documents }): Figures<Bought> => ({ clients: 1, net, documents })),
    ])
  const lines = [true, false].map(isMember => {
    const key = isMember ? 'members' : 'others'
    return { key, label: say(`membership.${key}`), figures: of(isMember) }
  })
  return tableOf({ columns: bought, lines: rows.length === 0 ? [] : lines, chart: { kind: 'ranking', columns: ['netPerClient'] } })
}

const nothing = { clients: 0, net: 0, documents: 0 }
