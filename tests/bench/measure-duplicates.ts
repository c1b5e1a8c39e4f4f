import { median, percentile, type Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { DuplicatesRun } from './duplicates-process.ts'

export async function measureDuplicates(dataFolder: string): Promise<Section> {
  const run = await measuredBy<DuplicatesRun>('./duplicates-process.ts', dataFolder)
  const isLarge = run.contacts > 200_000
  return {
    title: `Duplicates among ${run.contacts.toLocaleString('en')} contacts`,
    figures: [
      {
        what: 'scan',
        value: run.seconds,
        unit: 's',
        goal: { most: isLarge ? 120 : 10 },
        note: `processor ${run.processor.toFixed(1)} s, ${run.groups.toLocaleString('en')} groups`,
      },
      { what: 'peak of memory', value: run.peak, unit: 'MB', goal: { most: 1000 } },
      { what: 'longest block of the main thread', value: run.longestBlock, unit: 'ms', goal: { most: 50 } },
      { what: 'from cancel to the end', value: run.cancelled, unit: 'ms', goal: { most: 1000 } },
      { what: 'check while typing, p50', value: median(run.checks), unit: 'ms' },
      { what: 'check while typing, p95', value: percentile(run.checks, 0.95), unit: 'ms', goal: { most: isLarge ? 20 : 5 } },
      { what: 'a page of 20 groups, p95', value: percentile(run.pages, 0.95), unit: 'ms', goal: { most: 50 } },
    ],
  }
}
