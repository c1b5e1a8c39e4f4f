import { isSpan } from '../../../shared/reports/model.ts'
import { bucketsOf, spans, type Days } from '../../../shared/reports/periods.ts'
import { tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import { dayAfter } from '../../../shared/zone.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { dailyOverTime } from '../over-time.ts'
import { highestFirst } from '../ranking.ts'

const figures = ['seen', 'fresh', 'lost'] as const
type Figure = (typeof figures)[number]

const columns: ColumnOf<Figure>[] = [
  { key: 'seen', type: 'number', value: ({ seen }) => seen },
  { key: 'fresh', type: 'number', value: ({ fresh }) => fresh },
  { key: 'returning', type: 'number', value: ({ seen, fresh }) => seen - fresh },
  { key: 'lost', type: 'number', value: ({ lost }) => lost },
]

/** Who came, who came for the first time, and who was lost, with the names of `shared/reports/clients.ts`. */
export const clients: Definition = {
  name: 'clients',
  subject: 'clients',
  groups: [...spans, 'source', 'city'],
  filters: [],
  period: 'last12Months',
  run: (asked, around) => (isSpan(asked.group) ? byTime(asked, around) : byOrigin(asked, around)),
}

export const stretchOf = ({ from, to }: Days, { clock }: Around) => ({
  start: new Date(clock.reaching(`${from}T00:00`)).toISOString(),
  end: new Date(clock.reaching(`${dayAfter(to)}T00:00`)).toISOString(),
})

/** Nobody is lost on a day that has not come. */
const lostDays = ({ from, to }: Days, { today }: Around) => ({ from, to: to < today ? to : today })

async function byTime(asked: Asked, around: Around) {
  const { db, weekStart } = around
  const span = isSpan(asked.group) ? asked.group : 'month'
  const stretches = [...bucketsOf(asked.days, span, weekStart)].map(bucket => ({ key: bucket.key, ...stretchOf(bucket, around) }))
  const countsOf = async (query: { execute(): Promise<{ key: string; clients: number | null }[]> }) =>
    new Map((await query.execute()).map(({ key, clients }) => [key, clients ?? 0]))
  const seen = await countsOf(clientQueries.clientsSeen(db, stretches))
  const fresh = await countsOf(clientQueries.newClients(db, stretches))
  const { from, to } = lostDays(asked.days, around)
  const lost = (await clientQueries.lostByDay(db, from, to).execute()).map(({ day, lost }) => ({ day, lost, seen: 0, fresh: 0 }))
  const { lines } = await dailyOverTime(asked, around, figures, lost)
  const counted = lines.map(line => ({
    ...line,
    figures: { ...line.figures, seen: seen.get(line.key) ?? 0, fresh: fresh.get(line.key) ?? 0 },
  }))
  return tableOf({
    columns,
    lines: counted,
    total: await totalOf(asked.days, lost, around),
    chart: { kind: 'bars', columns: ['returning', 'fresh', 'lost'] },
  })
}

/** Who came in two months is one client: the whole is less than the sum. */
async function totalOf(days: Days, lost: readonly { lost: number }[], around: Around) {
  const whole = [{ key: '', ...stretchOf(days, around) }]
  const [seen] = await clientQueries.clientsSeen(around.db, whole).execute()
  const [fresh] = await clientQueries.newClients(around.db, whole).execute()
  return { seen: seen?.clients ?? 0, fresh: fresh?.clients ?? 0, lost: lost.reduce((sum, row) => sum + row.lost, 0) }
}

async function byOrigin({ days, group }: Asked, around: Around) {
  const of = group === 'city' ? 'city' : 'source'
  const rows = await clientQueries.byOrigin(around.db, of, stretchOf(days, around), lostDays(days, around)).execute()
  const lines = rows
    .map(({ origin, ...figures }) => ({ key: origin, label: origin || around.say('unknown'), figures }))
    .filter(({ figures: { seen, lost } }) => seen + lost > 0)
  return tableOf({ columns, lines: highestFirst(lines, ({ seen }) => seen), chart: { kind: 'ranking', columns: ['fresh', 'returning'] } })
}
