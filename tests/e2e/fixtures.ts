import { test as base, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInBrowser } from './browser-host.ts'
import { openInElectron } from './electron-host.ts'
import type { Hosts } from './hosts.ts'

export { expect } from '@playwright/test'

/** The app, running in one of its hosts. */
export type RunningApp = {
  page: Page
  /** Does `action`, which asks for a file, and answers with `file`. */
  pick(file: string, action: () => Promise<void>): Promise<void>
  /** Does `action`, which writes a file and waits until the app says so, and returns where it is. */
  save(action: () => Promise<void>): Promise<string>
  /** Addresses that the app has handed to the system. */
  opened(): Promise<string[]>
  stop(): Promise<void>
}

export type HostOptions = { host: 'electron' | 'browser' }

type Fixtures = HostOptions & {
  hosts: Hosts
  dataFolder: string
  /** Starts the app; a test may do so again after stopping it. */
  start(): Promise<RunningApp>
  app: RunningApp
}

export const test = base.extend<Fixtures>({
  host: ['browser', { option: true }],
  hosts: async ({}, use) => use(JSON.parse(process.env.REGULARS_HOSTS!) as Hosts),

  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'regulars-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  start: async ({ host, hosts, dataFolder }, use, info) => {
    const found = hosts[host]
    if ('why' in found) return void info.skip(true, found.why)
    const running: RunningApp[] = []
    await use(async () => {
      const app = await (host === 'electron' ? openInElectron : openInBrowser)(found, dataFolder)
      running.push(app)
      return app
    })
    const last = running.at(-1)
    if (info.status !== info.expectedStatus && last && !last.page.isClosed()) {
      await info.attach('screen', { body: await last.page.screenshot(), contentType: 'image/png' })
    }
    for (const app of running) await app.stop()
  },

  app: async ({ start }, use) => use(await start()),
  page: async ({ app }, use) => use(app.page),
})
