import { Temporal } from 'temporal-polyfill'
import { alertKinds } from '../contacts/alerts.ts'
import { channels, consentStates } from '../contacts/consents.ts'
import type { InputProblem } from '../errors.ts'
import type { Field, FieldType } from '../fields/model.ts'
import { relationRoles } from '../relations/model.ts'
import { clientGroups } from '../reports/clients.ts'
import { fold } from '../text.ts'
import {
  choiceFields,
  conditionsIn,
  dateFields,
  isGroup,
  numberFields,
  operators,
  textFields,
  yesNoFields,
  type Condition,
  type Filter,
  type FilterField,
  type FilterType,
  type Operator,
  type Remark,
} from './model.ts'

const typesOfOwn = {
  text: 'text',
  link: 'text',
  number: 'number',
  date: 'date',
  yesNo: 'yesNo',
  choice: 'choice',
  choices: 'choice',
} as const satisfies Record<FieldType, FilterType>

export type KnownField = { key: FilterField; type: FilterType }
export const ownFieldOf = (field: string, fields: readonly Field[]) => fields.find(({ id }) => `custom.${id}` === field)
export const isOwn = (field: string) => field.startsWith('custom.')

const everyShops: readonly KnownField[] = [
  { key: 'tags', type: 'tags' },
  { key: 'birthday', type: 'birthday' },
  ...numberFields.map(key => ({ key, type: 'number' as const })),
  ...dateFields.map(key => ({ key, type: 'date' as const })),
  ...choiceFields.map(key => ({ key, type: 'choice' as const })),
  ...yesNoFields.map(key => ({ key, type: 'yesNo' as const })),
  ...textFields.map(key => ({ key, type: 'text' as const })),
]

/** Everything that can be filtered by. */
export const filterFields = (fields: readonly Field[]): KnownField[] => [
  ...everyShops,
  ...fields.map(({ id, type }) => ({ key: `custom.${id}` as const, type: typesOfOwn[type] })),
]

const always: readonly FilterField[] = ['lastContact', 'createdAt', 'changedAt', 'kind', 'blocked']

/** What can be asked of a field: not whether it is empty where it never is. */
export const operatorsOf = ({ key, type }: KnownField): readonly Operator[] =>
  always.includes(key) ? operators[type].filter(operator => operator !== 'empty' && operator !== 'filled') : operators[type]

/** What a field of every shop can be. */
export function choicesOf(field: FilterField): readonly string[] {
  if (field === 'kind') return ['person', 'company']
  if (field === 'alerts') return alertKinds
  if (field === 'relations') return relationRoles
  if (field === 'clientGroup') return clientGroups
  return field === 'preferredChannel' ? channels : consentStates
}

/** What is compared: letters without case and accents; of a phone its digits. */
export const comparable = (field: FilterField, value: string) => (field === 'phone' ? digitsOf(value) : fold(value))
export const digitsOf = (number: string) => number.replace(/\D/g, '')

const shifted = (day: string, days: number) => {
  const moved = Temporal.PlainDate.from(day).add({ days })
  return moved.year > 9999 ? '9999-12-31' : moved.toString()
}
export const dayAfter = (day: string) => shifted(day, 1)

export type DayRange = { from: string | null; to: string | null }

/** The days that a condition means, the last one among them; null where it is about none. */
export function rangeOf({ is, day, days }: Extract<Condition, { type: 'date' }>, today: string): DayRange | null {
  if (is === 'empty' || is === 'filled') return null
  if (is === 'on') return { from: day, to: day }
  if (is === 'before') return { from: null, to: shifted(day!, -1) }
  if (is === 'after') return { from: shifted(day!, 1), to: null }
  if (is === 'inNext') return { from: today, to: shifted(today, days!) }
  if (is === 'inLast') return { from: shifted(today, -days!), to: today }
  if (is === 'moreThanAgo') return { from: null, to: shifted(today, -days! - 1) }
  return is === 'today' ? { from: today, to: today } : { from: null, to: shifted(today, -1) }
}

type Span = readonly [from: string, to: string]

/** The days of a year, as `MM-DD`, on which a birthday counts: two spans around New Year. */
export function birthdaySpans({ is, days, month }: Extract<Condition, { type: 'birthday' }>, today: string): Span[] {
  const twoDigits = String(month).padStart(2, '0')
  if (is === 'month') return [[`${twoDigits}-01`, `${twoDigits}-31`]]
  if (days! >= 365) return [['01-01', '12-31']]
  const [first, last] = is === 'inNext' ? [today, shifted(today, days!)] : [shifted(today, -days!), today]
  const [from, to] = [first.slice(5), leapDay(last)]
  if (first.slice(0, 4) === last.slice(0, 4)) return [[from, to]]
  return [
    [from, '12-31'],
    ['01-01', to],
  ]
}

/** The last birthday, as `MM-DD`, that somebody has had in this year by today. */
export const lastBirthdayBy = (today: string) => leapDay(today)

/** Who was born on a 29th of February celebrates on the 28th in most years. */
const leapDay = (day: string) => (day.endsWith('-02-28') && !Temporal.PlainDate.from(day).inLeapYear ? '02-29' : day.slice(5))

/** What is wrong with a filter that somebody wants to keep, by what the shop has. */
export function problemsIn(filter: Filter, fields: readonly Field[], tags: readonly { id: number }[]): InputProblem[] {
  return filter.conditions.flatMap((part, index): InputProblem[] => {
    const found = isGroup(part) ? problemsIn(part, fields, tags) : problemsOfOne(part, fields, tags)
    return found.map(problem => ({ ...problem, path: ['conditions', index, ...problem.path] }))
  })
}

function problemsOfOne(condition: Condition, fields: readonly Field[], tags: readonly { id: number }[]): InputProblem[] {
  const known = filterFields(fields).find(({ key }) => key === condition.field)
  if (!known) return [{ path: ['field'], reason: 'fieldGone' }]
  if (known.type !== condition.type || !operatorsOf(known).includes(condition.is)) return [{ path: ['is'], reason: 'wrongType' }]
  if (condition.type === 'tags')
    return condition.tags.some(id => !tags.some(tag => tag.id === id)) ? [{ path: ['tags'], reason: 'tagGone' }] : []
  if (condition.type !== 'choice') return []
  const own = ownFieldOf(condition.field, fields)
  const offered: readonly (string | number)[] = own ? own.options.map(({ id }) => id) : choicesOf(condition.field)
  const unknown = condition.values.find(value => !offered.includes(value))
  const params = { name: own?.name ?? condition.field, value: String(unknown) }
  return unknown === undefined ? [] : [{ path: ['values'], reason: 'choiceUnknown', params }]
}

export type NamedTag = { id: number; name: string; isUsed: boolean }

/** What a filter names and the shop no longer has or uses. */
export function remarksOn(filter: Filter, fields: readonly Field[], tags: readonly NamedTag[]): Remark[] {
  const remarks = conditionsIn(filter).flatMap(condition => remarksOnOne(condition, fields, tags))
  return [...new Map(remarks.map(remark => [`${remark.reason} ${remark.name}`, remark])).values()]
}

function remarksOnOne(condition: Condition, fields: readonly Field[], tags: readonly NamedTag[]): Remark[] {
  if (condition.type === 'tags') return condition.tags.flatMap(id => remarksOnTag(tags.find(tag => tag.id === id)))
  if (!isOwn(condition.field)) return []
  const field = ownFieldOf(condition.field, fields)
  if (!field) return [{ reason: 'fieldGone', name: '' }]
  const isLost = condition.type === 'choice' && condition.values.some(value => !field.options.some(({ id }) => id === value))
  return [
    ...(field.archivedAt ? [{ reason: 'fieldArchived' as const, name: field.name }] : []),
    ...(isLost ? [{ reason: 'optionGone' as const, name: field.name }] : []),
  ]
}

function remarksOnTag(tag: NamedTag | undefined): Remark[] {
  if (!tag) return [{ reason: 'tagGone', name: '' }]
  return tag.isUsed ? [] : [{ reason: 'tagUnused', name: tag.name }]
}
