import type { Section } from './figures.ts'
import { measuredBy } from './process.ts'
import type { VaultRun } from './vault-process.ts'

/** What an encrypted database costs, beside the same one without a key. */
export async function measureVault(dataFolder: string): Promise<Section> {
  const { bytes, derive, rewrite, plain, encrypted } = await measuredBy<VaultRun>('./vault-process.ts', dataFolder)
  const beside = (what: string, work: keyof typeof plain) => ({
    ...{ what: `${what}, encrypted`, value: encrypted[work] / plain[work], unit: 'x' as const },
    note: `${plain[work].toFixed(1)} ms plain`,
  })
  return {
    title: `Encryption: a database of ${Math.round(bytes / 1e6)} MB`,
    figures: [
      { what: 'the key of a passphrase', value: derive, unit: 'ms' },
      { what: 'encrypting a copy', value: rewrite, unit: 'ms' },
      beside('opening', 'open'),
      beside('20,000 contacts read in any order', 'read'),
      beside('50,000 rows written', 'write'),
      beside('a snapshot', 'snapshot'),
    ],
  }
}
