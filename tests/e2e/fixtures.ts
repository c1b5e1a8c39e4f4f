import { chromium, test as base, type Browser, type ElectronApplication, type Page } from '@playwright/test'
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
  /** Does `action`, which prints a paper, and returns where the PDF is that is shown for it. */
  print(action: () => Promise<void>): Promise<string>
  /** Addresses that the app has handed to the system. */
  opened(): Promise<string[]>
  /** The process behind the window; null where a browser shows the app. */
  main: ElectronApplication | null
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

const hosts = () => JSON.parse(process.env.REGULARS_HOSTS!) as Hosts

type WorkerFixtures = { installedBrowser(): Promise<Browser> }

export const test = base.extend<Fixtures, WorkerFixtures>({
  /** One browser for all tests, which each get a profile of their own; started when the first one needs it. */
  installedBrowser: [
    async ({}, use) => {
      const { browser: found } = hosts()
      let launched: Promise<Browser> | undefined
      await use(
        () =>
          (launched ??=
            'why' in found ? Promise.reject(new Error(found.why)) : chromium.launch({ executablePath: found.program, args: found.args })),
      )
      await (await launched)?.close()
    },
    { scope: 'worker' },
  ],

  host: ['browser', { option: true }],
  hosts: async ({}, use) => use(hosts()),

  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'regulars-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  start: async ({ host, hosts, dataFolder, installedBrowser }, use, info) => {
    const found = hosts[host]
    if ('why' in found) return void info.skip(true, found.why)
    const running: RunningApp[] = []
    await use(async () => {
      const app = host === 'electron' ? await openInElectron(found, dataFolder) : await openInBrowser(await installedBrowser(), dataFolder)
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
