import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openShop } from './app.ts'

/** A line for each line of every document that was ever issued, in a process that has done nothing else before. */
export type ExportsRun = { rows: number; bytes: number; seconds: number; processor: number; memory: { before: number; peak: number } }

const [dataFolder] = process.argv.slice(2) as [string]
const megabytes = () => process.memoryUsage.rss() / 1e6

const { api, offers, close } = await openShop(dataFolder)
const file = join(dataFolder, 'lines.csv')
const before = megabytes()
let peak = before
const sampling = setInterval(() => (peak = Math.max(peak, megabytes())), 20)
const spentBefore = process.cpuUsage()
const startedAt = performance.now()
const days = { from: '2000-01-01', to: '2099-12-31' }
const { rows } = await api.run('exports.invoices', { rows: 'lines', ...days, out: offers.offerWrite(file) })
const seconds = (performance.now() - startedAt) / 1000
const { user, system } = process.cpuUsage(spentBefore)
clearInterval(sampling)
await close()

const memory = { before, peak: Math.max(peak, megabytes()) }
const run: ExportsRun = { rows, bytes: statSync(file).size, seconds, processor: (user + system) / 1e6, memory }
process.stdout.write(JSON.stringify(run))
