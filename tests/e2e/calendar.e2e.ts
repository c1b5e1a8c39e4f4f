import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

const summaries = (file: string) => [...readFileSync(file, 'utf8').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title)

/** Another program's event, a quarter past two on the day of a visit. */
function delivery(visit: string) {
  const day = /^DTSTART;TZID=Europe\/Berlin:(\d{8})/m.exec(readFileSync(visit, 'utf8'))?.[1]
  const event = ['UID:1@elsewhere', 'SUMMARY:Delivery', `DTSTART;TZID=Europe/Berlin:${day}T141500`, 'DURATION:PT30M']
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
}

async function drag(page: Page, from: Locator, to: Locator) {
  const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!]
  await page.mouse.move(a.x + 30, a.y + 8)
  await page.mouse.down()
  await page.mouse.move(b.x + b.width / 2, a.y + 10, { steps: 8 })
  await page.mouse.up()
}

test('a day at the desk: booked, moved, repeated, cancelled, filled, missed, printed, saved and added to', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  const app = await start()
  const { page } = app
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

  const visit = await test.step('the day is saved as a calendar file, and one visit of it for its client', async () => {
    const day = await app.save(async () => {
      await page.getByRole('button', { name: 'Calendar files' }).click()
      await page.getByRole('button', { name: 'Save as calendar file…' }).click()
      await page.getByRole('dialog', { name: 'Save as calendar file' }).getByRole('button', { name: 'Save', exact: true }).click()
      await expect(toast(page, '4 entries saved')).toBeVisible()
    })
    expect(summaries(day)).toEqual(['Anna Petersen: Cut', 'Ruth Weiß: Cut', 'Anna Petersen: Cut', 'Paula Reiter: Cut'])
    await block(page, /14:00 Paula Reiter/).click()
    const visit = await app.save(async () => {
      await page.getByRole('button', { name: 'Save as .ics' }).click()
      await expect(toast(page, 'Visit saved as calendar file')).toBeVisible()
    })
    expect(summaries(visit)).toEqual(['Paula Reiter: Cut'])
    await page.keyboard.press('Escape')
    return visit
  })

  await test.step('a calendar file comes in as blocked time beside what is there, and is taken back', async () => {
    const file = join(dataFolder, 'delivery.ics')
    writeFileSync(file, delivery(visit))
    await page.getByRole('button', { name: 'Calendar files' }).click()
    await page.getByRole('link', { name: 'Import a calendar file…' }).click()
    await app.pick(file, () => page.getByRole('button', { name: 'Choose a file' }).click())
    await page.getByLabel('Whose calendar').selectOption('Jana')
    await expect(page.getByRole('row', { name: /Delivery/ })).toContainText('At the same time as Paula Reiter')
    await page.getByRole('button', { name: 'Import 1 entry' }).click()
    await page.getByRole('heading', { name: 'Imported' }).waitFor()
    await page.getByRole('button', { name: 'Show the calendar' }).click()
    await expect(block(page, /14:15 Delivery/)).toBeVisible()
    await page.goBack()
    await page.getByRole('button', { name: 'Take the import back' }).click()
    await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
    await page.getByRole('button', { name: 'Show the calendar' }).click()
    await expect(block(page, /14:00 Paula Reiter/)).toBeVisible()
    await expect(page.locator('.ec-event').filter({ hasText: 'Delivery' })).toHaveCount(0)
  })
})
