import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Section } from './figures.ts'
import { median, percentile } from './figures.ts'
import type { ImportRun } from './import-process.ts'
import { measuredBy } from './process.ts'
import { loadWithShell, shellVersion } from './shell.ts'

type Round = ImportRun & { shellSeconds: number | null }

/** Turn by turn with the shell, so that a machine that slows down slows both. The last round's data folder stays. */
export async function measureImport(folder: string, file: string, rows: number, rounds: number): Promise<Section> {
  const done: Round[] = []
  for (let round = 1; round <= rounds; round++) {
    const shellSeconds = shellVersion() ? loadWithShell(file, join(folder, 'shell.db')) : null
    rmSync(dataFolderOf(folder), { recursive: true, force: true })
    done.push({ ...(await measuredBy<ImportRun>('./import-process.ts', dataFolderOf(folder), file)), shellSeconds })
  }
  return {
    title: `Import of ${rows.toLocaleString('en')} rows (${rounds} rounds, medians)`,
    figures: [...speed(done, rows), ...strain(done)],
  }
}

export const dataFolderOf = (folder: string) => join(folder, 'data')

function speed(rounds: readonly Round[], rows: number) {
  const rate = { what: 'import', value: median(rounds.map(({ seconds }) => rows / seconds)), unit: 'rows/s', note: outcome(rounds[0]!) }
  const shell = rounds.flatMap(({ shellSeconds }) => (shellSeconds ? [shellSeconds] : []))
  if (shell.length === 0) return [{ ...rate, note: `${rate.note}; no sqlite3 shell here to compare with` }]
  return [
    rate,
    { what: 'sqlite3 shell, bare and indexed afterwards', value: median(shell.map(seconds => rows / seconds)), unit: 'rows/s' },
    {
      what: 'import, in shells',
      value: median(rounds.map(({ seconds, shellSeconds }) => shellSeconds! / seconds)),
      unit: 'x',
      goal: { least: 0.8 },
    },
  ]
}

function strain(rounds: readonly Round[]) {
  const [{ memory }] = rounds as [Round]
  return [
    {
      what: 'peak memory',
      value: Math.max(...rounds.map(({ memory }) => memory.peak)),
      unit: 'MB',
      goal: { most: 350 },
      note: `open ${Math.round(memory.before)}, then by tenths ${memory.stages.join(' ')}`,
    },
    {
      what: 'longest block of the main thread',
      value: median(rounds.map(({ longestBlock }) => longestBlock)),
      unit: 'ms',
      goal: { most: 50 },
    },
    {
      what: 'list page meanwhile, p95',
      value: percentile(
        rounds.flatMap(({ listWhileImporting }) => listWhileImporting),
        0.95,
      ),
      unit: 'ms',
    },
  ]
}

const outcome = ({ created, updated, unchanged, skipped, failed }: ImportRun) =>
  `${created} created, ${updated} updated, ${unchanged + skipped} left alone, ${failed} failed`
