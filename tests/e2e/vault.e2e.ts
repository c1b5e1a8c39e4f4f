import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder } from '../../electron/open-folder.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test } from './fixtures.ts'

// Each step waits for a worker that begins, reads and rewrites a whole file.
const patient = { timeout: 90_000 }
const workerFile = new URL('../../electron/jobs/worker.ts', import.meta.url)
const passphrase = 'seven small regulars'

test.setTimeout(300_000)

test.beforeEach(async ({ dataFolder }) => {
  const { app, close } = await openFolder(dataFolder, 'command', workerFile)
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  await api('settings.update', { businessName: 'Salon Marlene', language: 'en', country: 'DE' })
  await api('contacts.create', { givenName: 'Anna', familyName: 'Petersen' })
  await close()
})

test('a shop is encrypted, and from then on asks for its passphrase', async ({ start, dataFolder }) => {
  const before = await start()
  await before.page.evaluate(() => void (location.hash = '/settings/backups'))
  // The card below the one of the backups, which comes a moment later.
  await expect(before.page.getByText('Whoever has this PC’s disk can read the shop’s data.')).toBeVisible(patient)
  await before.page.getByRole('button', { name: 'Encrypt …' }).last().click()
  const dialog = before.page.getByRole('dialog')
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog.getByLabel('Once more').fill(passphrase)
  await dialog.getByLabel('I keep the passphrase in a second place.').check()
  await dialog.getByRole('button', { name: 'Encrypt', exact: true }).click()
  await expect(before.page.getByText('The data on this disk can only be read with the passphrase')).toBeVisible(patient)
  await before.stop()
  expect(readFileSync(join(dataFolder, 'regulars.db')).includes('Petersen')).toBe(false)

  const { page } = await start()
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await expect(page.getByRole('heading', { name: 'Enter the passphrase' })).toBeVisible(patient)
  await page.getByLabel('Passphrase').fill('a guess')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is not the passphrase.')).toBeVisible(patient)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^Contacts/ }).click(patient)
  await expect(page.getByText('Anna Petersen').first()).toBeVisible(patient)
  // What stands behind the page that asks is not there yet, and nobody has to hear of that.
  expect(faults).toEqual([])
})
