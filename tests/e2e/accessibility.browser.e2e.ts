import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type RunningApp } from './fixtures.ts'
import { writeMessyFile } from './messy-file.ts'

/** What the pages say does not depend on the light, their colours do. */
const rulesIn = {
  light: { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { type: 'rule' as const, values: ['color-contrast'] },
}

/** Daily for a year, so that it falls on what somebody has; and an event that ends before it starts. */
const diary = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
  ...['BEGIN:VEVENT', 'UID:1@x', 'SUMMARY:Delivery', 'DTSTART:20200101T100000Z', 'DURATION:PT6H', 'RRULE:FREQ=DAILY', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2@x', 'SUMMARY:Backwards', 'DTSTART:20261201T100000Z', 'DTEND:20261201T090000Z', 'END:VEVENT'],
  ...['END:VCALENDAR', ''],
].join('\r\n')

/** Each state of a page that people see, and how to get there from the one before. */
const scenes: [string, (app: RunningApp, dataFolder: string) => Promise<void>][] = [
  ['the first run', ({ page }) => page.getByRole('button', { name: /^Start empty/ }).waitFor()],
  [
    'an empty day',
    async ({ page }) => {
      await page.getByLabel('Name of the business').fill('Salon Sonnenschein')
      await page.getByRole('button', { name: /^Start empty/ }).click()
      await page.getByText('Nothing is due today').waitFor()
    },
  ],
  [
    'an empty list',
    async ({ page }) => {
      await page.goto(at(page, '/contacts'))
      await page.getByText('No contacts yet').waitFor()
    },
  ],
  [
    'the list',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Fill with demo contacts' }).click()
      await page.getByText('2,000 people and companies').waitFor()
    },
  ],
  ['a day', ({ page }) => page.goto(at(page, '/today')).then(() => page.locator('.line').first().waitFor())],
  ['what is put off', ({ page }) => page.keyboard.press('s').then(() => page.getByRole('dialog').waitFor())],
  [
    'the tasks',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/tasks'))
      await page
        .getByRole('button', { name: /^Done:/ })
        .first()
        .waitFor()
      await page.keyboard.press('e')
      await page.getByRole('dialog', { name: 'Change the task' }).waitFor()
    },
  ],
  [
    'the list again',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/contacts'))
      await page.getByText('2,000 people and companies').waitFor()
    },
  ],
  ['a card beside the list', ({ page }) => page.getByRole('row').nth(3).click()],
  ['marked contacts', ({ page }) => page.keyboard.press('Control+a')],
  ['a form', ({ page }) => page.goto(at(page, '/contacts/new')).then(() => page.getByLabel('First name').first().waitFor())],
  [
    'a contact’s own page',
    ({ page }) => page.goto(at(page, '/contacts/5')).then(() => page.getByRole('button', { name: 'Edit F2' }).waitFor()),
  ],
  [
    'a contact linked with another',
    async ({ page }) => {
      await page.getByRole('button', { name: /^Link/ }).click()
      await page.getByLabel('How they belong together').selectOption('referredBy')
      await page.getByLabel('Who', { exact: true }).fill('an')
      await page.getByRole('listbox', { name: 'Contacts' }).getByRole('option').first().waitFor()
    },
  ],
  [
    'a contact with a timeline and links',
    async ({ page }) => {
      await page.getByRole('listbox', { name: 'Contacts' }).getByRole('option').nth(1).click()
      await page.getByRole('button', { name: 'Link', exact: true }).click()
      await page.getByText('Referred by').waitFor()
      await page.getByRole('button', { name: 'Note N' }).click()
    },
  ],
  [
    'the duplicates',
    ({ page }) => page.goto(at(page, '/duplicates')).then(() => page.getByRole('heading', { name: 'Duplicates' }).waitFor()),
  ],
  ['the palette', ({ page }) => page.keyboard.press('Control+k').then(() => page.keyboard.type('a'))],
  ['the shortcuts', ({ page }) => page.keyboard.press('Escape').then(() => page.keyboard.press('?'))],
  ['the import', ({ page }) => page.keyboard.press('Escape').then(() => page.goto(at(page, '/import')).then(() => undefined))],
  [
    'a file’s preview',
    async (app, dataFolder) => {
      const file = join(dataFolder, 'kunden.csv')
      writeMessyFile(file)
      await app.pick(file, () => app.page.getByRole('button', { name: 'Choose a file' }).click())
      await app.page.getByLabel('Meaning of Nachname').waitFor()
    },
  ],
  [
    'the import’s outcome',
    async ({ page }) => {
      await page.getByRole('button', { name: /^Import .*rows$/ }).click()
      await page.getByRole('heading', { name: 'Imported' }).waitFor()
    },
  ],
  [
    'a day of the calendar',
    async ({ page }) => {
      await page.goto(at(page, '/calendar'))
      await page.locator('.ec-main').waitFor()
    },
  ],
  ['a week', ({ page }) => page.keyboard.press('w').then(() => page.locator('.view-week .ec-event').first().waitFor())],
  ['a month', ({ page }) => page.keyboard.press('m').then(() => page.locator('.view-month .ec-event').first().waitFor())],
  ['a list of visits', ({ page }) => page.keyboard.press('l').then(() => page.locator('.agenda li').first().waitFor())],
  [
    'a visit',
    async ({ page }) => {
      await page.locator('.agenda li').first().getByRole('button').click()
      await page.locator('.popover .visit').waitFor()
    },
  ],
  [
    'a booking',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('d')
      await page.keyboard.press('b')
      await page.getByRole('combobox', { name: 'Client' }).fill('anna')
      await page.getByRole('listbox', { name: 'Client' }).getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: 'Services' }).fill('cu')
      await page.keyboard.press('Enter')
      await page.getByRole('list', { name: 'Free times' }).waitFor()
    },
  ],
  [
    'the waiting list',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Leave without saving' }).click()
      await page.getByRole('button', { name: 'Add to waiting list' }).click()
    },
  ],
  [
    'a calendar file to save',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Calendar files' }).click()
      await page.getByRole('button', { name: 'Save as calendar file…' }).click()
      await page.getByRole('dialog', { name: 'Save as calendar file' }).waitFor()
    },
  ],
  [
    'a calendar file’s preview',
    async (app, dataFolder) => {
      const { page } = app
      const file = join(dataFolder, 'diary.ics')
      writeFileSync(file, diary)
      await page.goto(at(page, '/calendar/import'))
      await app.pick(file, () => page.getByRole('button', { name: 'Choose a file' }).click())
      await page.getByLabel('Whose calendar').selectOption({ index: 1 })
      await page.getByText('At the same time as').first().waitFor()
    },
  ],
  [
    'a calendar file’s outcome',
    async ({ page }) => {
      await page.getByRole('button', { name: /^Import .*entries$/ }).click()
      await page.getByRole('heading', { name: 'Imported' }).waitFor()
    },
  ],
  [
    'the list of invoices',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/invoices'))
      await page.getByRole('heading', { name: 'Invoices' }).waitFor()
    },
  ],
  [
    'an invoice that is being written',
    async ({ page }) => {
      await page.goto(at(page, '/invoices/new?contact=5'))
      await page.getByRole('combobox', { name: 'Add a line' }).fill('Wig')
      await page.getByRole('listbox', { name: 'Services and products' }).getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Standard rate/ }).click()
    },
  ],
  ['more of an invoice', ({ page }) => page.getByRole('button', { name: /^More/ }).click()],
  [
    'the checkout',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Save Ctrl S' }).click()
      await page.getByText('Saved as a draft').waitFor()
      await page.keyboard.press('Control+Shift+K')
      await page.getByRole('dialog', { name: 'Check out' }).getByRole('combobox', { name: 'Add a line' }).waitFor()
    },
  ],
  [
    'the cash book',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/cashbook'))
      await page.getByText('Takings of the day').waitFor()
    },
  ],
  ['money put in', ({ page }) => page.getByRole('button', { name: 'Put in' }).click()],
  [
    'the settings of invoices',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/settings/invoices'))
      await page.getByText('Who sends the invoices').waitFor()
    },
  ],
  ['the history', ({ page }) => page.goto(at(page, '/history')).then(() => page.getByRole('button', { name: /^Undo/ }).first().waitFor())],
  ['the trash', ({ page }) => page.goto(at(page, '/trash')).then(() => page.getByText('The trash is empty').waitFor())],
  [
    'the settings',
    async ({ page }) => {
      await page.goto(at(page, '/settings'))
      await page.getByText('Days to pay').waitFor()
      await page.getByRole('button', { name: 'Edit the tag VIP' }).waitFor()
    },
  ],
  ['a field of the shop’s own', ({ page }) => page.getByRole('button', { name: 'Change the field Hair' }).click()],
  [
    'a tag and its colours',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Edit the tag VIP' }).click()
    },
  ],
  [
    'the team',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/settings/staff'))
      await page
        .getByRole('link', { name: /^Change / })
        .first()
        .waitFor()
    },
  ],
  [
    'somebody of the team',
    async ({ page }) => {
      await page
        .getByRole('link', { name: /^Change / })
        .first()
        .click()
      await page.getByRole('button', { name: 'Copy Monday to Tuesday–Friday' }).waitFor()
    },
  ],
  [
    'an address for other calendars',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Open an address' }).click()
      await page.getByLabel('Private address').waitFor()
    },
  ],
  ['an absence', ({ page }) => page.getByRole('button', { name: 'Add an absence' }).click()],
  [
    'the services',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/settings/services'))
      await page
        .getByRole('button', { name: /^Change / })
        .first()
        .waitFor()
    },
  ],
  [
    'a service',
    ({ page }) =>
      page
        .getByRole('button', { name: /^Change / })
        .first()
        .click(),
  ],
  [
    'the rooms',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/settings/rooms'))
      await page.getByText('Whatever one visit at a time can take').waitFor()
    },
  ],
  [
    'the opening hours',
    async ({ page }) => {
      await page.goto(at(page, '/settings/hours'))
      await page.getByRole('button', { name: /^Close on all/ }).waitFor()
    },
  ],
  ['a closed day', ({ page }) => page.getByRole('button', { name: 'Add days' }).click()],
  [
    'the dialog that merges',
    async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.goto(at(page, '/contacts'))
      await page.getByRole('row').nth(3).click()
      for (const key of ['Space', 'j', 'Space']) await page.keyboard.press(key)
      await page.getByRole('button', { name: 'Merge', exact: true }).click()
      await page.getByText('After the merge').waitFor()
    },
  ],
]

const at = (page: Page, path: string) => `${new URL(page.url()).origin}/#${path}`

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use every page, ${colorScheme}`, async ({ app, dataFolder }) => {
    test.setTimeout(1_200_000)
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [name, open] of scenes) {
      await test.step(name, async () => {
        await open(app, dataFolder)
        const { violations } = await new AxeBuilder({ page: app.page }).options({ runOnly: rulesIn[colorScheme] }).analyze()
        expect
          .soft(
            violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => [target, failureSummary]) })),
            name,
          )
          .toEqual([])
      })
    }
  })
}
