import type { ClientFilters, Link } from '../../shared/reports/model.ts'
import type { Days } from '../../shared/reports/periods.ts'
import { clientFilters } from '../../shared/reports/model.ts'
import { Filter, type Condition } from '../../shared/segments/model.ts'
import { segmentOf } from '../segments/service.ts'
import * as clientQueries from './client-queries.ts'
import type { Around } from './definition.ts'
import { narrowed } from './narrowed.ts'
import { stretchOf } from './stretch.ts'

type Asked = Readonly<{
  /** What a report has to know of a period: of these clients, where not all are meant. */
  within(days: Days): Around
  /** A list behind a row shows these clients as well, where it can; where it cannot tell them apart, there is none. */
  keptIn(link: Link): Link | null
}>

/** Of which clients a question is. */
export async function clientsAsked(question: ClientFilters, around: Around): Promise<Asked> {
  const filter = await filterOf(question, around)
  if (!filter) return { within: () => around, keptIn: link => link }
  const ids = (await clientQueries.fitting(around.db, filter, around.now).execute()).map(({ id }) => id)
  return {
    within: days => ({ ...around, clients: ids, db: narrowed(around.shop, ids, { days, ...stretchOf(days, around) }) }),
    keptIn: link => keptIn(link, question, filter),
  }
}

async function filterOf({ tagId, source, segmentId }: ClientFilters, { db }: Around): Promise<Filter | null> {
  const conditions = [
    ...(tagId === null ? [] : [{ type: 'tags', field: 'tags', is: 'has', tags: [tagId] } satisfies Condition]),
    ...(source === null ? [] : [fromSource(source)]),
    ...(segmentId === null ? [] : partsOf((await segmentOf(db, segmentId)).filter)),
  ]
  return conditions.length === 0 ? null : { match: 'all', conditions }
}

const fromSource = (source: string): Condition => ({ type: 'text', field: 'source', is: source === '' ? 'empty' : 'is', value: source })

/** Filters go only so deep: what has to fit anyway needs no level of its own. */
const partsOf = (filter: Filter): Filter['conditions'] => (filter.match === 'all' ? filter.conditions : [filter])

function keptIn(link: Link, question: ClientFilters, filter: Filter): Link | null {
  if (link.page === 'report') {
    const given = clientFilters.flatMap(name => (question[name] === null ? [] : [[name, String(question[name])]]))
    return { ...link, query: { ...link.query, ...Object.fromEntries(given) } }
  }
  if (link.page !== 'contacts') return link
  // The report itself has made it.
  const own = JSON.parse(link.query.conditions!) as Filter
  const both = Filter.safeParse({ match: 'all', conditions: [...partsOf(own), ...filter.conditions] })
  return both.success ? { ...link, query: { conditions: JSON.stringify(both.data) } } : null
}
