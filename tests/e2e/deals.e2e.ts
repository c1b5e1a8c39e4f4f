import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test, type RunningApp } from './fixtures.ts'
import { fillSalon } from './salon.ts'

const goTo = (page: Page, place: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: place }).click()
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').locator('.toast').filter({ hasText: text })
const column = (page: Page, name: string) => page.getByRole('region', { name })
const card = (page: Page, name: string) => page.locator('[data-card]').filter({ hasText: name })

/** It may invoice, and ten days ago it got an inquiry that nobody has looked at since. */
async function tenDaysAgo(dataFolder: string) {
  const then = new Date(Date.now() - 10 * 86_400_000)
  const app = await openApp({ dataFolder, now: () => then, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { seller } = await api('invoices.settings', {})
  const address = { street: 'Marktstraße 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' }
  await api('invoices.changeSettings', { seller: { ...seller, address, taxNumber: '27/123/45678' } })
  await api('taxes.adopt', { country: 'DE' })
  await api('deals.adoptTemplate', { template: 'services' })
  const ruth = (await api('contacts.search', { text: 'Ruth', limit: 1 }))[0]!
  await api('deals.create', { contactId: ruth.id, title: 'Old inquiry', value: 20_000 })
  await app.close()
}

async function importLeads(app: RunningApp, file: string) {
  const { page } = app
  await goTo(page, 'Import')
  await app.pick(file, () => page.getByRole('button', { name: 'Choose a file' }).click())
  await page.getByRole('button', { name: /^Import .*rows$/ }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
}

test('leads from a file go over the board to a quote, a win and an invoice; one is lost, one was forgotten', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000)
  await fillSalon(dataFolder)
  await tenDaysAgo(dataFolder)
  const file = join(dataFolder, 'leads.csv')
  writeFileSync(file, 'First name;Last name;E-mail\nKerstin;Lead;kerstin@example.com\nOle;Lead;ole@example.com\n')
  const app = await start()
  const { page } = app

  await test.step('leads from a CSV file come into the pipeline, all at once', async () => {
    await importLeads(app, file)
    await goTo(page, 'Contacts')
    for (const name of ['Kerstin Lead', 'Ole Lead'])
      await page
        .getByRole('row')
        .filter({ hasText: name })
        .click({ modifiers: ['Control'] })
    await page.getByRole('button', { name: 'Add to the pipeline' }).click()
    await page.getByRole('dialog').getByLabel('Title').fill('Wedding styling')
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
    await expect(toast(page, '2 deals were added.')).toBeVisible()
  })

  await test.step('the board flags what nobody looked after', async () => {
    await goTo(page, 'Pipeline')
    await expect(column(page, 'Inquiry').locator('[data-card]')).toHaveCount(3)
    await expect(card(page, 'Old inquiry')).toContainText('Quiet')
    await page.getByRole('button', { name: /Needs attention/ }).click()
    await expect(page.locator('[data-card]')).toHaveCount(1)
    await page.getByRole('button', { name: /Needs attention/ }).click()
  })

  await test.step('a card is dragged to another stage, and put back', async () => {
    await drag(page, card(page, 'Kerstin Lead'), column(page, 'Meeting'))
    await expect(column(page, 'Meeting').locator('[data-card]')).toHaveCount(1)
    await toast(page, 'Wedding styling is in Meeting now').getByRole('button', { name: 'Undo' }).click()
    await expect(column(page, 'Inquiry').locator('[data-card]')).toHaveCount(3)
  })

  await test.step('by keyboard it goes on step by step', async () => {
    await card(page, 'Kerstin Lead').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(column(page, 'Contacted').locator('[data-card]')).toHaveCount(1)
    await expect(card(page, 'Kerstin Lead')).toBeFocused()
    await page.keyboard.press('m')
    await page.getByLabel('Stage', { exact: true }).selectOption({ label: 'Quote sent' })
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await expect(column(page, 'Quote sent').locator('[data-card]')).toHaveCount(1)
  })

  await test.step('it gets a value and a quote, which is issued', async () => {
    await card(page, 'Kerstin Lead').click()
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('dialog').getByLabel('Value').fill('680')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('€680.00').first()).toBeVisible()
    await page.getByRole('button', { name: 'Make a quote' }).click()
    await page.getByRole('button', { name: 'Issue' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Issue' }).click()
    await expect(page.getByRole('heading', { name: /^Quote Q-/, level: 1 })).toBeVisible()
  })

  await test.step('it is won with what it came to, and becomes an invoice', async () => {
    await goTo(page, 'Pipeline')
    await card(page, 'Kerstin Lead').click()
    await page.getByRole('button', { name: 'Won' }).click()
    await expect(page.getByRole('dialog').getByLabel('Final value')).toBeFocused()
    await page.getByRole('dialog').getByLabel('Final value').fill('650')
    await page.getByRole('dialog').getByRole('button', { name: 'Won' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Make an invoice' }).click()
    await expect(page.getByRole('button', { name: 'Issue' })).toBeVisible()
    await goTo(page, 'Pipeline')
    await expect(column(page, 'Won').locator('[data-card]')).toContainText('€650.00')
  })

  await test.step('another is lost, and only for a reason', async () => {
    await card(page, 'Ole Lead').focus()
    await page.keyboard.press('m')
    await page.getByLabel('Stage', { exact: true }).selectOption({ label: 'Lost' })
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Wedding styling is lost' })
    await expect(dialog.getByRole('button', { name: 'Lost' })).toBeDisabled()
    await dialog.getByLabel('Why').fill('Too expensive')
    await dialog.getByRole('button', { name: 'Lost' }).click()
    await expect(column(page, 'Lost').locator('[data-card]')).toContainText('Too expensive')
  })

  await test.step('the forecast tells of both, and shows the deals behind a bar', async () => {
    await page.getByText('Forecast', { exact: true }).click()
    await expect(page.locator('.figures')).toContainText('€650.00')
    await expect(page.locator('.figures')).toContainText('50%')
    await page.getByRole('table', { name: 'Won and expected by month' }).getByRole('button', { name: '€650.00' }).press('Enter')
    await expect(page.getByRole('dialog')).toContainText('Kerstin Lead')
  })
})

async function drag(page: Page, from: ReturnType<typeof card>, to: ReturnType<typeof column>) {
  const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!]
  await page.mouse.move(start.x + 60, start.y + 20)
  await page.mouse.down()
  await page.mouse.move(end.x + 80, end.y + 120, { steps: 8 })
  await expect(to).toHaveClass(/over/)
  await page.mouse.up()
}
