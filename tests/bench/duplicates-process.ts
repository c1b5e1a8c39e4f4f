import { dice } from '../../shared/demo/dice.ts'
import { people } from '../../shared/demo/people.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { openShop } from './app.ts'
import { watchBlocks } from './blocks.ts'
import { until } from './clients-file.ts'

export type DuplicatesRun = {
  contacts: number
  groups: number
  seconds: number
  /** Seconds of the processor, of all threads. */
  processor: number
  /** Megabytes at its highest. */
  peak: number
  /** Milliseconds. */
  longestBlock: number
  cancelled: number
  checks: number[]
  pages: number[]
}

const [dataFolder] = process.argv.slice(2) as [string]
const checked = 300
const { api, close } = await openShop(dataFolder)

const took = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const blocks = watchBlocks()
const spentBefore = process.cpuUsage()
let result = { contacts: 0, groups: 0 }
const seconds = (await took(async () => (result = await api.run('duplicates.scan', {})))) / 1000
const spent = process.cpuUsage(spentBefore)
const longestBlock = blocks.longest()
const peak = process.resourceUsage().maxRSS / 1000

const run: DuplicatesRun = {
  ...{ contacts: result.contacts, groups: result.groups, seconds, peak, longestBlock },
  processor: (spent.user + spent.system) / 1e6,
  cancelled: await cancelledAfter(seconds / 2),
  checks: await checks(),
  pages: await pages(),
}
await close()
process.stdout.write(JSON.stringify(run))

/** Milliseconds from the click on Cancel to the end, in the middle of a scan. */
async function cancelledAfter(seconds: number) {
  const stop = new AbortController()
  let clickedAt = 0
  setTimeout(() => {
    clickedAt = performance.now()
    stop.abort()
  }, seconds * 1000)
  await api.run('duplicates.scan', {}, { signal: stop.signal }).catch(() => undefined)
  return performance.now() - clickedAt
}

/** People who are there, as somebody types them in once more. */
async function checks() {
  const turn = dice(7)
  const all = [...people(demoSeed, Math.min(20_000, result.contacts), until)]
  const times: number[] = []
  for (let round = 0; round < checked; round++) {
    const { kind, givenName, familyName, organization, phones, emails, birthday } = turn.pick(all).contact
    const typed = { kind, givenName, familyName, organization, ...(turn.chance(0.5) ? { phones } : { emails, birthday }) }
    times.push(await took(() => api('duplicates.check', typed)))
  }
  return times
}

async function pages() {
  const times: number[] = []
  for (let round = 0; round < 30; round++) times.push(await took(() => api('duplicates.groups', { offset: (round * 20) % 400, limit: 20 })))
  return times
}
