import type { Browser } from '@playwright/test'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningApp } from './fixtures.ts'
import { startLauncher, type Started } from './processes.ts'

export async function openInBrowser(browser: Browser, dataFolder: string): Promise<RunningApp> {
  const server = startLauncher(dataFolder, '--no-open')
  const page = await openPage(browser, server).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  const context = page.context()
  return {
    page,
    async pick(file, action) {
      const chooser = page.waitForEvent('filechooser')
      await action()
      await (await chooser).setFiles(file)
    },
    async save(action) {
      const download = page.waitForEvent('download')
      await action()
      return (await download).path()
    },
    async print(action) {
      const shown = context.waitForEvent('request', request => request.url().includes('/printouts/'))
      await action()
      const path = join(mkdtempSync(join(tmpdir(), 'regulars-printed-')), 'printed.pdf')
      writeFileSync(path, await (await page.request.get((await shown).url())).body())
      // A page behind another tab is painted once a second, and every click waits for that.
      await page.bringToFront()
      return path
    },
    opened: () =>
      Promise.resolve(
        context
          .pages()
          .slice(1)
          .map(other => other.url()),
      ),
    main: null,
    async stop() {
      await context.close()
      await server.stop()
    },
  }
}

async function openPage(browser: Browser, server: Started) {
  const [address] = await server.says(/http:\/\/127\.0\.0\.1:\d+\/\?key=\w+/)
  const context = await browser.newContext({ locale: 'en-GB', acceptDownloads: true, viewport: { width: 1280, height: 820 } })
  const page = await context.newPage()
  await page.goto(address)
  return page
}
