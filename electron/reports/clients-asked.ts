import type { ClientGroup } from '../../shared/reports/clients.ts'
import type { ClientFilters, Link, Report } from '../../shared/reports/model.ts'
import type { Days } from '../../shared/reports/periods.ts'
import { clientFilters } from '../../shared/reports/model.ts'
import { Filter, type Condition } from '../../shared/segments/model.ts'
import { knownFor } from '../segments/known.ts'
import { segmentOf } from '../segments/service.ts'
import * as clientQueries from './client-queries.ts'
import type { Around } from './definition.ts'
import { narrowed } from './narrowed.ts'

type Asked = Readonly<{
  /** What a report has to know of a period: of these clients, where not all are meant. */
  within(days: Days): Around
  /** A list behind a row shows these clients as well, where it can; where it cannot tell them apart, there is none. */
  keptIn(link: Link): Link | null
  /** Those of them who are in a group, as a filter of the list; null where it cannot tell them apart. */
  filterOf(group: ClientGroup): List | null
}>
type List = Report['lists'][number]['filter']

/** Of which clients a question is. */
export async function clientsAsked(question: ClientFilters, around: Around): Promise<Asked> {
  const filter = await clientFilterOf(question, around)
  if (!filter) return { within: () => around, keptIn: link => link, filterOf: group => both([isIn(group)], []) }
  const known = await knownFor(around.db, around.now, [filter])
  const ids = (await clientQueries.fitting(around.db, filter, known).execute()).map(({ id }) => id)
  return {
    within: days => ({ ...around, clients: ids, db: narrowed(around.shop, ids, { days, ...around.clock.stretchOf(days) }) }),
    keptIn: link => keptIn(link, question, filter),
    filterOf: group => both([isIn(group)], filter.conditions),
  }
}

const isIn = (group: ClientGroup): Condition => ({ type: 'choice', field: 'clientGroup', is: 'anyOf', values: [group] })

/** Filters go only so deep. */
function both(conditions: Filter['conditions'], others: Filter['conditions']): List | null {
  const parsed = Filter.safeParse({ match: 'all', conditions: [...conditions, ...others] })
  return parsed.success ? parsed.data : null
}

async function clientFilterOf({ tagId, source, segmentId }: ClientFilters, { db }: Around): Promise<Filter | null> {
  const conditions = [
    ...(tagId === null ? [] : [{ type: 'tags', field: 'tags', is: 'has', tags: [tagId] } satisfies Condition]),
    ...(source === null ? [] : [fromSource(source)]),
    ...(segmentId === null ? [] : partsOf((await segmentOf(db, segmentId)).filter)),
  ]
  return conditions.length === 0 ? null : { match: 'all', conditions }
}

const fromSource = (source: string): Condition => ({ type: 'text', field: 'source', is: source === '' ? 'empty' : 'is', value: source })

/** What has to fit anyway needs no level of its own. */
const partsOf = (filter: Filter): Filter['conditions'] => (filter.match === 'all' ? filter.conditions : [filter])

function keptIn(link: Link, question: ClientFilters, filter: Filter): Link | null {
  if (link.page === 'report') {
    const given = clientFilters.flatMap(name => (question[name] === null ? [] : [[name, String(question[name])]]))
    return { ...link, query: { ...link.query, ...Object.fromEntries(given) } }
  }
  if (link.page !== 'contacts') return link.id === null ? null : link
  // The report itself has made it.
  const own = JSON.parse(link.query.conditions!) as Filter
  const kept = both(partsOf(own), filter.conditions)
  return kept && { ...link, query: { conditions: JSON.stringify(kept) } }
}
