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

async function run(_asked: Asked, { db, now, say }: Around) {
  const { all, ...found } = await lacks(db).executeTakeFirstOrThrow()
  const { contacts } = await count(db, stale, now).executeTakeFirstOrThrow()
  const { groups } = await stateOf(db)
  const counts = { ...found, stale: contacts, duplicates: groups }
  const keys = ['unreachable', 'noPhone', 'noEmail', 'badEmail', 'noConsent', 'stale', 'duplicates'] as const
  const lines = keys.map((key): Line<Figure> => ({
    key,
    label: say(`faults.${key}`),
    link: fixes[key],
    figures: { cards: counts[key], all },
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
