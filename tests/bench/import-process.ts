import { setTimeout as wait } from 'node:timers/promises'
import { demoShop } from '../../shared/demo/shop.ts'
import { openShop } from './app.ts'
import { watchBlocks } from './blocks.ts'

export type ImportRun = {
  seconds: number
  /** Seconds of the processor, of all threads. */
  processor: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  failed: number
  /** Megabytes while the app was open and idle, at each tenth of the import, and at its highest. */
  memory: { before: number; stages: number[]; peak: number }
  /** Milliseconds. */
  longestBlock: number
  listWhileImporting: number[]
}

const [dataFolder, file] = process.argv.slice(2) as [string, string]
const megabytes = () => process.memoryUsage.rss() / 1e6

const { api, offers, close } = await openShop(dataFolder)
await api('settings.update', demoShop)
// As in the window: who starts an import has looked at its preview.
const { token } = offers.offerRead(file)
await api('imports.preview', { file: token })
await wait(1000)
const before = megabytes()
const stages: number[] = []
let peak = before
const sampling = setInterval(() => (peak = Math.max(peak, megabytes())), 20)

// A window that shows the list looks again whenever something has changed.
const listWhileImporting: number[] = []
const looking = setInterval(() => void look(), 500)
async function look() {
  const startedAt = performance.now()
  await api('contacts.list', {})
  listWhileImporting.push(performance.now() - startedAt)
}

const blocks = watchBlocks()
const spentBefore = process.cpuUsage()
const startedAt = performance.now()
const { created, updated, unchanged, skipped, failed } = await api.run('imports.run', { file: token }, { onProgress: noteStage })
const seconds = (performance.now() - startedAt) / 1000
const spent = process.cpuUsage(spentBefore)
const longestBlock = blocks.longest()
clearInterval(sampling)
clearInterval(looking)
await close()

function noteStage({ done, total }: { done: number; total: number | null }) {
  if (total && done / total >= (stages.length + 1) / 10) stages.push(Math.round(megabytes()))
}

const run: ImportRun = {
  processor: (spent.user + spent.system) / 1e6,
  ...{ seconds, created, updated, unchanged, skipped, failed, listWhileImporting },
  memory: { before, stages, peak: Math.max(peak, megabytes()) },
  longestBlock,
}
process.stdout.write(JSON.stringify(run))
