import type { Filter } from '../../../shared/segments/model.ts'
import { CalendarDate } from '../../../shared/time.ts'
import { birthdayDays, celebratedOn, daysAhead } from '../../../shared/today/birthdays.ts'
import * as clientQueries from '../../reports/client-queries.ts'
import { stretchOf } from '../../reports/clients/clients.ts'
import * as segments from '../../segments/queries.ts'
import { figure } from '../figures.ts'
import type { Source, Surroundings } from '../source.ts'

const filter: Filter = {
  match: 'all',
  conditions: [{ type: 'birthday', field: 'birthday', is: 'inNext', days: birthdayDays, month: null }],
}

/** Whose birthday it is, as the list of contacts tells it; and how many came for the first time on these days of an earlier year. */
export const birthdaysTile: Source = {
  tile: 'birthdays',
  async tell(surroundings) {
    const { contacts } = await segments.count(surroundings.db, filter, surroundings.now).executeTakeFirstOrThrow()
    const anniversaries = await anniversariesAhead(surroundings)
    return {
      figures: [
        figure({ key: 'birthdays', type: 'number', value: contacts }, 'dashboard', surroundings),
        figure({ key: 'anniversaries', type: 'number', value: anniversaries }, 'dashboard', surroundings),
      ],
      link: { page: 'contacts', id: null, query: { conditions: JSON.stringify(filter) } },
    }
  },
}

async function anniversariesAhead(surroundings: Surroundings) {
  const { db, today } = surroundings
  const { first } = await clientQueries.firstOfAll(db).executeTakeFirstOrThrow()
  if (first === null) return 0
  const days = daysAhead(today).flatMap(day =>
    celebratedOn(day).flatMap(date => yearsFrom(Number(first.slice(0, 4)), day).map(year => `${year}-${date}`)),
  )
  const stretches = days.filter(isThere).map(day => ({ key: day, ...stretchOf({ from: day, to: day }, surroundings) }))
  const counts = await clientQueries.newClients(db, stretches).execute()
  return counts.reduce((sum, { clients }) => sum + (clients ?? 0), 0)
}

const yearsFrom = (first: number, day: string) => Array.from({ length: Number(day.slice(0, 4)) - first }, (_, later) => first + later)

/** Not every year has a 29th of February. */
const isThere = (day: string) => CalendarDate.safeParse(day).success
