import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { isGroup, type Condition, type Filter, type FilterField } from '../../shared/segments/model.ts'
import { birthdaySpans, comparable, dayAfter, isOwn, lastBirthdayBy, rangeOf } from '../../shared/segments/rules.ts'
import { relationRoles, type RelationKind } from '../../shared/relations/model.ts'
import { kindsOf } from '../../shared/relations/rules.ts'
import { isInGroups } from './client-groups.ts'
import { groupsIn, type Known } from './known.ts'

type Truth = RawBuilder<SqlBool>
type Value = RawBuilder<unknown>
type Of<T extends Condition['type']> = Extract<Condition, { type: T }>

/**
 * A filter as a condition on rows of `contact`: true or false, never null. Columns are named here and nowhere else; whatever came
 * from outside, the numbers of fields among it, is a bound parameter.
 */
export function filterCondition(filter: Filter, known: Known): Truth {
  const parts = filter.conditions.map(part => (isGroup(part) ? filterCondition(part, known) : certain(truthOf(part, known))))
  return sql<SqlBool>`(${sql.join(parts, filter.match === 'all' ? sql` and ` : sql` or `)})`
}

const certain = (truth: Truth) => sql<SqlBool>`coalesce(${truth}, 0)`
const not = (truth: Truth) => sql<SqlBool>`not coalesce(${truth}, 0)`
const someOf = (parts: readonly Truth[]) => sql<SqlBool>`(${sql.join(parts, sql` or `)})`
const nothing = sql<SqlBool>`0`

function truthOf(condition: Condition, known: Known): Truth {
  const { today } = known
  switch (condition.type) {
    case 'text':
      return ofText(condition)
    case 'number':
      return ofNumber(condition, today)
    case 'date':
      return ofDate(condition, known)
    case 'birthday':
      return ofBirthday(condition, today)
    case 'choice':
      return ofChoice(condition, known)
    case 'tags':
      return ofTags(condition)
    case 'yesNo':
      return ofYesNo(condition)
  }
}

/** The value of a field of the shop's own; null where there is none. */
const own = (field: FilterField) => sql`json_extract(contact.custom, ${`$."${field.slice('custom.'.length)}"`})`
const column = (name: string) => sql.ref(`contact.${name}`)

const lists = {
  phone: ['phones', 'number'],
  email: ['emails', 'address'],
  street: ['addresses', 'street'],
  postalCode: ['addresses', 'postalCode'],
  locality: ['addresses', 'locality'],
  region: ['addresses', 'region'],
  country: ['addresses', 'country'],
  alertText: ['alerts', 'text'],
} as const
const isListed = (field: string): field is keyof typeof lists => Object.hasOwn(lists, field)

function ofText({ field, is, value }: Of<'text'>): Truth {
  const wanted = comparable(field, value)
  const fits = (text: Value) => {
    if (is === 'empty' || is === 'filled') return sql<SqlBool>`${text} <> ''`
    if (is === 'is' || is === 'isNot') return sql<SqlBool>`${text} = ${wanted}`
    return is === 'begins' ? sql<SqlBool>`instr(${text}, ${wanted}) = 1` : sql<SqlBool>`instr(${text}, ${wanted}) > 0`
  }
  const found = wanted === '' && is !== 'empty' && is !== 'filled' ? nothing : anyText(field, fits)
  return is === 'empty' || is === 'isNot' || is === 'containsNot' ? not(found) : found
}

/** A phone fits by what was typed and by what is dialled. */
function anyText(field: Of<'text'>['field'], fits: (text: Value) => Truth): Truth {
  if (!isListed(field)) return fits(sql`folded(${isOwn(field) ? own(field) : column(field)})`)
  const [list, part] = lists[field]
  const entry = (name: string) => sql`entry.value ->> ${name}`
  const fitting =
    field === 'phone' ? someOf([part, 'e164'].map(name => fits(sql`digits(${entry(name)})`))) : fits(sql`folded(${entry(part)})`)
  return sql<SqlBool>`exists (select 1 from json_each(${column(list)}) as entry where ${fitting})`
}

function ofNumber({ field, is, value, to }: Of<'number'>, today: string): Truth {
  const number = field === 'age' ? ageOn(today) : own(field)
  if (is === 'empty' || is === 'filled') return presence(number, is)
  if (is === 'is') return sql<SqlBool>`${number} = ${value}`
  if (is === 'between') return sql<SqlBool>`${number} between ${value} and ${to}`
  return is === 'atLeast' ? sql<SqlBool>`${number} >= ${value}` : sql<SqlBool>`${number} <= ${value}`
}

/** Full years; null where the year is not known, or lies ahead. */
const ageOn = (today: string) => sql`iif(contact.birthday glob '[0-9]*' and contact.birthday <= ${today},
  ${Number(today.slice(0, 4))} - cast(substr(contact.birthday, 1, 4) as integer) - (substr(contact.birthday, 6) > ${lastBirthdayBy(today)}), null)`

const presence = (value: Value, is: 'empty' | 'filled') =>
  is === 'empty' ? sql<SqlBool>`${value} is null` : sql<SqlBool>`${value} is not null`

const latest = sql`coalesce(
  (select max(activity.at) from activity where activity.contactId = contact.id and activity.trashedAt is null), contact.createdAt)`

/** The follow-up or the first open task, whichever is earlier; null where neither has a day. */
const nextStep = sql`nullif(min(coalesce(contact.followUpOn, '9999'), coalesce(
  (select min(substr(task.due, 1, 10)) from task where task.contactId = contact.id and task.doneAt is null), '9999')), '9999')`

function dateOf(field: Of<'date'>['field']) {
  if (field === 'lastContact') return latest
  if (field === 'nextStep') return nextStep
  return isOwn(field) ? own(field) : column(field)
}

function ofDate(condition: Of<'date'>, { clock, today }: Known): Truth {
  const { field, is } = condition
  const range = rangeOf(condition, today)
  const isDay = field === 'followUpOn' || field === 'nextStep' || isOwn(field)
  const date = dateOf(field)
  if (range === null) return presence(date, is === 'empty' ? 'empty' : 'filled')
  const { from, to } = range
  const startOfDay = (day: string) => new Date(clock.startOf(day)).toISOString()
  const parts = [
    ...(from === null ? [] : [sql<SqlBool>`${date} >= ${isDay ? from : startOfDay(from)}`]),
    ...(to === null ? [] : [isDay ? sql<SqlBool>`${date} <= ${to}` : sql<SqlBool>`${date} < ${startOfDay(dayAfter(to))}`]),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

function ofBirthday(condition: Of<'birthday'>, today: string): Truth {
  const birthday = column('birthday')
  if (condition.is === 'empty' || condition.is === 'filled') return presence(birthday, condition.is)
  return someOf(birthdaySpans(condition, today).map(([from, to]) => sql<SqlBool>`substr(${birthday}, -5) between ${from} and ${to}`))
}

const consents = { consentEmail: 'email', consentPhone: 'phone', consentMessage: 'message', consentPost: 'post' } as const
const isConsent = (field: string): field is keyof typeof consents => Object.hasOwn(consents, field)

function ofChoice({ field, is, values }: Of<'choice'>, known: Known): Truth {
  const wanted = is === 'anyOf' || is === 'noneOf' ? values : null
  if (field === 'clientGroup') {
    const isInOne = isInGroups(groupsIn({ is, values }), known)
    return is === 'noneOf' || is === 'empty' ? not(isInOne) : isInOne
  }
  if (field === 'relations') return is === 'noneOf' || is === 'empty' ? not(linkedAs(wanted)) : linkedAs(wanted)
  const found = is === 'anyOf' || is === 'noneOf' ? chosen(field, sql`(${sql.join(values)})`) : chosen(field, null)
  return is === 'noneOf' || is === 'empty' ? not(found) : found
}

/** Linked with somebody in one of these roles; without any, in whichever. Links to whoever is in the trash do not count. */
function linkedAs(values: readonly (string | number)[] | null): Truth {
  const { from, to } = kindsOf(values ? relationRoles.filter(role => values.includes(role)) : relationRoles)
  const linked = (own: 'fromId' | 'toId', other: 'fromId' | 'toId', kinds: readonly RelationKind[]) =>
    kinds.length === 0
      ? nothing
      : sql<SqlBool>`exists (select 1 from relation cross join contact as linked on linked.id = ${sql.ref(`relation.${other}`)}
          where ${sql.ref(`relation.${own}`)} = contact.id and linked.trashedAt is null and relation.kind in (${sql.join(kinds)}))`
  return someOf([linked('fromId', 'toId', from), linked('toId', 'fromId', to)])
}

/** One of these; without any, whatever it is. */
function chosen(field: Of<'choice'>['field'], values: Value | null): Truth {
  const among = (value: Value) => (values ? sql<SqlBool>`${value} in ${values}` : sql<SqlBool>`${value} is not null`)
  if (isConsent(field)) return among(sql`json_extract(contact.consents, ${`$.${consents[field]}.state`})`)
  if (field === 'alerts')
    return sql<SqlBool>`exists (select 1 from json_each(contact.alerts) as entry where ${among(sql`entry.value ->> 'kind'`)})`
  if (!isOwn(field)) return among(column(field))
  const path = `$."${field.slice('custom.'.length)}"`
  return sql<SqlBool>`exists (select 1 from json_each(contact.custom, ${path}) as entry where ${among(sql`entry.value`)})`
}

function ofTags({ is, tags }: Of<'tags'>): Truth {
  const among = tags.length > 0 && (is === 'has' || is === 'hasNot') ? sql`and contactTag.tagId in (${sql.join(tags)})` : sql``
  const found = sql<SqlBool>`exists (select 1 from contactTag where contactTag.contactId = contact.id ${among})`
  return is === 'hasNot' || is === 'empty' ? not(found) : found
}

function ofYesNo({ field, is }: Of<'yesNo'>): Truth {
  if (field === 'blocked')
    return is === 'yes' || is === 'filled' ? sql<SqlBool>`contact.blockedAt is not null` : sql<SqlBool>`contact.blockedAt is null`
  if (is === 'empty' || is === 'filled') return presence(own(field), is)
  return sql<SqlBool>`${own(field)} = ${is === 'yes' ? 1 : 0}`
}
