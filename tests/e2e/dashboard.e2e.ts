import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { fillSalon, sellInSalon } from './salon.ts'

const tile = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const titles = (page: Page) => page.getByRole('article').getByRole('heading')
const openGlance = (page: Page) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reports' }).click()

test('the tiles of the day are arranged, followed to what is behind them, and stay so', async ({ start, dataFolder }) => {
  test.setTimeout(240_000)
  await fillSalon(dataFolder)
  await sellInSalon(dataFolder)
  const app = await start()
  const { page } = app

  await test.step('each number says what it means', async () => {
    await openGlance(page)
    await expect(tile(page, 'Net revenue today').getByRole('definition').first()).toContainText(/^€83\.11.*Charged by invoices/)
    await expect(titles(page)).toHaveCount(13)
  })

  await test.step('a tile is dragged, another one moved by keys; one is made wide, one hidden', async () => {
    await page.getByRole('button', { name: 'Arrange', exact: true }).click()
    // While tiles are still coming, one can move away from under the pointer: then it is dragged once more, as anybody would.
    await expect(async () => {
      await tile(page, 'Open invoices').dragTo(tile(page, 'Visits today'))
      await expect(titles(page).first()).toHaveText('Open invoices', { timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Move Birthdays' }).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Move Birthdays' })).toBeFocused()
    await page.getByRole('button', { name: 'Net revenue today is wide' }).click()
    await page.getByRole('button', { name: 'Hide Points that are owed' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('status').locator('.toast').filter({ hasText: 'Tiles arranged' })).toBeVisible()
  })

  await test.step('its chart is saved as a picture', async () => {
    if (app.main) return
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as PNG: Net revenue today' }).click()
    const picture = await download
    expect(picture.suggestedFilename()).toBe('Net revenue today - The last 14 days.png')
    expect(
      readFileSync(await picture.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  await test.step('behind the revenue of today are its invoices', async () => {
    await tile(page, 'Net revenue today').getByRole('button', { name: 'Net revenue today', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invoices')
    await expect(page.getByText('Anna Petersen')).toBeVisible()
  })

  await app.stop()
  const again = await start()

  await test.step('after a new start all stands where it was put', async () => {
    await openGlance(again.page)
    await expect(titles(again.page)).toHaveCount(12)
    await expect(titles(again.page).nth(0)).toHaveText('Open invoices')
    await expect(titles(again.page).nth(1)).toHaveText('Birthdays')
    await expect(titles(again.page).filter({ hasText: 'Points that are owed' })).toHaveCount(0)
  })

  await test.step('and goes back to the beginning by a click', async () => {
    await again.page.getByRole('button', { name: 'Arrange', exact: true }).click()
    await again.page.getByRole('button', { name: 'As in the beginning' }).click()
    await again.page.getByRole('button', { name: 'Done' }).click()
    await expect(titles(again.page).first()).toHaveText('Visits today')
    await expect(titles(again.page)).toHaveCount(13)
  })
})
