import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Api } from '../../shared/api.ts'
import { aMoment, nothingYet, withShop, type Told } from './outcome.ts'

const program = fileURLToPath(new URL('restore-process.ts', import.meta.url))

/** Kills a shop at another moment of its going back to a backup. */
export async function restoreRounds(dataFolder: string, rounds: number, told: Told = () => undefined) {
  const outcome = nothingYet()
  for (let round = 1; round <= rounds; round++) {
    const before = await withShop(dataFolder, begin)
    await killedMeanwhile(dataFolder)
    const losses = await withShop(dataFolder, api => lossesIn(api, before, dataFolder))
    outcome.losses.push(...losses.map(loss => `round ${round}: ${loss}`))
    outcome.rounds = outcome.confirmed = outcome.backups = round
    told(round)
  }
  return outcome
}

async function begin(api: Api) {
  await api('contacts.create', { givenName: 'Anna', note: 'x'.repeat(20_000) })
  await api.run('backups.create', {})
  return (await api('contacts.list', { limit: 1 })).total
}

async function killedMeanwhile(dataFolder: string) {
  const shop = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(shop, 'exit')
  for await (const line of createInterface({ input: shop.stdout })) if (line === 'ready') break
  await Promise.race([ended, aMoment(2500)])
  shop.kill('SIGKILL')
  await ended
}

async function lossesIn(api: Api, before: number, dataFolder: string) {
  const { damage } = await api('database.state', {})
  if (damage) return [`the database does not open: ${damage.reason}`]
  const losses: string[] = []
  const { total } = await api('contacts.list', { limit: 1 })
  if (total !== before && total !== before + 1) losses.push(`${total} clients, neither ${before} nor one more`)
  const { isWhole, failure } = await api('database.check', {})
  if (!isWhole) losses.push(`check: ${failure?.reason}`)
  for (const name of ['incoming.db', 'swap.json']) if (existsSync(join(dataFolder, 'backups', name))) losses.push(`left behind: ${name}`)
  return losses
}
