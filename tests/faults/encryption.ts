import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Api } from '../../shared/api.ts'
import { aMoment, nothingYet, withShop, type Told } from './outcome.ts'

const program = fileURLToPath(new URL('encryption-process.ts', import.meta.url))
/** By turns: the shop is encrypted by the one, gets the other, and is decrypted again. */
export const passphrases = ['seven small regulars', 'eight large irregulars'] as const

/** Kills a shop at another moment of its being encrypted, given another passphrase, or decrypted. */
export async function encryptionRounds(dataFolder: string, rounds: number, told: Told = () => undefined) {
  const outcome = nothingYet()
  let confirmed = 0
  for (let round = 1; round <= rounds; round++) {
    confirmed += await killedMeanwhile(dataFolder)
    const losses = await withOpenShop(dataFolder, api => lossesIn(api, confirmed, dataFolder))
    outcome.losses.push(...losses.map(loss => `round ${round}: ${loss}`))
    outcome.rounds = round
    outcome.confirmed = confirmed
    told(round)
  }
  return outcome
}

/** By whichever passphrase opens it, or by none. */
export async function withOpenShop(dataFolder: string, work: (api: Api) => Promise<string[]>): Promise<string[]> {
  for (const passphrase of [undefined, ...passphrases]) {
    const losses = await withShop(dataFolder, async api => ((await isLocked(api)) ? null : work(api)), passphrase)
    if (losses) return losses
  }
  return ['neither passphrase opens it']
}

async function isLocked(api: Api) {
  const { damage } = await api('database.state', {})
  return damage !== null && damage.reason !== 'databaseBroken'
}

/** How many clients were confirmed to be there. */
async function killedMeanwhile(dataFolder: string) {
  const shop = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(shop, 'exit')
  let confirmed = 0
  let isBegun = false
  for await (const line of createInterface({ input: shop.stdout })) {
    if (line === 'contact') confirmed++
    if (!isBegun) void aMoment(6000).then(() => shop.kill('SIGKILL'))
    isBegun = true
  }
  await ended
  return confirmed
}

export async function lossesIn(api: Api, confirmed: number, dataFolder: string) {
  const { damage } = await api('database.state', {})
  if (damage) return [`the database does not open: ${damage.reason}`]
  const losses: string[] = []
  const { total } = await api('contacts.list', { limit: 1 })
  // One that was not confirmed any more may be there all the same.
  if (total < confirmed) losses.push(`${total} clients of ${confirmed}`)
  const { isWhole, failure } = await api('database.check', {})
  if (!isWhole) losses.push(`check: ${failure?.reason}`)
  const left = readdirSync(join(dataFolder, 'backups')).filter(name => name.startsWith('.') || name === 'rewritten')
  for (const name of ['incoming.db', 'swap.json']) if (existsSync(join(dataFolder, 'backups', name))) left.push(name)
  return [...losses, ...left.map(name => `left behind: ${name}`)]
}
