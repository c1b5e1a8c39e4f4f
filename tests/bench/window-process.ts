import { _electron } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'

export type WindowStart = {
  /** Milliseconds from the start of the program. */
  painted: number
  list: number
  /** Megabytes of all processes together, after a few seconds of rest. */
  memory: number
}

const [program, ...args] = process.argv.slice(2) as [string, ...string[]]
const startedAt = Date.now()
const app = await _electron.launch({ executablePath: program, args })
const page = await app.firstWindow()
await page.locator('.page .columns').first().waitFor()
const list = Date.now() - startedAt
const painted = await page.evaluate(
  () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
)
await wait(5000)
const kilobytes = await app.evaluate(({ app }) => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0))
await app.close()

process.stdout.write(JSON.stringify({ painted: painted - startedAt, list, memory: kilobytes / 1000 } satisfies WindowStart))
