import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ContactFields } from '../../shared/contacts/model.ts'
import { people } from '../../shared/demo/people.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { messyExports, rowsPerVendor, vendorTable } from '../support/vendors.ts'
import { expect, test, type RunningApp } from './fixtures.ts'

const count = (number: number) => number.toLocaleString('en-GB')
const goTo = (page: Page, place: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: place }).click()

async function setUp({ page }: RunningApp) {
  await page.getByLabel('Name of the business').fill('Salon Sonnenschein')
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await goTo(page, 'Contacts')
  await expect(page.getByText('No contacts yet')).toBeVisible()
}

async function importFile(app: RunningApp, file: string, created: number) {
  await goTo(app.page, 'Import')
  await app.pick(file, () => app.page.getByRole('button', { name: 'Choose a file' }).click())
  await app.page.getByRole('button', { name: /^Import .*rows$/ }).click()
  await expect(app.page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  await app.page.getByRole('button', { name: 'Import another file' }).click()
  await goTo(app.page, 'Contacts')
  await expect(app.page.getByText(`${count(created)} people and companies`)).toBeVisible()
}

test('messy files from three vendors go in with no mapping by hand', async ({ start, dataFolder }) => {
  test.setTimeout(240_000)
  const app = await start()
  await setUp(app)
  let total = 0
  for (const [vendor, content] of Object.entries(messyExports)) {
    const file = join(dataFolder, `${vendor}.csv`)
    writeFileSync(file, content())
    await importFile(app, file, (total += rowsPerVendor))
  }
})

const clients = [...people(demoSeed, 300, new Date('2026-01-01'))]
  .map(({ contact }) => contact)
  .filter(({ kind, givenName, familyName, birthday }) => kind === 'person' && givenName && familyName && birthday?.length === 10)

const inAddressBook = (contact: ContactFields, index: number) => ({
  'First Name': contact.givenName,
  'Last Name': contact.familyName,
  Birthday: contact.birthday ?? '',
  'E-mail 1 - Value': `${index}@example.com`,
  'Phone 1 - Value': `+49 176 ${5_000_000 + index * 7919}`,
})

/** The till knows the same people by other addresses, and with a slip of the finger. */
const atTheTill = (contact: ContactFields, index: number) => ({
  'First Name': contact.givenName,
  'Last Name': contact.familyName.replace(/(.)(.)$/, '$2$1'),
  Birthday: contact.birthday ?? '',
  'Email Address': `${index}@example.org`,
  'Phone Number': '',
})

test('the same people from two vendors are found, merged, and taken apart again', async ({ start, dataFolder }) => {
  test.setTimeout(180_000)
  const app = await start()
  const { page } = app
  await setUp(app)
  const [book, till] = [join(dataFolder, 'google.csv'), join(dataFolder, 'square.csv')]
  writeFileSync(book, vendorTable('Google Contacts', ',', clients.map(inAddressBook)))
  const both = clients.slice(0, 20)
  writeFileSync(till, vendorTable('Square', ',', both.map(atTheTill)))
  await importFile(app, book, clients.length)
  await importFile(app, till, clients.length + both.length)

  await goTo(page, 'Duplicates')
  await page.getByRole('button', { name: 'Look for duplicates' }).click()
  await expect(page.getByText('After the merge')).toBeVisible()
  await page.getByRole('button', { name: 'Merge M' }).waitFor()
  const name = await page.getByRole('radio', { checked: true }).first().getAttribute('aria-label')
  await page.keyboard.press('m')
  await expect(page.locator('.toast').filter({ hasText: 'Merged into' })).toBeVisible()

  await goTo(page, 'Contacts')
  await expect(page.getByText(`${count(clients.length + both.length - 1)} people and companies`)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find anyone or anything' }).fill(name!.replace('Keep the record of ', ''))
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Take apart' }).click()
  await expect(page.getByText('is a contact of its own again')).toBeVisible()
  await goTo(page, 'Contacts')
  await expect(page.getByText(`${count(clients.length + both.length)} people and companies`)).toBeVisible()
})
