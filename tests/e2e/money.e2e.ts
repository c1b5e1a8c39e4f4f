import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createApi } from '../../shared/api.ts'
import { openApp } from '../../electron/app.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test } from './fixtures.ts'
import { fillSalon } from './salon.ts'

const toast = (page: Page, text: string | RegExp) => page.getByRole('status').locator('.toast').filter({ hasText: text })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Check out' })

/** The salon may invoice: its address, its tax number, the rates of its country, a shampoo with a barcode. */
async function mayInvoice(dataFolder: string) {
  const app = await openApp({ dataFolder, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { seller } = await api('invoices.settings', {})
  const address = { street: 'Marktstraße 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' }
  await api('invoices.changeSettings', { seller: { ...seller, address, taxNumber: '27/123/45678' } })
  await api('taxes.adopt', { country: 'DE' })
  await api('catalogue.createProduct', { name: 'Shampoo', price: 1490, barcode: '4012345678901' })
  const anna = (await api('contacts.search', { text: 'Petersen', limit: 1 }))[0]!
  await api('contacts.update', { id: anna.id, addresses: [{ ...address, label: 'home', street: 'Hafenweg 2' }] })
  const [jana] = await api('staff.list', {})
  const [cut] = await api('catalogue.services', {})
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const services = [{ serviceId: cut!.id, staffId: jana!.id }]
  await api('appointments.book', { contactId: anna.id, start: `${tomorrow}T10:00`, services })
  await app.close()
}

test('money of a day: a visit paid in two ways, a sale by scanner, a line taken back, papers saved, the drawer closed', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  await mayInvoice(dataFolder)
  const app = await start()
  const { page } = app

  await test.step('a visit is paid by keyboard, a part in cash and the rest by card', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Calendar' }).click()
    await page.getByRole('group', { name: 'Calendar' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.locator('.ec-event').filter({ hasText: 'Anna Petersen' }).click()
    await page.locator('.popover .visit').waitFor()
    await page.keyboard.press('o')
    await expect(panel(page).locator('.total')).toContainText('€42.00')
    await page.keyboard.type('20')
    await page.keyboard.press('Enter')
    await expect(panel(page).getByRole('group', { name: 'Way to pay 2' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(panel(page)).toContainText('All paid')
    await expect(panel(page)).toContainText('0001 · Anna Petersen · €42.00')
    await page.keyboard.press('Enter')
    await expect(panel(page)).toBeHidden()
  })

  await test.step('what lies on the counter is scanned, the change is said', async () => {
    await page.keyboard.press('Control+Shift+K')
    await expect(panel(page).getByRole('combobox', { name: 'Add a line' })).toBeFocused()
    await page.keyboard.type('4012345678901')
    await page.keyboard.press('Enter')
    await expect(panel(page).locator('.total')).toContainText('€14.90')
    await page.keyboard.press('Enter')
    await page.keyboard.type('20')
    await expect(panel(page).locator('.result')).toContainText('€5.10')
    await page.keyboard.press('Enter')
    await expect(panel(page)).toContainText('Change to give')
    const receipt = await app.save(async () => {
      await panel(page).getByRole('button', { name: 'Save receipt' }).click()
      await expect(panel(page).getByText(/^Receipt .*pdf was saved$/)).toBeVisible()
    })
    expect(readFileSync(receipt).subarray(0, 5).toString()).toBe('%PDF-')
    await panel(page).getByRole('button', { name: 'Done' }).click()
  })

  await test.step('the invoice is saved as a PDF, and as an e-invoice', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Invoices' }).click()
    await expect(page.getByRole('row')).toHaveCount(3)
    await page.getByRole('row').filter({ hasText: 'Anna Petersen' }).click()
    await expect(page.getByRole('article', { name: 'The paper' })).toContainText('Marktstraße 1')
    const paper = await app.save(async () => {
      await page.getByRole('button', { name: 'Save PDF' }).click()
      await expect(toast(page, /^Invoice .*pdf was saved/)).toBeVisible()
    })
    expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-')
    const printed = await app.print(() => page.getByRole('button', { name: 'Print', exact: true }).click())
    expect(readFileSync(printed).subarray(0, 5).toString()).toBe('%PDF-')
    const invoice = await app.save(async () => {
      await page.getByRole('button', { name: 'E-invoice' }).click()
      await page.getByRole('button', { name: /XRechnung, Peppol/ }).click()
      await expect(toast(page, /^Invoice .*xml was saved/)).toBeVisible()
    })
    expect(readFileSync(invoice, 'utf8')).toContain('<cbc:PayableAmount currencyID="EUR">0.00</cbc:PayableAmount>')
  })

  await test.step('a line is taken back by a document of its own, and the money given back', async () => {
    await page.getByRole('button', { name: 'Credit note' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Some lines').click()
    await dialog.getByRole('checkbox', { name: 'Cut' }).check()
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click()
    await expect(page.getByRole('heading', { name: /^Credit note CN-/, level: 1 })).toBeVisible()
    await page.getByRole('button', { name: 'Give back' }).click()
    // As it came: 20.00 in cash, the rest by card.
    await expect(page.getByRole('dialog').getByRole('group', { name: /paid on/ })).toHaveCount(2)
    await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click()
    await expect(toast(page, '€42.00 given back')).toBeVisible()
    await expect(page.getByText('Everything is settled.')).toBeVisible()
  })

  await test.step('a gift card is sold and partly redeemed', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Gift cards' }).click()
    await page.getByRole('button', { name: 'Sell a gift card' }).first().click()
    await panel(page).getByRole('button', { name: '€25.00' }).click()
    await expect(panel(page).locator('.total')).toContainText('€25.00')
    await panel(page).getByText('Card', { exact: true }).click()
    await panel(page).getByRole('button', { name: 'Paid' }).click()
    await expect(panel(page)).toContainText('All paid')
    const sold = panel(page).getByRole('list', { name: 'Gift cards sold with it' })
    const code = (await sold.getByRole('link').textContent()) ?? ''
    const card = await app.save(async () => {
      await sold.getByRole('button', { name: 'Save as PDF' }).click()
      await expect(panel(page).getByText(/^Gift card .*pdf was saved$/)).toBeVisible()
    })
    expect(readFileSync(card).subarray(0, 5).toString()).toBe('%PDF-')
    await panel(page).getByRole('button', { name: 'Next sale' }).click()

    await panel(page).getByRole('combobox', { name: 'Add a line' }).waitFor()
    await page.keyboard.type('4012345678901')
    await page.keyboard.press('Enter')
    await expect(panel(page).locator('.total')).toContainText('€14.90')
    await panel(page).getByText('Gift card', { exact: true }).click()
    await panel(page).getByLabel('Code').fill(code.toLowerCase())
    await expect(panel(page)).toContainText('€25.00 left')
    await panel(page).getByLabel('Code').press('Enter')
    await expect(panel(page)).toContainText('All paid')
    await panel(page).getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('row').filter({ hasText: code })).toContainText('€10.10')
  })

  await test.step('the drawer is counted and the day closed, with what is missing', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Cash book' }).click()
    // 20.00 and 14.90 came in cash, and the 20.00 were given back.
    await page.getByRole('button', { name: 'Put in' }).click()
    await page.getByRole('dialog').getByLabel('Amount').fill('50')
    await page.getByRole('dialog').getByLabel('What for').fill('Change from the bank')
    await page.getByRole('dialog').getByRole('button', { name: 'Enter' }).click()
    await expect(page.locator('.expected')).toContainText('€64.90')
    await page.getByRole('button', { name: 'Count and close' }).click()
    await page.getByRole('dialog').getByLabel('Counted').fill('64.40')
    await expect(page.getByRole('dialog')).toContainText('-€0.50')
    await page.getByRole('dialog').getByRole('button', { name: 'Close the day' }).click()
    await expect(page.getByText('Closed with €64.40. €0.50 too little.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Count and close' })).toBeHidden()
  })
})
