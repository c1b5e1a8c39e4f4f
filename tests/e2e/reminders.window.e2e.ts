import type { ElectronApplication } from '@playwright/test'
import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test } from './fixtures.ts'
import { fillSalon } from './salon.ts'

type Seen = { notices: { title: string; body: string; notice: Electron.Notification }[]; tray: string[] }

/** What the system is given to show is kept instead: a machine that tests has nobody who looks. */
const watch = (main: ElectronApplication, isSupported: boolean) =>
  main.evaluate(({ Notification, Tray }, isSupported) => {
    const seen: Seen = { notices: [], tray: [] }
    Object.assign(globalThis, { seen })
    Notification.isSupported = () => isSupported
    Notification.prototype.show = function (this: Electron.Notification) {
      seen.notices.push({ title: this.title, body: this.body, notice: this })
    }
    Tray.prototype.setToolTip = text => void seen.tray.push(text)
  }, isSupported)

const noticed = (main: ElectronApplication) =>
  main.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.notices.map(({ title, body }) => [title, body]))
const tray = (main: ElectronApplication) => main.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.tray.at(-1) ?? '')

/** The lid was closed, and is opened again so many hours later. */
const sleep = (main: ElectronApplication, hours: number) =>
  main.evaluate(({ powerMonitor }, hours) => {
    const Before = Date
    const moved = () => Before.now() + hours * 3_600_000
    globalThis.Date = class extends Before {
      constructor(...given: [] | [number]) {
        super(given.length === 0 ? moved() : given[0])
      }
      static override now = moved
    } as DateConstructor
    powerMonitor.emit('resume')
  }, hours)

/** In two hours somebody has to be called, on the clock of the shop's wall. */
async function fillTask(dataFolder: string) {
  const app = await openApp({ dataFolder, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  await api('settings.update', { zone: 'UTC' })
  await api('reminders.changeSettings', { quiet: null, digestAt: null })
  const [anna] = await api('contacts.search', { text: 'Petersen', limit: 1 })
  const due = new Date(Date.now() + 2 * 3_600_000).toISOString().slice(0, 16)
  await api('tasks.create', { kind: 'call', title: 'Call about the party', due, remindMinutes: 0, contactId: anna!.id })
  await app.close()
  return due.slice(11)
}

test('what a PC slept through is told by the system once it wakes, once, and leads to its task', async ({ start, dataFolder }) => {
  await fillSalon(dataFolder)
  const time = await fillTask(dataFolder)
  const { page, main } = await start()
  await watch(main!, true)
  await sleep(main!, 9)
  await expect.poll(() => noticed(main!)).toEqual([['Call about the party', `Anna Petersen, ${time}`]])

  await main!.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume')
    const [first] = (globalThis as unknown as { seen: Seen }).seen.notices
    first!.notice.emit('click')
  })
  await expect(page.getByRole('dialog').getByLabel('What is to be done')).toHaveValue('Call about the party')
  expect(await noticed(main!)).toHaveLength(1)
})

test('a system that shows no notices leaves them to the window, and the tray counts what is to be done', async ({ start, dataFolder }) => {
  await fillSalon(dataFolder)
  await fillTask(dataFolder)
  const { page, main } = await start()
  await watch(main!, false)
  await sleep(main!, 9)
  await expect(page.getByRole('status').locator('.toast').filter({ hasText: 'Call about the party' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Tasks' }).click()
  await page.keyboard.press('n')
  await page.keyboard.type('Sweep today')
  await page.keyboard.press('Enter')
  await expect.poll(() => tray(main!)).toMatch(/^Regulars: \d tasks? for today$/)
})

test('where the system has no place to say so, nobody is asked whether the app starts at login', async ({ start, dataFolder }) => {
  await fillSalon(dataFolder)
  const { page } = await start()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByRole('heading', { name: 'Reminders' })).toBeVisible()
  const asked = page.getByLabel('Start when somebody logs in to this PC')
  // Linux leaves that to other programs; elsewhere only an installed app may start by itself.
  await expect(asked).toHaveCount(0)
})
