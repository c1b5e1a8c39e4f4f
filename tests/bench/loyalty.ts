import { join } from 'node:path'
import { median, percentile, type Figure, type Section } from './figures.ts'
import type { LoyaltyRun } from './loyalty-process.ts'
import { measuredBy } from './process.ts'

/** A chain of shops: years of points of many members, each with as many lots as entries. */
const members = 100_000
const lotsEach = 25

export async function measureLoyalty(folder: string): Promise<Section> {
  const run = await measuredBy<LoyaltyRun>('./loyalty-process.ts', join(folder, 'loyalty'), String(members), String(lotsEach))
  const p95 = (what: string, taken: readonly number[], most?: number): Figure => ({
    what: `${what}, p95`,
    value: percentile(taken, 0.95),
    unit: 'ms',
    ...(most !== undefined && { goal: { most } }),
    note: `p50 ${median(taken).toFixed(1)} ms`,
  })
  const [lapse, tiers, verify] = [run.lapse, run.tiers, run.verify].map(([one = 0]) => one / 1000) as [number, number, number]
  const note = `${lapse.toFixed(1)} s for ${run.lapsed.toLocaleString('en')} lots that lapse, ${tiers.toFixed(1)} s for tiers; ${run.processor.toFixed(1)} s of the processor`
  return {
    title: `Loyalty: ${members.toLocaleString('en')} members, ${run.entries.toLocaleString('en')} lots and entries`,
    figures: [
      p95('the balance of a client, and what they can have for it', run.balance, 5),
      p95('whose card it is', run.card),
      p95('what is owed today', run.liability, 300),
      p95('what was owed on a day', run.past, 300),
      { what: 'the night after a month', value: lapse + tiers, unit: 's', goal: { most: 10 }, note },
      p95('a page of members', run.members),
      p95('a page of members by name', run.named),
      p95('who loses something soon', run.lapsing),
      p95('a reward', run.redeem),
      { what: 'going through the books', value: verify, unit: 's' },
    ],
  }
}
