import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { startElectron, startLauncher, type Started } from './processes.ts'

test('opens with its name and something to see', async ({ page }) => {
  await expect(page).toHaveTitle(/Regulars/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('is one process per data folder: a second start leads to the first', async ({ app, host, hosts, dataFolder }) => {
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
  const second = startLauncher(dataFolder, '--no-open')
  expect(await second.code()).toBe(1)
  expect(second.output()).toContain(host === 'browser' ? 'already running with this data folder' : 'already open with this data folder')

  const window = startElectron(hosts.electron, dataFolder)
  if (!window) return
  if (host === 'electron') return expect(await window.code()).toBe(0)
  await window.says(/already running with this data folder/)
  await window.stop('SIGKILL')
})

test.describe('with a data folder that cannot be used', () => {
  const startIn = async (host: string, started: Started | null, sentence: RegExp) => {
    await started!.says(sentence)
    // A window says it in a box, and waits until somebody has read it.
    if (host === 'electron') return started!.stop('SIGKILL')
    expect(await started!.code()).toBe(1)
  }

  test('says that the folder cannot be made', async ({ host, hosts, dataFolder }) => {
    test.skip('why' in hosts[host], 'why' in hosts[host] ? hosts[host].why : '')
    writeFileSync(join(dataFolder, 'file'), '')
    const folder = join(dataFolder, 'file', 'below')
    const started = host === 'electron' ? startElectron(hosts.electron, folder) : startLauncher(folder, '--no-open')
    await startIn(host, started, /cannot be created/)
  })
})
