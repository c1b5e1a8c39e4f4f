import type { Page } from '@playwright/test'
import { truncateSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { openFolder } from '../../electron/open-folder.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'

// Each step waits for a worker that begins, reads and proves a whole file.
const patient = { timeout: 60_000 }
const workerFile = new URL('../../electron/jobs/worker.ts', import.meta.url)

test.setTimeout(300_000)

/** A salon with one client. */
test.beforeEach(async ({ dataFolder }) => {
  const { app, close } = await openFolder(dataFolder, 'command', workerFile)
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  await api('settings.update', { businessName: 'Salon Marlene', language: 'en', country: 'DE' })
  await api('contacts.create', { givenName: 'Anna', familyName: 'Petersen', note: 'as she was' })
  await close()
})

const goTo = (page: Page, address: string) => page.evaluate(address => void (location.hash = address), address)

/** By the host that is tested: what it has written it can read. */
async function backUp(page: Page) {
  await goTo(page, '/settings/backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Backed up and verified.')).toBeVisible(patient)
}

async function welcomeIlse(page: Page) {
  await goTo(page, '/contacts/new')
  await page.getByLabel('First name').first().fill('Ilse')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Ilse' }).first()).toBeVisible()
}

test('a shop goes back to its backup, and forward again', async ({ page }) => {
  await backUp(page)
  await welcomeIlse(page)
  await goTo(page, '/settings/backups')
  await expect(page.getByText('Compared with today: 1 contact fewer')).toBeVisible(patient)
  await page.getByRole('button', { name: 'Restore …' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()

  await expect(page.getByText(/Restored: the shop is as it was/)).toBeVisible(patient)
  await expect(page.getByRole('link', { name: /^Contacts/ })).toContainText('1')
  await page.getByRole('button', { name: 'Undo the restore' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the restore' }).click()
  await expect(page.getByRole('link', { name: /^Contacts/ })).toContainText('2', patient)

  await backUp(page)
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByText(/^Backed up .+, verified$/)).toBeVisible(patient)
})

test('one client comes back out of a backup beside everything else, and goes again by Undo', async ({ page }) => {
  await backUp(page)
  await welcomeIlse(page)
  await goTo(page, '/contacts')
  await page.getByText('Anna Petersen').first().click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('link', { name: /^Contacts/ })).toContainText('1')

  await goTo(page, '/settings/backups')
  await page
    .getByRole('button', { name: /^Bring back clients of / })
    .first()
    .click(patient)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Anna Petersen.*in the trash today/ }).check(patient)
  await dialog.getByRole('button', { name: 'Bring back 1 client' }).click()
  const toast = page.getByRole('status').locator('.toast').filter({ hasText: '1 client is back' })
  await expect(toast).toBeVisible(patient)
  await expect(page.getByRole('link', { name: /^Contacts/ })).toContainText('2')

  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /^Contacts/ })).toContainText('1', patient)
})

test('over a damaged data file, the last good backup is one click away', async ({ start, dataFolder }) => {
  const before = await start()
  await backUp(before.page)
  await before.stop()
  const file = join(dataFolder, 'regulars.db')
  truncateSync(file, statSync(file).size / 2)
  const { page } = await start()
  await expect(page.getByRole('heading', { name: 'The data file is damaged' })).toBeVisible()
  await expect(page.getByText(/1 contact.* Made /)).toBeVisible(patient)
  await page.getByRole('button', { name: 'Restore', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('link', { name: /^Contacts/ }).click(patient)
  await expect(page.getByText('Anna Petersen').first()).toBeVisible(patient)
})
