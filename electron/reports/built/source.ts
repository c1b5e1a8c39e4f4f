import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Build, BuiltFilter } from '../../../shared/reports/built/model.ts'
import type { BuiltSubject, DateOf, FieldOf, FigureOf } from '../../../shared/reports/built/subjects.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import { shopTime } from '../../db/shop-time.ts'
import type { Around } from '../definition.ts'

/** What a row is told apart by: nobody and nothing in particular are 0 or an empty text, never null. */
export type Key = string | number
export type Value = RawBuilder<unknown>
export type Truth = RawBuilder<SqlBool>
export type Names = (around: Around, keys: readonly Key[]) => Promise<(key: Key) => string>

export type FieldSource = Readonly<{
  key: Value
  names: Names
  /** What the rows of a name stand in the order of; by the key where it is left out. */
  order?: (key: Value) => Value
  /** Whether a filter lets it through, where that is more than whether the key is one of its values. */
  fits?: (filter: BuiltFilter) => Truth
  /** All keys that there are to choose from. */
  all?: readonly Key[] | RawBuilder<{ key: Key }>
}>

/** A day that a period can be about: how it is read off a row, and which rows lie in the period. */
export type DateSource = Readonly<{ day: Value; within: (days: Days, around: Around) => Truth }>

/** What is asked of a source; `rows` are what is told apart, which is nothing where it is the total of a build. */
export type Shape = Readonly<{ build: Build; rows: readonly string[]; days: Days }>

/** Where a subject comes from. Every name of `shared/reports/built/subjects.ts` has its SQL here, and nothing else has. */
export type Source<S extends BuiltSubject> = Readonly<{
  from: Value
  /** What always counts, whatever is asked. */
  where: (around: Around, build: Build) => Truth
  /** The column with the client whom it is about; none where it tells of none. */
  contact?: string
  dates: Readonly<Record<DateOf<S>, DateSource>>
  fields: Readonly<Record<FieldOf<S>, FieldSource>>
  figures: (shape: Shape, around: Around) => Readonly<Record<FigureOf<S>, RawBuilder<number>>>
  /** What has to be known to read it right. */
  remarks?: (build: Build, around: Around) => Promise<string[]>
}>

/** The same for whoever does not need to know which subject it is: what is not there is not asked for, for builds are checked at the door. */
export type AnySource = Pick<Source<BuiltSubject>, 'from' | 'where' | 'contact' | 'remarks'> & {
  readonly dates: Readonly<Record<string, DateSource>>
  readonly fields: Readonly<Record<string, FieldSource>>
  readonly figures: (shape: Shape, around: Around) => Readonly<Record<string, RawBuilder<number>>>
  /** Of a row: whether there is anything in it. Sums of what came and went are sums of nothing. */
  readonly isThere?: Truth
}

/** A column that has a day of the calendar. */
export const calendarDate = (column: string): DateSource => ({
  day: sql.ref(column),
  within: ({ from, to }) => sql<SqlBool>`${sql.ref(column)} between ${from} and ${to}`,
})

/** A column that has an instant: its day is that on the wall of the shop. */
export const instant = (column: string): DateSource => ({
  day: sql.raw(`substr(${shopTime(column)}, 1, 10)`),
  within: (days, around) => {
    const { start, end } = around.clock.stretchOf(days)
    return sql<SqlBool>`${sql.ref(column)} >= ${start} and ${sql.ref(column)} < ${end}`
  },
})

export const count = (which: Truth) => sql<number>`count(*) filter (where ${which})`
export const sumIf = (column: Value, which: Truth) => sql<number>`coalesce(sum(${column}) filter (where ${which}), 0)`
export const sum = (column: Value) => sql<number>`coalesce(sum(${column}), 0)`
