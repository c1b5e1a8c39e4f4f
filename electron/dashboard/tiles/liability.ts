import { liability } from '../../loyalty/books.ts'
import { programmesOf } from '../../loyalty/find.ts'
import { textIn } from '../../texts.ts'
import { figure, reportLink } from '../figures.ts'
import type { Source } from '../source.ts'

/** What all points are worth that clients have. Points of two programmes cannot be added up, what they are worth can. */
export const liabilityTile: Source = {
  tile: 'liability',
  async tell(surroundings) {
    const { db, context, settings } = surroundings
    const programmes = await programmesOf(db)
    if (programmes.length === 0)
      return {
        ...{ figures: [], note: textIn(settings.language, 'dashboard.notes.noProgramme') },
        link: { page: 'loyaltySettings', id: null, query: {} },
      }
    const owed = await Promise.all(programmes.map(({ id }) => liability({ programmeId: id, day: null }, context)))
    const [one] = owed
    const amount = owed.reduce((sum, { amount }) => sum + amount, 0)
    const ofOne = owed.length > 1 ? [] : (['points', 'members'] as const)
    return {
      figures: [
        figure({ key: 'liability', type: 'money', value: amount }, 'dashboard', surroundings),
        ...ofOne.map(key => figure({ key, type: 'number', value: one![key] }, 'dashboard', surroundings)),
      ],
      link: reportLink({ report: 'loyalty' }),
    }
  },
}
