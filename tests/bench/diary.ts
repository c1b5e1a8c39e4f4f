import type { DiaryRun } from './diary-process.ts'
import { median, percentile, type Figure, type Section } from './figures.ts'
import { measuredBy } from './process.ts'

/** With a million visits of the past, whatever the number of contacts. */
const visits = 1_000_000

export async function measureDiary(dataFolder: string): Promise<Section> {
  const run = await measuredBy<DiaryRun>('./diary-process.ts', dataFolder, String(visits))
  const p95 = (what: string, taken: readonly number[], most?: number): Figure => ({
    what: `${what}, p95`,
    value: percentile(taken, 0.95),
    unit: 'ms',
    ...(most !== undefined && { goal: { most } }),
    note: `p50 ${median(taken).toFixed(1)} ms`,
  })
  return {
    title: `The diary: 10 staff, 200 visits a day, ${run.visits.toLocaleString('en')} visits (written in ${run.filled.toFixed(0)} s)`,
    figures: [
      p95('a day', run.day, 10),
      p95('a week', run.week, 30),
      p95('the next five free times', run.slots, 50),
      p95('booking', run.booking, 20),
      p95('moving', run.moving, 20),
      p95('whom to call about a free time', run.hole, 50),
    ],
  }
}
