import { median, percentile, type Figure, type Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { TodayRun } from './today-process.ts'

const tasks = 200_000
const deals = 50_000

export async function measureToday(dataFolder: string): Promise<Section> {
  const run = await measuredBy<TodayRun>('./today-process.ts', dataFolder, String(tasks), String(deals))
  const p95 = (what: string, taken: readonly number[], most?: number): Figure => ({
    what: `${what}, p95`,
    value: percentile(taken, 0.95),
    unit: 'ms',
    ...(most !== undefined && { goal: { most } }),
    note: `p50 ${median(taken).toFixed(1)} ms`,
  })
  return {
    title: `Today: ${run.contacts.toLocaleString('en')} contacts, ${tasks.toLocaleString('en')} tasks, ${run.open.toLocaleString('en')} of them open, ${deals.toLocaleString('en')} deals`,
    figures: [
      p95('the day', run.day, 50),
      p95('the tasks of a week', run.week, 50),
      p95('the counts of the lists', run.counts, 50),
      p95('a task in plain words', run.quick, 50),
      p95('done', run.done, 50),
      p95('what is to be reminded of', run.reminders, 20),
    ],
  }
}
