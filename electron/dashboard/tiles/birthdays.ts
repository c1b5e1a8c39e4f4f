import type { Filter } from '../../../shared/segments/model.ts'
import { birthdayDays, celebratedOn, daysAhead } from '../../../shared/today/birthdays.ts'
import { countBornOn } from '../../today/queries.ts'
import { countAnniversaries } from '../../today/sources/anniversaries.ts'
import { figure } from '../figures.ts'
import type { Source } from '../source.ts'

/** The same days in the list of contacts, which has no index for them. */
const filter: Filter = {
  match: 'all',
  conditions: [{ type: 'birthday', field: 'birthday', is: 'inNext', days: birthdayDays, month: null }],
}

/** Whose birthday it is, and who has another date of the shop's own fields that comes every year: the days that Today tells. */
export const birthdaysTile: Source = {
  tile: 'birthdays',
  async tell(surroundings) {
    const dates = daysAhead(surroundings.today).flatMap(celebratedOn)
    const { contacts } = await countBornOn(surroundings.db, dates).executeTakeFirstOrThrow()
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
