import { meets } from '../../../shared/reports/built/bounds.ts'
import { columnOf } from '../../../shared/reports/built/measure.ts'
import type { Build } from '../../../shared/reports/built/model.ts'
import { boundsOf } from '../../../shared/reports/built/rules.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import { sumOf, type Figures } from '../../../shared/reports/table.ts'
import type { Around } from '../definition.ts'
import { addsUp } from './adding-up.ts'
import { allParts, linesOf, partsOf, type BuiltLine, type Lines } from './lines.ts'
import * as queries from './queries.ts'
import { ownFieldsOf } from './own.ts'
import { quickestFor } from './quickest.ts'
import type { Shape, Value } from './source.ts'
import { sourceFor } from './sources.ts'

/** A file has no more rows than this; it says so where there were more. */
const rowsAtMost = 100_000

/** `among` are the rows that the total is of, where those are not all. */
type Told = Lines & Readonly<{ among: Value | null }>
type Wanted = Readonly<{ build: Build; days: Days; limit: number | null; beside: Days | null }>

/** The rows of a period, and what they come to: a total is of the rows that are shown or would be, had a page more room. */
export async function told(wanted: Wanted, around: Around) {
  const { build, days } = wanted
  const lines = await linesFor(wanted, around)
  if (lines.all === 0) return null
  return { ...lines, total: lines.sum ?? (await totalOf({ build, days, rows: [] }, lines.among, around)) }
}

async function linesFor({ build, days, limit, beside }: Wanted, around: Around): Promise<Told> {
  const asked = await askedFor({ build, days, rows: build.rows }, around)
  const span = partsOf(build)
  if (build.bounds.length > 0 && beside !== null) return besideThose(asked, await linesFor(ofPeriod(build, beside), around))
  if (build.bounds.length > 0 && span !== null) return fittingOf(asked, await partsFor(asked))
  if (span !== null) return { ...(await partsFor(asked)), among: null }
  const lines = await linesOf(asked, Math.min(limit ?? rowsAtMost, rowsAtMost))
  return { ...lines, among: build.bounds.length > 0 ? queries.keysOfAll(asked) : null }
}

const ofPeriod = (build: Build, days: Days): Wanted => ({ build, days, limit: null, beside: null })

/** Every part of the period, whatever it comes to. */
async function partsFor(asked: queries.Asked): Promise<Lines> {
  const found = await linesOf(opened(asked), rowsAtMost)
  const lines = found.all === 0 ? [] : allParts(asked, partsOf(asked.build)!, found.lines)
  return { ...found, lines, all: lines.length }
}

/** Parts in which nothing was are nothing that SQL could look at, and may meet a condition all the same. */
function fittingOf(asked: queries.Asked, { lines }: Lines) {
  const all = sumOf(lines.map(({ figures }) => figures))
  const bounds = boundsOf(asked.build).map(bound => ({ ...bound, cellOf: columnOf(bound.measure).value }))
  return keptOf(asked, lines, ({ figures }) => bounds.every(bound => meets(bound, bound.cellOf(figures, all))))
}

/** What was asked for chooses the rows: beside them stands what the same ones were, whether they would fit there or not. */
async function besideThose(asked: queries.Asked, { lines }: Lines) {
  const keys = new Set(lines.map(({ key }) => key))
  const found = await linesOf(opened(asked), rowsAtMost)
  return keptOf(asked, found.lines, ({ key }) => keys.has(key))
}

function keptOf(asked: queries.Asked, all: readonly BuiltLine[], isKept: (line: BuiltLine) => boolean): Told {
  const lines = all.filter(isKept)
  const among = queries.keysOfThese(
    lines.map(({ keys }) => keys),
    asked,
  )
  const sum = addsUp(asked.build) ? summed(lines) : null
  return { lines, all: lines.length, sum, whole: summed(all), among }
}

const summed = (lines: readonly BuiltLine[]) => sumOf(lines.map(({ figures }) => figures))
const opened = (asked: queries.Asked): queries.Asked => ({ ...asked, isBounded: false })

async function askedFor(shape: Shape, around: Around): Promise<queries.Asked> {
  const [own, source] = [await ownFieldsOf(shape.build, around), await quickestFor(shape, around)]
  return { ...shape, around, source, own, isBounded: shape.build.bounds.length > 0, among: null }
}

/** What is in two of some rows counts once: that only the rows of the subject themselves can tell. */
async function totalOf(shape: Shape, among: Value | null, around: Around): Promise<Figures<string>> {
  const asked = await askedFor(shape, around)
  const counted = among === null ? asked : { ...asked, source: sourceFor(shape.build.subject), among }
  return queries.total(around.db, counted).executeTakeFirstOrThrow()
}
