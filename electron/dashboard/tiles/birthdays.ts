import type { Filter } from '../../../shared/segments/model.ts'
import { birthdayDays } from '../../../shared/today/birthdays.ts'
import * as segments from '../../segments/queries.ts'
import { countAnniversaries } from '../../today/sources/anniversaries.ts'
import { figure } from '../figures.ts'
import type { Source } from '../source.ts'

const filter: Filter = {
  match: 'all',
  conditions: [{ type: 'birthday', field: 'birthday', is: 'inNext', days: birthdayDays, month: null }],
}

/** Whose birthday it is, as the list of contacts tells it; and who has another date of the shop's own fields that comes every year, as Today tells it. */
export const birthdaysTile: Source = {
  tile: 'birthdays',
  async tell(surroundings) {
    const { contacts } = await segments.count(surroundings.db, filter, surroundings.now).executeTakeFirstOrThrow()
    const anniversaries = await countAnniversaries(surroundings.db, surroundings.today)
    return {
      figures: [
        figure({ key: 'birthdays', type: 'number', value: contacts }, 'dashboard', surroundings),
        figure({ key: 'anniversaries', type: 'number', value: anniversaries }, 'dashboard', surroundings),
      ],
      link: { page: 'contacts', id: null, query: { conditions: JSON.stringify(filter) } },
    }
  },
}
