import { agedColumns, overdueOf } from '../../../shared/dunning/aged.ts'
import type { Figure } from '../../../shared/dashboard/model.ts'
import { openNow } from '../../dunning/open-now.ts'
import { figure } from '../figures.ts'
import type { Source } from '../source.ts'

/** What clients owe, by how late it is: the report of open items without its clients, of whom there may be thousands. */
export const openItemsTile: Source = {
  tile: 'openItems',
  async tell(surroundings) {
    const { db, today, settings, say } = surroundings
    const { aged, overdueDocuments } = await openNow(db, settings.currency, today)
    const late = (key: string, type: Figure['type'], value: number) =>
      figure({ key, type, value, isBad: value > 0 }, 'dashboard', surroundings)
    return {
      figures: [
        figure({ key: 'openAmount', type: 'money', value: aged.open }, 'reports', surroundings),
        late('overdue', 'money', overdueOf(aged)),
        late('overdueDocuments', 'number', overdueDocuments),
      ],
      series: {
        ...{ kind: 'bars', label: say('columns.openAmount'), type: 'money' },
        points: agedColumns.map(age => ({ label: say(`columns.${age}`), mark: say(`columns.${age}`), value: aged[age], link: null })),
      },
      link: { page: 'openItems', id: null, query: {} },
    }
  },
}
