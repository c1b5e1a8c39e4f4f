import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type RunningApp } from './fixtures.ts'
import { rows, rowsLeftOut, rowsWithProblems, wanted, writeMessyFile } from './messy-file.ts'

const imported = rows - rowsLeftOut
const count = (number: number) => number.toLocaleString('en-GB')

const goTo = (page: Page, place: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: place }).click()
const grid = (page: Page) => page.getByRole('grid', { name: 'Contacts' })
const toast = (page: Page, text: string) => page.getByRole('status').locator('.toast').filter({ hasText: text })
const expectContacts = (page: Page, total: number) => expect(page.getByText(`${count(total)} people and companies`)).toBeVisible()

async function findByKeyboard(page: Page, text: string, name: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find anyone or anything' }).fill(text)
  await page.getByRole('option', { name: new RegExp(name) }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

test('a shop’s old list comes in, is worked with, and is there again after a restart', async ({ start, dataFolder }) => {
  test.setTimeout(240_000)
  const file = join(dataFolder, 'kunden.csv')
  writeMessyFile(file)
  let app = await start()

  await test.step('the first run asks for a name and leads to the import', async () => {
    const { page } = app
    await page.getByRole('button', { name: /^Start empty/ }).click()
    await expect(page.getByText('Please enter the name of your business.')).toBeVisible()
    await page.getByLabel('Name of the business').fill('Salon Sonnenschein')
    await page.getByLabel('Country').fill('Germany')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Import a file/ }).click()
  })

  await test.step('the file is understood and imported, and what is broken is listed', () => importFile(app, file))

  await test.step('a contact is found by parts of the name, the town and the number, and edited', async () => {
    const { page } = app
    await goTo(page, 'Contacts')
    await expectContacts(page, imported)
    await findByKeyboard(page, 'ulrich mun 0176', wanted.name)
    await page.keyboard.press('F2')
    await page.getByLabel('Note', { exact: true }).fill('Comes every second Friday')
    await page.getByLabel('E-mail', { exact: true }).first().fill('ulrich at home')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('This is not an e-mail address')).toBeVisible()
    await page.getByLabel('E-mail', { exact: true }).first().fill('Ulrich@Example.com')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Comes every second Friday').first()).toBeVisible()
  })

  await test.step('the change can be taken back, and that again', async () => {
    const { page } = app
    await goTo(page, 'History')
    await page.getByRole('button', { name: `Undo: Changed ${wanted.name}` }).click()
    await expect(page.getByText(`Took back: Changed ${wanted.name}`)).toBeVisible()
    await page
      .getByRole('button', { name: `Put back: Changed ${wanted.name}` })
      .first()
      .click()
    await goTo(page, 'Contacts')
    await findByKeyboard(page, 'ulrich 1234', wanted.name)
    await expect(page.getByText('Comes every second Friday').first()).toBeVisible()
  })

  await test.step('a note is written by keyboard, seen, and taken back', async () => {
    const { page } = app
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await page.getByRole('button', { name: 'Edit F2' }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Note' }).waitFor()
    await page.keyboard.type('Wants to go one shade warmer')
    await page.keyboard.press('Control+Enter')
    await expect(timeline.getByText('Wants to go one shade warmer')).toBeVisible()
    await toast(page, 'Note saved').getByRole('button', { name: 'Undo' }).click()
    await expect(timeline.getByText('Wants to go one shade warmer')).toBeHidden()
  })

  await test.step('a deleted contact comes back by Undo', async () => {
    const { page } = app
    await goTo(page, 'Contacts')
    await grid(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await expectContacts(page, imported - 1)
    await toast(page, 'moved to the trash').getByRole('button', { name: 'Undo' }).click()
    await expectContacts(page, imported)
  })

  await test.step('everything is exported, safe for Excel', async () => {
    const { page } = app
    const saved = await app.save(async () => {
      await page.getByRole('button', { name: 'Export contacts' }).click()
      await page.getByRole('button', { name: 'Save as CSV' }).click()
      await expect(page.getByText(`${count(imported)} contacts exported`)).toBeVisible()
    })
    const text = readFileSync(saved, 'utf8')
    expect(text.startsWith('\u{feff}')).toBe(true)
    expect(text).toContain('Comes every second Friday')
    expect(text).toContain("'=1+1")
  })

  await test.step('all of it is there again after a restart', async () => {
    await app.stop()
    app = await start()
    await goTo(app.page, 'Contacts')
    await expectContacts(app.page, imported)
    await findByKeyboard(app.page, 'ulrich@example', wanted.name)
    await expect(app.page.getByText('Comes every second Friday').first()).toBeVisible()
  })

  await test.step('and the whole import can still be taken back', async () => {
    const { page } = app
    await goTo(page, 'History')
    await page
      .getByRole('button', { name: /^Undo: Changed/ })
      .first()
      .click()
    await page.getByRole('button', { name: `Undo: Imported ${count(imported)} contacts from kunden.csv` }).click()
    await goTo(page, 'Contacts')
    await expect(page.getByText('No contacts yet')).toBeVisible()
  })
})

async function importFile(app: RunningApp, file: string) {
  const { page } = app
  await app.pick(file, () => page.getByRole('button', { name: 'Choose a file' }).click())
  await expect(page.getByLabel('Meaning of Nachname')).toBeVisible()
  await page.getByRole('button', { name: /^Import .*rows$/ }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  await expect(page.getByText(`${rowsWithProblems} problems in the file`)).toBeVisible()
  const problems = await app.save(async () => {
    await page.getByRole('button', { name: 'Save these rows as CSV' }).click()
    await expect(page.getByText(`${rowsWithProblems} rows saved`)).toBeVisible()
  })
  expect(readFileSync(problems, 'utf8')).toContain('hat keine')
}
