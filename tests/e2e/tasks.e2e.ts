import type { Page } from '@playwright/test'
import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test } from './fixtures.ts'
import { fillSalon } from './salon.ts'

const place = (page: Page, name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name })
const lines = (page: Page) => page.getByRole('list', { name: 'To do, in the best order' }).getByRole('listitem')
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').locator('.toast').filter({ hasText: text })

/** Yesterday somebody wrote down what is due now, and closed the app. */
async function fillYesterday(dataFolder: string) {
  const yesterday = new Date(Date.now() - 86_400_000)
  const app = await openApp({ dataFolder, now: () => yesterday, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  await api('reminders.changeSettings', { quiet: null, digestAt: null })
  const [anna] = await api('contacts.search', { text: 'Petersen', limit: 1 })
  const today = new Date().toISOString().slice(0, 10)
  await api('contacts.update', { id: anna!.id, followUpOn: today })
  const due = `${yesterday.toISOString().slice(0, 10)}T23:00`
  await api('tasks.create', { kind: 'call', title: 'Call Ruth about the party', due, remindMinutes: 0 })
  await api('tasks.create', { title: 'Sweep the floor', due: yesterday.toISOString().slice(0, 10) })
  await app.close()
}

test('a day is worked through by keyboard: what was slept through, plain words, an outcome, a follow-up', async ({
  start,
  dataFolder,
  host,
}) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  await fillYesterday(dataFolder)
  const { page } = await start()

  await test.step('a reminder whose time came while the app was closed is shown, once', async () => {
    // The window leaves reminders to the system.
    if (host === 'browser') {
      await expect(toast(page, 'Call Ruth about the party')).toBeVisible()
      await page.reload()
      await expect(lines(page).first()).toBeVisible()
      await expect(toast(page, 'Call Ruth about the party')).toHaveCount(0)
    }
    await expect(lines(page)).toHaveCount(3)
  })

  await test.step('a task in plain words', async () => {
    await place(page, 'Tasks').click()
    await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('call Anna tomorrow 9:30 about the quote')
    await expect(page.getByRole('list', { name: 'Understood' })).toContainText('Anna Petersen')
    await expect(page.getByRole('list', { name: 'Understood' })).toContainText('Tomorrow, 9:30')
    await page.keyboard.press('Enter')
    await expect(toast(page, 'Added “Call Anna about the quote”')).toBeVisible()
    await page.getByRole('button', { name: /^All/ }).click()
    await expect(page.getByRole('list', { name: 'All' })).toContainText('Call Anna about the quote')
  })

  await test.step('the first line is called, its outcome logged, and what follows is planned', async () => {
    await place(page, 'Today').click()
    await expect(lines(page)).toHaveCount(3)
    await page.getByRole('heading', { level: 1 }).focus()
    await expect(lines(page).first()).toContainText('Call Ruth about the party')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'How did it come out?' })
    await dialog.getByText('No answer').click()
    await expect(dialog.getByRole('radio', { name: 'Tomorrow' })).toBeChecked()
    await page.keyboard.press('Control+s')
    await expect(dialog).toBeHidden()
    await expect(lines(page)).toHaveCount(2)
    await expect(page.getByRole('list', { name: 'Done today' })).toContainText('Call Ruth about the party')
  })

  await test.step('the rest is done and put off, until the list is empty', async () => {
    await page.getByRole('heading', { level: 1 }).focus()
    await expect(lines(page).first()).toContainText('Sweep the floor')
    await page.keyboard.press('d')
    await expect(lines(page)).toHaveCount(1)
    await expect(lines(page).first()).toContainText('Get in touch with Anna Petersen')
    await page.keyboard.press('s')
    await page.getByRole('dialog', { name: 'Later' }).waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Everything is done')).toBeVisible()
  })
})
