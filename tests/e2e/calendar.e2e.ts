import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { fillSalon } from './salon.ts'

const toast = (page: Page, text: string | RegExp) => page.getByRole('status').locator('.toast').filter({ hasText: text })
const block = (page: Page, text: string | RegExp) => page.locator('.ec-event').filter({ hasText: text }).first()
const panel = (page: Page) => page.getByRole('form', { name: 'Book' })

async function choose(page: Page, client: string, name: string) {
  await page.keyboard.press('Control+b')
  await page.getByRole('combobox', { name: 'Client' }).fill(client)
  await page.getByRole('option', { name }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Services' }).pressSequentially('cut')
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Free times' }).waitFor()
}

async function drag(page: Page, from: Locator, to: Locator) {
  const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!]
  await page.mouse.move(a.x + 30, a.y + 8)
  await page.mouse.down()
  await page.mouse.move(b.x + b.width / 2, a.y + 10, { steps: 8 })
  await page.mouse.up()
}

test('a day at the desk: booked, moved, repeated, cancelled, filled, missed and printed', async ({ start, dataFolder }) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  const { page } = await start()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('group', { name: 'Calendar' }).waitFor()
  // Tomorrow: nothing of today is late for what is booked here.
  await page.keyboard.press('ArrowRight')

  await test.step('booked by keyboard, found by the last digits', async () => {
    await choose(page, '4567', 'Anna Petersen')
    await panel(page).getByLabel('Time', { exact: true }).fill('10:00')
    await panel(page).getByLabel('With', { exact: true }).selectOption('Jana')
    await page.keyboard.press('Control+Enter')
    await expect(toast(page, /Anna Petersen booked.*10:00/)).toBeVisible()
    await expect(block(page, /10:00 Anna Petersen/)).toBeVisible()
  })

  await test.step('dragged to another person, and back by Undo', async () => {
    await block(page, 'Anna Petersen').scrollIntoViewIfNeeded()
    const heads = page.locator('.ec-col-head')
    await expect(heads.nth(1)).toContainText('no visits')
    await drag(page, block(page, 'Anna Petersen'), heads.nth(1))
    await expect(toast(page, /Anna Petersen moved to .*10:00, Mehmet/)).toBeVisible()
    await expect(heads.nth(1)).toContainText('1 visit')
    await toast(page, 'moved to').getByRole('button', { name: 'Undo' }).click()
    await expect(heads.nth(0)).toContainText('1 visit')
  })

  await test.step('a time that is taken is refused with the reason, and the block goes back', async () => {
    await choose(page, 'ruth', 'Ruth Weiß')
    await panel(page).getByLabel('Time', { exact: true }).fill('10:00')
    await panel(page).getByLabel('With', { exact: true }).selectOption('Mehmet')
    await page.keyboard.press('Control+Enter')
    await expect(toast(page, 'Ruth Weiß booked')).toBeVisible()
    await drag(page, block(page, 'Ruth Weiß'), page.locator('.ec-col-head').first())
    await expect(page.getByRole('dialog', { name: 'This time does not fit' })).toContainText('Jana is booked from 10:00 to 10:45.')
    await page.getByRole('button', { name: 'Choose another time' }).click()
    await expect(page.locator('.ec-col-head').nth(1)).toContainText('1 visit')
  })

  await test.step('repeated every five weeks, at the same time on the wall whatever the clocks do', async () => {
    await choose(page, 'petersen', 'Anna Petersen')
    await panel(page).getByLabel('Time', { exact: true }).fill('14:00')
    await panel(page).getByLabel('With', { exact: true }).selectOption('Jana')
    await panel(page).getByLabel('Repeat this').check()
    await panel(page).getByLabel('How often').fill('5')
    await panel(page).getByLabel('How many visits').fill('11')
    await panel(page).getByLabel('How many visits').press('Tab')
    const times = panel(page).getByRole('list', { name: 'The visits of the series' }).getByRole('listitem')
    await expect(times).toHaveCount(11)
    // Fifty weeks: both changes of the clocks lie between the first and the last.
    await expect(times.filter({ hasText: '14:00' })).toHaveCount(11)
    await page.keyboard.press('Control+Enter')
    await expect(toast(page, /Anna Petersen booked.*14:00/)).toBeVisible()
  })

  await test.step('one of them is cancelled, and its time filled from the waiting list', async () => {
    await block(page, /14:00 Anna Petersen/).click()
    await page.getByRole('dialog', { name: 'Anna Petersen' }).press('x')
    const question = page.getByRole('dialog', { name: 'Cancel this visit?' })
    await question.getByLabel('Reason').fill('ill')
    await question.getByRole('button', { name: 'Cancel visit' }).click()
    await expect(toast(page, 'Anna Petersen cancelled')).toBeVisible()
    const hole = page.locator('.hole.card')
    await expect(hole).toContainText('Paula Reiter')
    await hole.getByRole('button', { name: 'Book', exact: true }).first().click()
    await expect(panel(page)).toContainText('Paula Reiter')
    await expect(panel(page).getByLabel('Time', { exact: true })).toHaveValue('14:00')
    await panel(page).getByRole('button', { name: 'Book' }).click()
    await expect(toast(page, 'Paula Reiter booked')).toBeVisible()
    await expect(block(page, /14:00 Paula Reiter/)).toBeVisible()
  })

  await test.step('whoever does not come is marked by one key', async () => {
    await block(page, /10:00 Anna Petersen/).click()
    await page.getByRole('dialog', { name: 'Anna Petersen' }).press('n')
    await expect(toast(page, 'Anna Petersen: no-show')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(block(page, 'no-show')).toBeVisible()
  })

  await test.step('the day is printed with names and numbers', async () => {
    await page.emulateMedia({ media: 'print' })
    const sheet = page.getByRole('region', { name: 'Day sheet' })
    await expect(sheet).toContainText('Paula Reiter')
    await expect(sheet).toContainText('0151 7654321')
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden()
    await page.emulateMedia({ media: null })
  })
})
