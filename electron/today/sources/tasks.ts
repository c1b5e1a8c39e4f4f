import { dayOf, standsAt } from '../../../shared/tasks/rules.ts'
import { dayAfter, daysBetween } from '../../../shared/zone.ts'
import * as queries from '../../tasks/queries.ts'
import { withNames } from '../../tasks/rows.ts'
import { plainLine, type Source } from '../source.ts'

const atMost = 100

/** Today's, and of those that are late the latest. */
export const taskSource: Source = {
  kind: 'task',
  async lines(db, { today, assigneeId }) {
    const whose = { assigneeId, contactId: null }
    const ofToday = await queries.page(db, whose, { from: today, below: dayAfter(today) }, null, { offset: 0, limit: atMost }).execute()
    const late = await queries.lateFirst(db, whose, today, atMost).execute()
    return (await withNames(db, [...late, ...ofToday])).map(task => {
      const at = standsAt(task)
      const { id, title, client, priority } = task
      return { ...plainLine, kind: 'task', id, title, client, priority, at, days: at === null ? null : daysBetween(today, dayOf(at)), task }
    })
  },
}
