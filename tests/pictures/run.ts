import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { build } from '../../electron/launch/build-when-needed.ts'
import { findHosts } from '../e2e/hosts.ts'
import { moment, openPictureShop, zone } from './shop.ts'

const reports = [
  ['report-revenue', '/reports/revenue?period=last12Months'],
  ['report-busy-hours', '/reports/busyHours?period=last90Days'],
  ['report-clients', '/reports/segments'],
] as const

const pictures = join(import.meta.dirname, '../../docs/pictures')
const { browser: found } = await findHosts()
if ('why' in found) throw new Error(found.why)

mkdirSync(pictures, { recursive: true })
build()
const folder = mkdtempSync(join(tmpdir(), 'regulars-pictures-'))
const shop = await openPictureShop(folder)
const browser = await chromium.launch({ executablePath: found.program, args: found.args })
try {
  await takeAll(browser)
} finally {
  await browser.close()
  await shop.close()
  rmSync(folder, { recursive: true, force: true })
}

async function takeAll(browser: Browser) {
  const page = await visit(browser, 'light')
  await takeToday(page, 'today-light')
  await goTo(page, '/calendar')
  await page.locator('.ec-event').first().waitFor()
  await take(page, 'calendar-light')
  await page.keyboard.press('w')
  await take(page, 'calendar-week')
  await goTo(page, '/contacts')
  await openClient(page)
  await take(page, 'contacts-light')
  await goTo(page, `/contacts/${shop.client.id}`)
  await take(page, 'card')
  await goTo(page, '/pipeline')
  await page.locator('[data-card]').first().waitFor()
  await take(page, 'board')
  await goTo(page, '/invoices')
  await page.getByRole('row').nth(1).waitFor()
  await take(page, 'invoices')
  await openInvoice(page)
  await take(page, 'invoice')
  await checkOut(page)
  await take(page, 'checkout')
  await page.keyboard.press('Escape')
  await takeGlance(page, 'dashboard-light')
  for (const [name, path] of reports) {
    await goTo(page, path)
    await page.getByRole('region').getByRole('row').nth(1).waitFor()
    await take(page, name)
  }
  await goTo(page, '/history')
  await take(page, 'history')
  await goTo(page, '/duplicates')
  await page.getByRole('button', { name: 'Look for duplicates' }).click()
  await page.getByText('After the merge').waitFor()
  await take(page, 'duplicates')
  await goTo(page, '/import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(shop.exportedFile)
  await page.getByRole('table').first().waitFor()
  await take(page, 'import')
  await page.close()

  const night = await visit(browser, 'dark')
  await takeToday(night, 'today-dark')
  await goTo(night, '/calendar')
  await night.locator('.ec-event').first().waitFor()
  await night.keyboard.press('d')
  await take(night, 'calendar-dark')
  await takeGlance(night, 'dashboard-dark')
  await goTo(night, '/pipeline')
  await night.locator('[data-card]').first().waitFor()
  await take(night, 'board-dark')
  await goTo(night, '/contacts')
  await openClient(night)
  await take(night, 'contacts-dark')
}

async function visit(browser: Browser, colorScheme: 'light' | 'dark') {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    locale: 'en-GB',
    timezoneId: zone,
    reducedMotion: 'reduce',
  })
  await page.clock.install({ time: moment })
  await page.goto(shop.address())
  await page.locator('h1').first().waitFor()
  return page
}

/** Without the line of the morning, which would lie over the list. */
async function takeToday(page: Page, name: string) {
  await goTo(page, '/today')
  await page.locator('.line').first().waitFor()
  const line = page.getByRole('status').locator('.toast')
  if (await line.isVisible()) await line.getByRole('button', { name: 'Close' }).click()
  await take(page, name)
}

async function takeGlance(page: Page, name: string) {
  await goTo(page, '/reports')
  await page.locator('article canvas').first().waitFor()
  await take(page, name)
}

async function openClient(page: Page) {
  await page.getByRole('row').filter({ hasText: shop.client.name }).click()
  await page.getByRole('heading', { name: shop.client.name }).waitFor()
}

/** One that is still open, with a code to pay by. */
async function openInvoice(page: Page) {
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('row').filter({ hasText: /open/ }).first().click()
  await page
    .getByRole('heading', { name: /^Invoice \d/ })
    .first()
    .waitFor()
}

/** Whoever sits in the chair now. */
async function checkOut(page: Page) {
  await goTo(page, '/calendar')
  await page.keyboard.press('d')
  await page.locator('.ec-event[data-visit]').last().click()
  await page.locator('.popover .visit').waitFor()
  await page.keyboard.press('o')
  await page.getByRole('dialog', { name: 'Check out' }).locator('.total', { hasText: '€' }).waitFor()
}

async function goTo(page: Page, path: string) {
  await page.goto(`${new URL(page.url()).origin}/#${path}`)
}

async function take(page: Page, name: string) {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(700, 890)
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}
