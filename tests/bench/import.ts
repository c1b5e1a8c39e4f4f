import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { watchBlocks } from './blocks.ts'
import { median, percentile, type Figure, type Section } from './figures.ts'
import type { ImportRun } from './import-process.ts'
import { measuredBy } from './process.ts'
import { loadWithShell, shellVersion, type ShellRun } from './shell.ts'

type Round = ImportRun & { shell: ShellRun | null; noise: number }

/** Turn by turn with the shell, so that a machine that slows down slows both. The last round's data folder stays. */
export async function measureImport(folder: string, file: string, rows: number, rounds: number): Promise<Section> {
  const done: Round[] = []
  for (let round = 1; round <= rounds; round++) {
    const shell = shellVersion() ? loadWithShell(file, join(folder, 'shell.db')) : null
    rmSync(dataFolderOf(folder), { recursive: true, force: true })
    // How long this machine keeps a process waiting that does nothing.
    const noise = watchBlocks()
    const run = await measuredBy<ImportRun>('./import-process.ts', dataFolderOf(folder), file)
    done.push({ ...run, shell, noise: noise.longest() })
  }
  return {
    title: `Import of ${rows.toLocaleString('en')} rows (${rounds} rounds, medians)`,
    figures: [...speed(done, rows), ...strain(done)],
  }
}

export const dataFolderOf = (folder: string) => join(folder, 'data')

function speed(rounds: readonly Round[], rows: number): Figure[] {
  const rate = { what: 'import', value: median(rounds.map(({ seconds }) => rows / seconds)), unit: 'rows/s', note: outcome(rounds[0]!) }
  const compared = rounds.flatMap(({ shell, ...run }) => (shell ? [{ run, shell }] : []))
  if (compared.length === 0) return [{ ...rate, note: `${rate.note}; no sqlite3 shell here to compare with` }]
  const inShells = compared.map(({ run, shell }) => shell.seconds / run.seconds)
  const effort = compared.map(({ run, shell }) => run.processor / (shell.processor ?? Number.NaN))
  return [
    rate,
    { what: 'sqlite3 shell, bare, indexed afterwards', value: median(compared.map(({ shell }) => rows / shell.seconds)), unit: 'rows/s' },
    { what: 'import, in shells', value: median(inShells), unit: 'x', goal: { least: 0.8 } },
    { what: 'processor time, in shells', value: median(effort), unit: 'x', note: 'of all threads; the shell has one' },
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
      note: `an idle process next to it ${Math.round(median(rounds.map(({ noise }) => noise)))} ms`,
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
