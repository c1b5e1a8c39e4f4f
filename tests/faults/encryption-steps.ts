import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Api } from '../../shared/api.ts'
import type { Input } from '../../shared/contract.ts'
import { lossesIn, passphrases, withOpenShop } from './encryption.ts'
import { nothingYet, withShop, type Told } from './outcome.ts'

const program = fileURLToPath(new URL('encryption-steps-process.ts', import.meta.url))
const [first, second] = passphrases
const ofBackups = 'nine lives of a cat'

/** What is asked for of a shop that opens by this passphrase. */
export type Change = { passphrase: string | undefined } & (
  { call: 'vault.encrypt'; input: Input<'vault.encrypt'> } | { call: 'vault.decrypt'; input: Input<'vault.decrypt'> }
)

export const changes: readonly Change[] = [
  { passphrase: undefined, call: 'vault.encrypt', input: { passphrase: first } },
  { passphrase: first, call: 'vault.encrypt', input: { passphrase: second, current: first } },
  { passphrase: first, call: 'vault.decrypt', input: { current: first } },
]

/** Kills each change of the encryption after its first step, after its second, and so on until there is none any more. */
export async function everyStep(folder: string, rounds: number, told: Told = () => undefined) {
  const outcome = nothingYet()
  for (const [index, change] of changes.entries()) {
    const before = await shopBefore(join(folder, `before ${index}`), change)
    for (let step = 1; step <= rounds; step++) {
      const { wasKilled, losses } = await killedAt(String(step), change, before, join(folder, `${index} ${step}`))
      outcome.losses.push(...losses.map(loss => `${change.call}, step ${step}: ${loss}`))
      outcome.confirmed = outcome.backups = ++outcome.rounds
      told(outcome.rounds)
      if (!wasKilled) break
    }
  }
  return outcome
}

/** A shop that is about to be changed. Its backups have a passphrase of their own, which no system keeps. */
export async function shopBefore(dataFolder: string, { passphrase }: Change) {
  await withShop(dataFolder, async api => {
    await api('contacts.create', { givenName: 'Anna' })
    await api('backups.setPassphrase', { passphrase: ofBackups })
    if (passphrase !== undefined) await api.run('vault.encrypt', { passphrase })
    await api('contacts.list', { limit: 1 })
  })
  return dataFolder
}

/** In a copy of the shop. `moment` is a file that has just got its name, or how many have. */
export async function killedAt(moment: string, change: Change, before: string, dataFolder: string) {
  cpSync(before, dataFolder, { recursive: true })
  const shop = spawn(process.execPath, [program, dataFolder, JSON.stringify(change), moment], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [, signal] = (await once(shop, 'exit')) as [number | null, NodeJS.Signals | null]
  const losses = await withOpenShop(dataFolder, async api => [
    ...(await lossesIn(api, 1, dataFolder)),
    ...(await lossesOfSecrets(api, dataFolder)),
  ])
  return { wasKilled: signal === 'SIGKILL', losses }
}

/** Backups are still made with their passphrase, and that lies in the folder as it is only where the data does too. */
async function lossesOfSecrets(api: Api, dataFolder: string) {
  await api('contacts.create', { givenName: 'Later' })
  const { id, isEncrypted, state } = await api.run('backups.create', {})
  const { counts } = await api.run('backups.verify', { id, passphrase: ofBackups })
  const losses = isEncrypted && state === 'verified' && counts?.contacts === 2 ? [] : ['a backup is not what it was']
  const isReadable = readFileSync(join(dataFolder, 'backups', 'settings.json'), 'utf8').includes(ofBackups)
  const isClosed = (await api('vault.state', {})).isEncrypted
  return isReadable === isClosed ? [...losses, `the passphrase of backups is ${isReadable ? '' : 'not '}readable`] : losses
}
