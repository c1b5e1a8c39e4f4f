import { sql, type SqlBool } from 'kysely'
import type { Field } from '../../../shared/fields/model.ts'
import type { BuiltFilter } from '../../../shared/reports/built/model.ts'
import type { Measure } from '../../../shared/reports/built/measure.ts'
import { boundsOf, measuresOf, sortOf } from '../../../shared/reports/built/rules.ts'
import { isTimeField } from '../../../shared/reports/built/subjects.ts'
import { isOwn, ownFieldOf } from '../../../shared/segments/rules.ts'
import type { Db } from '../../db/schema.ts'
import type { Around } from '../definition.ts'
import { addsUp } from './adding-up.ts'
import { isWithin, ofWhole, wholeOf } from './bounds.ts'
import { figureNames, sharedNames } from './figures.ts'
import { ownSource } from './own.ts'
import type { AnySource, FieldSource, Key, Shape, Truth, Value } from './source.ts'
import { timeField } from './time.ts'

export type Asked = Shape &
  Readonly<{
    around: Around
    source: AnySource
    /** The fields of the shop's own that it names. */
    own: readonly Field[]
    /** Whether only rows are wanted whose figures meet its conditions. */
    isBounded: boolean
    /** The keys of rows, where only what is in these counts. */
    among: Value | null
  }>

export function fieldIn({ build, around, source, own }: Asked, field: string): FieldSource {
  // A source that does not know the client is not asked.
  if (isOwn(field)) return ownSource(ownFieldOf(field, own)!, source.contact!)
  return isTimeField(field) ? timeField(field, source.dates[build.date!]!.day, around) : source.fields[field]!
}

const alias = (place: number) => sql.ref(`key${place}`)

/** What a figure comes to in all rows that fit, however many are shown. */
export const inAll = (name: string) => `all ${name}`

/** Every name was looked up among those that the subject has; what came from outside is a parameter. */
export function rows(db: Db, asked: Asked, limit: number) {
  const { build } = asked
  return db
    .selectFrom(sql<Readonly<Record<string, Key>>>`(${fitting(asked)})`.as('grouped'))
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('rowCount'))
    .select(addsUp(build) ? figureNames(build).map(name => sql<number>`sum(${sql.ref(name)}) over ()`.as(inAll(name))) : [])
    .orderBy(sql.join(order(asked)))
    .limit(limit)
}

/** The keys of all rows that fit, as `among` takes them. */
export const keysOfAll = (asked: Asked) =>
  sql`(select ${sql.join(asked.build.rows.map((_field, place) => alias(place)))} from (${fitting(asked)}))`

/** The same of rows that are known. */
export const keysOfThese = (keys: readonly (readonly Key[])[], { build }: Asked) => {
  const parts = build.rows.map((_field, place) => sql`value ->> ${sql.lit(place)}`)
  return sql`(select ${sql.join(parts)} from json_each(${JSON.stringify(keys)}))`
}

/** The rows whose figures meet the conditions. */
function fitting(asked: Asked) {
  const bounds = boundsOf(asked.build)
  if (!asked.isBounded) return grouped(asked)
  const wholes = sharedNames(asked.build).map(name => sql`sum(${sql.ref(name)}) over () as ${sql.ref(ofWhole(name))}`)
  const withWholes = sql`select ${sql.join([sql`*`, ...wholes])} from (${grouped(asked)})`
  return sql`select * from (${withWholes}) where ${sql.join(bounds.map(isWithin), sql` and `)}`
}

function grouped(asked: Asked) {
  const { build, source } = asked
  const keys = build.rows.map((field, place) => sql`${fieldIn(asked, field).key} as ${alias(place)}`)
  const places = sql.raw(build.rows.map((_field, place) => place + 1).join(', '))
  return sql`select ${sql.join([...keys, ...figures(asked)])} ${counted(asked)} group by ${places} having ${source.isThere ?? sql`true`}`
}

/** Of all that counts, whatever row it is in. */
export const total = (db: Db, asked: Asked) =>
  db.selectFrom(sql<Readonly<Record<string, number>>>`(select ${sql.join(figures(asked))} ${counted(asked)})`.as('counted')).selectAll()

function figures(asked: Asked) {
  const known = asked.source.figures(asked, asked.around)
  return figureNames(asked.build).map(name => sql`${known[name]!} as ${sql.ref(name)}`)
}

function counted(asked: Asked) {
  const { build, days, around, source, among } = asked
  const { from, where, dates } = source
  const period: Truth[] = build.date === null ? [] : [dates[build.date]!.within(days, around)]
  const narrowed = build.filters.map(filter => fits(fieldIn(asked, filter.field), filter))
  const shown = among === null ? [] : [sql<SqlBool>`(${sql.join(build.rows.map(field => fieldIn(asked, field).key))}) in ${among}`]
  return sql`from ${from} where ${sql.join([where(around, build), ...period, ...narrowed, ...shown], sql` and `)}`
}

const fits = ({ key, fits: own }: FieldSource, filter: BuiltFilter) => (own ? own(filter) : isAmong(key, filter))

const isAmong = (key: Value, { is, values }: BuiltFilter) =>
  is === 'anyOf' ? sql<SqlBool>`${key} in (${sql.join(values)})` : sql<SqlBool>`${key} not in (${sql.join(values)})`

/** What cannot be told stands last; what is the same, in the order of its names. */
function order(asked: Asked) {
  const { by, descending } = sortOf(asked.build)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const measure = measuresOf(asked.build).find(({ key }) => key === by)
  const names = asked.build.rows.map((field, place) => ({ field, name: nameOrder(fieldIn(asked, field), place) }))
  const first = measure ? sorted(measure) : names.find(({ field }) => field === by)!.name
  return [sql`(${first}) is null`, sql`(${first}) ${direction}`, ...names.map(({ name }) => name), ...names.map((_, place) => alias(place))]
}

const nameOrder = ({ order }: FieldSource, place: number) => (order ? order(alias(place)) : alias(place))

function sorted(measure: Measure): Value {
  if ('sum' in measure) return sql.ref(measure.sum)
  if ('shareOf' in measure) return sql.ref(measure.shareOf)
  return sql`cast(${sql.ref(measure.part)} as real) / nullif(${wholeOf(measure.whole)}, 0)`
}
