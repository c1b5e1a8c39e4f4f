import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cloudRounds } from './cloud.ts'
import { canMount, unmountAll } from './disks.ts'
import { encryptionRounds } from './encryption.ts'
import { everyStep } from './encryption-steps.ts'
import { fullRounds } from './full.ts'
import { killRounds } from './kill.ts'
import type { Outcome, Told } from './outcome.ts'
import { restoreRounds } from './restore.ts'
import { yankRounds } from './yank.ts'

type Fault = { what: string; needsDisks: boolean; run(folder: string, rounds: number, told: Told): Promise<Outcome>; share: number }

/** Each kind with its share of the rounds. */
const faults: readonly Fault[] = [
  { what: 'killed under load', needsDisks: false, run: killRounds, share: 1 },
  { what: 'killed while going back to a backup', needsDisks: false, run: restoreRounds, share: 0.25 },
  { what: 'killed while the encryption changes', needsDisks: false, run: encryptionRounds, share: 0.25 },
  { what: 'killed at each step of a change of the encryption', needsDisks: false, run: everyStep, share: 0.5 },
  { what: 'a full disk', needsDisks: true, run: fullRounds, share: 0.25 },
  { what: 'a stick pulled out during a backup', needsDisks: true, run: yankRounds, share: 0.25 },
  { what: 'a folder that a cloud’s program syncs', needsDisks: false, run: cloudRounds, share: 0.25 },
]

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '24' }, only: { type: 'string', default: '' } } })
const say = (line: string) => process.stdout.write(`${line}\n`)
const hasDisks = canMount()
let losses = 0

for (const { what, needsDisks, run, share } of faults.filter(fault => fault.what.includes(values.only))) {
  if (needsDisks && !hasDisks) {
    say(`${what}: skipped, for only root may attach disks`)
    continue
  }
  const folder = mkdtempSync(join(tmpdir(), 'regulars-faults-'))
  try {
    const rounds = Math.max(1, Math.round(Number(values.rounds) * share))
    const outcome = await run(folder, rounds, round => round % 10 === 0 && say(`${what}: ${round} of ${rounds} rounds`))
    for (const loss of outcome.losses) say(`${what}: ${loss}`)
    say(
      `${what}: ${outcome.rounds} rounds, ${outcome.confirmed} changes and ${outcome.backups} backups confirmed, ${outcome.losses.length} losses`,
    )
    losses += outcome.losses.length
  } catch (error) {
    // The other kinds are still worth their rounds.
    say(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    losses++
  } finally {
    unmountAll()
    rmSync(folder, { recursive: true, force: true })
  }
}
say(`${losses} losses`)
process.exitCode = losses > 0 ? 1 : 0
