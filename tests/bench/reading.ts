import { grouped, median, percentile, type Figure, type Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { Reading, Taken } from './reading-process.ts'

export async function measureReading(dataFolder: string): Promise<Section[]> {
  const { contacts, search, pages, firstJump } = await measuredBy<Reading>('./reading-process.ts', dataFolder)
  const size = contacts.toLocaleString('en')
  return [
    { title: `Search among ${size} contacts, through the api (${search.length} searches)`, figures: searchFigures(search, contacts) },
    { title: `A page of 50 of ${size} contacts, four orders`, figures: [...pageFigures(pages), jumpFigure(firstJump)] },
  ]
}

const milliseconds = (taken: readonly Taken[]) => taken.map(({ milliseconds }) => milliseconds)

/** The 95th percentile by the clock, with that of the processor's own time beside it. */
const p95 = (what: string, taken: readonly Taken[], most?: number): Figure => ({
  what: `${what}, p95`,
  value: percentile(milliseconds(taken), 0.95),
  unit: 'ms',
  ...(most === undefined ? {} : { goal: { most } }),
  note: `processor ${percentile(
    taken.map(({ processor }) => processor),
    0.95,
  ).toFixed(2)} ms`,
})

function searchFigures(search: Reading['search'], contacts: number): Figure[] {
  const kinds = grouped(search, ({ kind }) => kind).map(([kind, of]) => p95(`by ${kind}`, of))
  return [
    { what: 'search, p50', value: median(milliseconds(search)), unit: 'ms' },
    p95('search', search, contacts > 200_000 ? 50 : 10),
    ...kinds.sort((a, b) => b.value - a.value).slice(0, 5),
  ]
}

const pageFigures = (pages: Reading['pages']): Figure[] =>
  grouped(pages, ({ place }) => place).flatMap(([place, read]) => [
    { what: `${place}, p50`, value: median(milliseconds(read)), unit: 'ms' },
    p95(place, read, 10),
    p95(
      `${place}, in SQL`,
      read.map(({ sql }) => sql),
      2,
    ),
  ])

const jumpFigure = (jumps: Reading['firstJump']): Figure => ({
  what: 'first jump into the middle after a change',
  value: Math.max(...milliseconds(jumps)),
  unit: 'ms',
  note: jumps.map(({ sort, milliseconds }) => `${sort} ${Math.round(milliseconds)}`).join(', '),
})
