import type { Build } from '../../../shared/reports/built/model.ts'
import { spanIn } from '../../../shared/reports/built/subjects.ts'
import { bucketsOf, type Span } from '../../../shared/reports/periods.ts'
import type { Figures, Line } from '../../../shared/reports/table.ts'
import { figuresOf } from '../over-time.ts'
import { periodNames } from '../period-names.ts'
import { addsUp } from './adding-up.ts'
import { ofWhole } from './bounds.ts'
import { figureNames, sharedNames } from './figures.ts'
import { linkOf } from './links.ts'
import * as queries from './queries.ts'
import type { Key } from './source.ts'

/** `others` are what it is told apart by beside its name. */
export type BuiltLine = Line<string> & Readonly<{ keys: readonly Key[]; others: readonly string[] }>

export type Lines = Readonly<{
  lines: readonly BuiltLine[]
  /** How many there are where these are the first of them. */
  all: number
  /** What they come to; null where that is not their sum. */
  sum: Figures<string> | null
  /** What shares are of, where that is more than these. */
  whole?: Figures<string> | undefined
}>

/** The first rows that fit, with their names and figures. */
export async function linesOf(asked: queries.Asked, limit: number): Promise<Lines> {
  const { build, days, around } = asked
  const rows = await queries.rows(around.db, asked, limit).execute()
  const keys = rows.map(row => build.rows.map((_field, place): Key => row[`key${place}`]!))
  const names = await namesOf(asked, keys)
  const keyOf = keysIn(asked)
  const figures = figureNames(build)
  const lines = rows.map((row, place) => {
    const ofRow = keys[place]!
    const [label, ...others] = ofRow.map((key, field) => names[field]!(key))
    const short = [label, ...others].join(', ')
    const link = linkOf(build, ofRow, days)
    return { key: keyOf(ofRow), keys: ofRow, label: label!, short, others, link, figures: figuresOf(figures, name => Number(row[name])) }
  })
  const [first] = rows
  if (!first) return { lines, all: 0, sum: null }
  const sum = addsUp(build) ? figuresOf(figures, name => Number(first[queries.inAll(name)])) : null
  const whole = asked.isBounded ? figuresOf(sharedNames(build), name => Number(first[ofWhole(name)])) : undefined
  return { lines, all: first.rowCount, sum, whole }
}

const namesOf = (asked: queries.Asked, keys: readonly (readonly Key[])[]) =>
  Promise.all(
    asked.build.rows.map((field, place) =>
      queries.fieldIn(asked, field).names(
        asked.around,
        keys.map(key => key[place]!),
      ),
    ),
  )

/** Where its rows are parts of the period in their order, those in which nothing was stand there, too. */
export function partsOf({ rows: [field, ...others], sort }: Pick<Build, 'rows' | 'sort'>) {
  const isInOrder = sort === null || (sort.by === field && !sort.descending)
  return others.length === 0 && isInOrder ? spanIn(field!) : null
}

/** Whether rows are set beside those of another period one after the other: with none left out the first is the first. */
export const isInPlaces = (build: Build) => partsOf(build) !== null && build.bounds.length === 0

/** What a row is known by when it is set beside another period's: the first month by the first, whichever those are. */
function keysIn({ build, days, around }: Pick<queries.Asked, 'build' | 'days' | 'around'>) {
  if (isInPlaces(build) || (build.rows.length === 1 && spanIn(build.rows[0]!) === null)) return ([key]: readonly Key[]) => String(key)
  const places = build.rows.map(field => {
    const span = spanIn(field)
    return span && new Map([...bucketsOf(days, span, around.weekStart)].map(({ key }, place) => [key, place]))
  })
  return (keys: readonly Key[]) => JSON.stringify(keys.map((key, field) => places[field]?.get(String(key)) ?? key))
}

/** A line for each part of the period, also for those in which nothing was. */
export function allParts({ build, days, around }: queries.Asked, span: Span, lines: readonly BuiltLine[]): BuiltLine[] {
  const known = new Map(lines.map(line => [line.keys[0], line]))
  const names = periodNames(around.settings.language, span)
  const nothing = figuresOf(figureNames(build), () => 0)
  const keyOf = keysIn({ build, days, around })
  return [...bucketsOf(days, span, around.weekStart)].map(({ key }) => {
    const link = linkOf(build, [key], days)
    const figures = known.get(key)?.figures ?? nothing
    return { key: keyOf([key]), keys: [key], label: names.long(key), short: names.short(key), others: [], link, figures }
  })
}
