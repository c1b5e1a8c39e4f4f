import type { BackupRun } from './backups-process.ts'
import type { Section } from './figures.ts'
import { measuredBy } from './process.ts'

const megabytes = (bytes: number) => Math.round(bytes / 1e6)
/** The goals are those of a database of 500 MB. */
const share = (bytes: number) => bytes / 500e6

/** From a running shop to a file that has proved itself. */
export async function measureBackups(dataFolder: string): Promise<Section> {
  const { bytes, packed, copy, snapshot, create, verify, stall, restore, again } = await measuredBy<BackupRun>(
    './backups-process.ts',
    dataFolder,
  )
  return {
    title: `Backups: a database of ${megabytes(bytes)} MB`,
    figures: [
      { what: 'snapshot beside a plain copy', value: snapshot / copy, unit: 'x', goal: { most: 2 }, note: `copy ${copy.toFixed(0)} ms` },
      { what: 'packed and verified', value: create, unit: 'ms', goal: { most: 10_000 * share(bytes) }, note: `${megabytes(packed)} MB` },
      { what: 'an old one verified', value: verify, unit: 'ms' },
      { what: 'back to it, with a safety copy', value: restore, unit: 'ms', goal: { most: 15_000 * share(bytes) } },
      { what: 'a second one takes for 20 MB of unchanged files', value: again, unit: 'B', goal: { most: 0 } },
      { what: 'the longest that anybody waited meanwhile', value: stall, unit: 'ms', goal: { most: 50 } },
    ],
  }
}
