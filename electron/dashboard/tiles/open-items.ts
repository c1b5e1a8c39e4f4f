import { agedColumns, overdueOf } from '../../../shared/dunning/aged.ts'
import type { Aged } from '../../../shared/dunning/model.ts'
import { openSums } from '../../today/queries.ts'
import { ask, figure, figureOf } from '../figures.ts'
import type { Source } from '../source.ts'

/** What clients owe, by how late it is. */
export const openItemsTile: Source = {
  tile: 'openItems',
  async tell(surroundings) {
    const report = await ask({ report: 'openItems' }, surroundings)
    const { overdueDocuments } = await openSums(surroundings.db, surroundings.today).executeTakeFirstOrThrow()
    const ages = agedColumns.map(age => figureOf(report, age))
    const overdue = overdueOf(Object.fromEntries(ages.map(({ key, value }) => [key, value])) as Aged)
    return {
      figures: [
        figureOf(report, 'openAmount'),
        figure({ key: 'overdue', type: 'money', value: overdue, isBad: overdue > 0 }, 'dashboard', surroundings),
        figure(
          { key: 'overdueDocuments', type: 'number', value: overdueDocuments, isBad: overdueDocuments > 0 },
          'dashboard',
          surroundings,
        ),
      ],
      series: {
        ...{ kind: 'bars', label: figureOf(report, 'openAmount').label, type: 'money' },
        points: ages.map(({ label, value }) => ({ label, mark: label, value: Number(value), link: null })),
      },
      link: { page: 'openItems', id: null, query: {} },
    }
  },
}
