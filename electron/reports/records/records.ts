import type { Condition, Filter } from '../../../shared/segments/model.ts'
import type { Link } from '../../../shared/reports/model.ts'
import { shareOf, tableOf, type ColumnOf, type Line } from '../../../shared/reports/table.ts'
import { stateOf } from '../../duplicates/service.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import { count } from '../../segments/queries.ts'
import { lacks } from '../record-queries.ts'

type Figure = 'cards' | 'all'
const columns: ColumnOf<Figure>[] = [
  { key: 'cards', type: 'number', value: ({ cards }) => cards },
  { key: 'shareOfCards', type: 'percent', value: ({ cards, all }) => shareOf(cards, all) },
]

/** Those whom the list shows for it. */
const stale: Filter = {
  match: 'any',
  conditions: [{ type: 'date', field: 'lastContact', is: 'moreThanAgo', day: null, days: 730 }],
}

/** What is missing on cards, doubled or out of date, each with the way to put it right. */
export const records: Definition = { name: 'records', subject: 'records', groups: [], filters: [], period: null, run }

async function run(_asked: Asked, around: Around) {
  const { db, shop, clients, say } = around
  const { all, ...found } = await lacks(db).executeTakeFirstOrThrow()
  const { contacts } = await count(db, stale, { ...around, standings: null }).executeTakeFirstOrThrow()
  // A group has cards of this client and of that: of some clients nobody can tell how many there are.
  const duplicates = clients === null ? [{ key: 'duplicates' as const, cards: (await stateOf(shop)).groups }] : []
  const counts = { ...found, stale: contacts }
  const keys = ['unreachable', 'noPhone', 'noEmail', 'badEmail', 'noConsent', 'stale'] as const
  const lines = [...keys.map(key => ({ key, cards: counts[key] })), ...duplicates].map(({ key, cards }): Line<Figure> => ({
    key,
    label: say(`faults.${key}`),
    link: fixes[key],
    figures: { cards, all },
  }))
  // Faults of the same card are not added up.
  const {
    columns: shown,
    rows,
    ...table
  } = tableOf({ columns, lines: all === 0 ? [] : lines, chart: { kind: 'ranking', columns: ['cards'] } })
  return { ...table, columns: shown, rows, totals: null }
}

const listOf = (filter: Filter): Link => ({ page: 'contacts', id: null, query: { conditions: JSON.stringify(filter) } })
const list = (match: Filter['match'], ...conditions: Filter['conditions']) => listOf({ match, conditions })
const empty = (field: 'phone' | 'email') => ({ type: 'text', field, is: 'empty', value: '' }) as const
const consents = ['consentEmail', 'consentPhone', 'consentMessage', 'consentPost'] as const
const unasked = consents.map((field): Condition => ({ type: 'choice', field, is: 'empty', values: [] }))

/** An address that cannot be right is no filter of the list. */
const fixes: Partial<Record<string, Link>> = {
  unreachable: list('all', empty('phone'), empty('email')),
  noPhone: list('any', empty('phone')),
  noEmail: list('any', empty('email')),
  noConsent: list('all', ...unasked),
  stale: listOf(stale),
  duplicates: { page: 'duplicates', id: null, query: {} },
}
