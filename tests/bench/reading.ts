import { grouped, median, percentile, type Figure, type Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { Reading } from './reading-process.ts'

export async function measureReading(dataFolder: string): Promise<Section[]> {
  const { contacts, search, pages, firstJump } = await measuredBy<Reading>('./reading-process.ts', dataFolder)
  const size = contacts.toLocaleString('en')
  return [
    { title: `Search among ${size} contacts, through the api (${search.length} searches)`, figures: searchFigures(search, contacts) },
    { title: `A page of 50 of ${size} contacts, four orders`, figures: [...pageFigures(pages), ...jumpFigures(firstJump)] },
  ]
}

function searchFigures(search: Reading['search'], contacts: number): Figure[] {
  const times = search.map(({ milliseconds }) => milliseconds)
  const kinds = grouped(search, ({ kind }) => kind)
    .map(([kind, of]) => ({ kind, p95: p95(of) }))
    .sort((a, b) => b.p95 - a.p95)
  return [
    { what: 'search, p50', value: median(times), unit: 'ms' },
    { what: 'search, p95', value: percentile(times, 0.95), unit: 'ms', goal: { most: contacts > 200_000 ? 50 : 10 } },
    ...kinds.slice(0, 4).map(({ kind, p95 }) => ({ what: `by ${kind}, p95`, value: p95, unit: 'ms' })),
  ]
}

const p95 = (measured: readonly { milliseconds: number }[]) =>
  percentile(
    measured.map(({ milliseconds }) => milliseconds),
    0.95,
  )

function pageFigures(pages: Reading['pages']): Figure[] {
  return grouped(pages, ({ place }) => place).flatMap(([place, read]) => [
    { what: `${place}, p50`, value: median(read.map(({ milliseconds }) => milliseconds)), unit: 'ms' },
    { what: `${place}, p95`, value: p95(read), unit: 'ms', goal: { most: 10 } },
    {
      what: `${place}, in SQL, p95`,
      value: percentile(
        read.map(({ sql }) => sql),
        0.95,
      ),
      unit: 'ms',
      goal: { most: 2 },
    },
  ])
}

const jumpFigures = (jumps: Reading['firstJump']): Figure[] => [
  {
    what: 'first jump into the middle after a change',
    value: Math.max(...jumps.map(({ milliseconds }) => milliseconds)),
    unit: 'ms',
    note: jumps.map(({ sort, milliseconds }) => `${sort} ${Math.round(milliseconds)}`).join(', '),
  },
]
