import { comparedWith } from '../../../shared/reports/comparing.ts'
import { beginningOf, bucketsOf, daysOf, nextBeginning } from '../../../shared/reports/periods.ts'
import * as clientQueries from '../../reports/client-queries.ts'
import { figure, marks, reportLink } from '../figures.ts'
import type { Source, Surroundings } from '../source.ts'

const weeksBack = 12
const period = 'last30Days'

/** Who came for the first time and who came again: the report of clients without those that were lost, which takes its time. */
export const clientsTile: Source = {
  tile: 'clients',
  async tell(surroundings) {
    const { today, weekStart } = surroundings
    const days = daysOf(period, today, weekStart)
    const [now, before] = [await came(days, surroundings), await came(comparedWith(days, 'before', today, weekStart), surroundings)]
    const counted = (key: 'fresh' | 'returning' | 'seen') =>
      figure({ key, type: 'number', value: now[key], before: before[key], better: 'more' }, 'reports', surroundings)
    return {
      figures: [counted('fresh'), counted('returning'), counted('seen')],
      series: await newByWeek(surroundings),
      link: reportLink({ report: 'clients', period, compare: 'before' }),
    }
  },
}

async function came(days: { from: string; to: string }, surroundings: Surroundings) {
  const whole = [{ key: '', ...surroundings.clock.stretchOf(days) }]
  const seen = (await clientQueries.clientsSeen(surroundings.db, whole).executeTakeFirst())?.clients ?? 0
  const fresh = (await clientQueries.newClients(surroundings.db, whole).executeTakeFirst())?.clients ?? 0
  return { seen, fresh, returning: seen - fresh }
}

async function newByWeek(surroundings: Surroundings) {
  const { db, today, weekStart, settings, say } = surroundings
  const from = nextBeginning('week', beginningOf('week', today, weekStart), 1 - weeksBack)
  const weeks = [...bucketsOf({ from, to: today }, 'week', weekStart)].map(bucket => ({
    key: bucket.key,
    ...surroundings.clock.stretchOf(bucket),
  }))
  const mark = marks(settings.language, 'week')
  const points = (await clientQueries.newClients(db, weeks).execute()).map(({ key, clients }) => ({
    ...{ label: mark(key), mark: mark(key), value: clients ?? 0 },
    link: null,
  }))
  return { kind: 'bars' as const, label: say('columns.fresh'), type: 'number' as const, points }
}

/** Who is later than their own rhythm wants, and not lost yet. */
export const overdueClientsTile: Source = {
  tile: 'overdueClients',
  async tell(surroundings) {
    const { clients } = await clientQueries.countAtRisk(surroundings.db, surroundings.today).executeTakeFirstOrThrow()
    return {
      figures: [figure({ key: 'overdueClients', type: 'number', value: clients, isBad: false }, 'dashboard', surroundings)],
      link: reportLink({ report: 'atRisk' }),
    }
  },
}
