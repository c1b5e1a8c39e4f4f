import { isSpan, type Chart } from '../../../shared/reports/model.ts'
import { bucketsOf, spans, type Bucket, type Days } from '../../../shared/reports/periods.ts'
import { tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { dailyOverTime } from '../over-time.ts'
import { highestFirst } from '../ranking.ts'
import { countedIn } from './days.ts'

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
  isOfDiary: true,
  period: 'last12Months',
  run: (asked, around) => (isSpan(asked.group) ? byTime(asked, around) : byOrigin(asked, around)),
}

const chart: Chart = { kind: 'bars', columns: ['returning', 'fresh', 'lost'], below: ['lost'] }

/** Nobody is lost on a day that has not come. */
const lostDays = ({ from, to }: Days, { today }: Around) => ({ from, to: to < today ? to : today })

async function byTime(asked: Asked, around: Around) {
  const { db, weekStart } = around
  const span = isSpan(asked.group) ? asked.group : 'month'
  const buckets = [...bucketsOf(asked.days, span, weekStart)]
  // Of the whole as of its parts: who came in two months is one client, and the whole is less than the sum.
  const seen = await seenIn([...buckets, { ...asked.days, key: whole }], around)
  const fresh = await freshIn([...buckets, { ...asked.days, key: whole }], around)
  const { from, to } = lostDays(asked.days, around)
  const lost = (await clientQueries.lostByDay(db, from, to).execute()).map(({ day, lost }) => ({ day, lost, seen: 0, fresh: 0 }))
  const { lines } = await dailyOverTime(asked, around, figures, lost)
  const counted = lines.map(line => ({
    ...line,
    figures: { ...line.figures, seen: seen.get(line.key) ?? 0, fresh: fresh.get(line.key) ?? 0 },
  }))
  const total = { seen: seen.get(whole) ?? 0, fresh: fresh.get(whole) ?? 0, lost: lost.reduce((sum, row) => sum + row.lost, 0) }
  return tableOf({ columns, lines: counted, total, chart, groups: ['lost'] })
}

const whole = 'whole'

async function seenIn(buckets: readonly Bucket[], { db }: Around) {
  const clients = (await clientQueries.daysOfClients(db).execute()).map(({ days }) => days!)
  const counts = countedIn(buckets, clients)
  return new Map(buckets.map(({ key }, place) => [key, counts[place]!]))
}

async function freshIn(buckets: readonly Bucket[], around: Around) {
  const stretches = buckets.map(bucket => ({ key: bucket.key, ...around.clock.stretchOf(bucket) }))
  const rows = await clientQueries.newClients(around.db, stretches).execute()
  return new Map(rows.map(({ key, clients }) => [key, clients ?? 0]))
}

async function byOrigin({ days, group }: Asked, around: Around) {
  const of = group === 'city' ? 'city' : 'source'
  const rows = await clientQueries.byOrigin(around.db, of, around.clock.stretchOf(days), lostDays(days, around)).execute()
  const lines = rows
    .map(({ origin, ...figures }) => ({ key: origin, label: origin || around.say('unknown'), figures }))
    .filter(({ figures: { seen, lost } }) => seen + lost > 0)
  return tableOf({ columns, lines: highestFirst(lines, ({ seen }) => seen), chart: { kind: 'ranking', columns: ['fresh', 'returning'] } })
}
