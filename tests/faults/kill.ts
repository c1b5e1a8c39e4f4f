import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Api } from '../../shared/api.ts'
import { nothingYet, withShop, type Told } from './outcome.ts'

const program = fileURLToPath(new URL('shop-process.ts', import.meta.url))
/** What was confirmed before the process was killed. */
type Confirmed = { contact: string[]; invoice: string[]; backup: string[] }

/** Kills a busy shop again and again, each time at another moment, and looks after each time what is left. */
export async function killRounds(dataFolder: string, rounds: number, told: Told = () => undefined) {
  const taxRateId = await withShop(dataFolder, begin)
  const outcome = nothingYet()
  const invoices: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const confirmed = await runUntilKilled(dataFolder, taxRateId, Math.floor(Math.random() * 40))
    invoices.push(...confirmed.invoice)
    const losses = await withShop(dataFolder, api => lossesIn(api, dataFolder, confirmed, invoices))
    outcome.rounds = round
    outcome.confirmed += confirmed.contact.length + confirmed.invoice.length
    outcome.backups += confirmed.backup.length
    outcome.losses.push(...losses.map(loss => `round ${round}: ${loss}`))
    told(round)
  }
  return outcome
}

async function begin(api: Api) {
  await api('settings.update', { businessName: 'Salon Marlene', country: 'DE', zone: 'Europe/Berlin' })
  const address = { street: 'Marktstraße 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' }
  const bank = { holder: '', iban: '', bic: '', name: '' }
  const nothing = { phone: '', email: '', website: '', vatId: '', legal: '' }
  await api('invoices.changeSettings', { seller: { owner: 'Marlene Weiß', address, taxNumber: '27/123/45678', bank, ...nothing } })
  const [rate] = await api('taxes.rates', {})
  return rate!.id
}

/** Some are killed while they open, some around the end of a backup, the others after so many confirmations and a moment. */
async function runUntilKilled(dataFolder: string, taxRateId: number, until: number): Promise<Confirmed> {
  const shop = spawn(process.execPath, [program, dataFolder, String(taxRateId)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const confirmed: Confirmed = { contact: [], invoice: [], backup: [] }
  const kill = () => void shop.kill('SIGKILL')
  if (until < 6) setTimeout(kill, until * 400)
  const waitsForBackup = until % 3 === 0
  let left = until
  for await (const line of createInterface({ input: shop.stdout })) {
    const [what, ...rest] = line.split(' ')
    if (what !== 'ready') confirmed[what as keyof Confirmed].push(rest.join(' '))
    if (waitsForBackup ? what === 'backup' : left-- === 0) setTimeout(kill, Math.random() * (waitsForBackup ? 2000 : 60))
  }
  if (shop.exitCode === null && shop.signalCode === null) await once(shop, 'exit')
  return confirmed
}

async function lossesIn(api: Api, dataFolder: string, { contact, backup }: Confirmed, invoices: readonly string[]) {
  const { damage } = await api('database.state', {})
  if (damage) return [`the database does not open: ${damage.reason}`]
  const losses: string[] = []
  for (const id of contact) await api('contacts.get', { id: Number(id) }).catch(() => losses.push(`contact ${id}`))
  const { documents, broken } = await api('invoices.verify', {})
  if (broken.length > 0 || documents < invoices.length) losses.push(`books: ${documents} of ${invoices.length}, ${broken.length} broken`)
  const { isWhole, failure } = await api('database.check', {})
  if (!isWhole) losses.push(`check: ${failure?.reason}`)
  const last = backup.at(-1)
  if (last) await api.run('backups.verify', { id: last }).catch((error: unknown) => losses.push(`backup ${last}: ${String(error)}`))
  const { newest } = await api('backups.state', {})
  if (last && newest === null) losses.push('no backup counts any more')
  const left = readdirSync(join(dataFolder, 'backups')).filter(name => name.startsWith('.'))
  return [...losses, ...left.map(name => `left behind: ${name}`)]
}
