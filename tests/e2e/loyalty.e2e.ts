import type { Page } from '@playwright/test'
import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test } from './fixtures.ts'
import { fillSalon } from './salon.ts'

const place = (page: Page, name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Check out' })
const points = (page: Page) => panel(page).getByRole('region', { name: 'Points' })

/** The salon may invoice, and has given stars for a while: Anna earned 300 of them more than two months ago, which have lapsed since. */
async function giveStars(dataFolder: string) {
  const then = new Date(Date.now() - 70 * 86_400_000)
  const app = await openApp({ dataFolder, now: () => then, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { seller } = await api('invoices.settings', {})
  const address = { street: 'Marktstraße 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' }
  await api('invoices.changeSettings', { seller: { ...seller, address, taxNumber: '27/123/45678' } })
  const [rate] = await api('taxes.adopt', { country: 'DE' })
  await api('catalogue.createProduct', { name: 'Shampoo', price: 1490, barcode: '4012345678901' })
  const level = { name: 'Gold', from: 31_000, factor: 200, priceListId: null, perk: 'Coffee on the house' }
  const programme = await api('loyalty.createProgramme', {
    ...{ name: 'Stars', unit: 'stars', startsOn: '2020-01-01' },
    terms: {
      byAmount: { points: 1, per: 100, base: 'gross' },
      ...{ byVisit: null, byItem: [], first: null, birthday: null, weekdays: [], excluded: [], cap: null, lapsesAfter: 1 },
      ...{ earnedWhen: 'paid', mayOwe: true, worth: { points: 100, amount: 500 } },
      tiers: { by: 'turnover', window: 'rolling', graceMonths: 0, levels: [level] },
    },
  })
  await api('loyalty.createReward', {
    programmeId: programme.id,
    name: 'Five euros off',
    points: 10,
    effect: { kind: 'amount', amount: 500 },
  })
  const anna = (await api('contacts.search', { text: 'Petersen', limit: 1 }))[0]!
  const line = { name: 'Wedding', price: 30_000, taxRateId: rate!.id }
  const { id } = await api('invoices.draft', { contactId: anna.id, lines: [line] })
  await api('invoices.issue', { id })
  await api('payments.record', { method: 'card', amount: 30_000, documentIds: [id] })
  await app.close()
}

/** A sale of a shampoo to Anna, ready to be paid. */
async function sellShampoo(page: Page) {
  await page.keyboard.press('Control+Shift+K')
  await panel(page).getByRole('combobox', { name: 'Client' }).fill('Petersen')
  await panel(page)
    .getByRole('option', { name: /Anna Petersen/ })
    .click()
  await expect(panel(page).getByText('Anna Petersen', { exact: true })).toBeVisible()
  await panel(page).getByRole('combobox', { name: 'Add a line' }).focus()
  await page.keyboard.type('4012345678901')
  await page.keyboard.press('Enter')
  await expect(panel(page).locator('.total')).toContainText('€14.90')
}

async function pay(page: Page) {
  await panel(page).getByRole('button', { name: 'Paid Enter' }).click()
  await expect(panel(page)).toContainText('All paid')
  await panel(page).getByRole('button', { name: 'Done' }).click()
  await expect(panel(page)).toBeHidden()
}

/** Anna's cut at the first time that is free. */
async function bookWithReward(page: Page) {
  await place(page, 'Calendar').click()
  await page.getByRole('group', { name: 'Calendar' }).waitFor()
  await page.keyboard.press('Control+b')
  await page.getByRole('combobox', { name: 'Client' }).fill('petersen')
  await page.getByRole('option', { name: 'Anna Petersen' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Services' }).pressSequentially('cut')
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Free times' }).waitFor()
  await page.getByRole('combobox', { name: 'Reward' }).selectOption('Five euros off for 10 stars')
  await expect(page.getByText('4 stars are left after that')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.toast').filter({ hasText: 'Anna Petersen booked' })).toBeVisible()
}

test('points of a client: lapsed overnight, earned at the checkout, a tier reached, spent on a reward, given back, and reserved with a visit', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000)
  await fillSalon(dataFolder)
  await giveStars(dataFolder)
  const { page } = await start()
  const anna = page.getByRole('row').filter({ hasText: 'Anna Petersen' })
  const stars = anna.getByRole('cell').last()

  await test.step('what was earned two months ago has lapsed by the time the app is opened', async () => {
    await place(page, 'Loyalty').click()
    // A worker of its own writes it down, after the window is there.
    await expect(stars).toHaveText('0', { timeout: 60_000 })
    await expect(page.getByText('Nobody loses anything soon.')).toBeVisible()
  })

  await test.step('a sale earns, and by it a tier is reached', async () => {
    await sellShampoo(page)
    await expect(points(page)).toContainText('€10.00 to Gold')
    await pay(page)
    await expect(stars).toHaveText('14')
    await expect(anna).toContainText('Gold')
  })

  await test.step('a reward is taken off by one click, and the rest earns by the tier', async () => {
    await sellShampoo(page)
    await expect(points(page)).toContainText('14 stars')
    await expect(points(page)).toContainText('Coffee on the house')
    await points(page).getByRole('button', { name: 'Five euros off for 10 stars' }).click()
    await expect(panel(page).locator('.total')).toContainText('€9.90')
    await expect(points(page)).toContainText('4 stars')
    await pay(page)
    await expect(stars).toHaveText(String(14 - 10 + 2 * 9))
  })

  await test.step('what is taken back gives the points back, and takes those that it earned', async () => {
    await place(page, 'Invoices').click()
    await page.getByRole('row').filter({ hasText: '€9.90' }).click()
    await page.getByRole('button', { name: 'Credit note', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Issue the credit note' }).click()
    await expect(page.getByRole('heading', { name: /^Credit note CN-/, level: 1 })).toBeVisible()
    await place(page, 'Loyalty').click()
    await expect(stars).toHaveText('14')
  })

  const visit = page.locator('.ec-event').filter({ hasText: 'Anna Petersen' }).first()
  const slip = page.getByRole('dialog', { name: 'Anna Petersen' })

  await test.step('a reward goes with a visit: its points are reserved, and come back when that is cancelled', async () => {
    await bookWithReward(page)
    await place(page, 'Loyalty').click()
    await expect(stars).toHaveText('4')
    await place(page, 'Calendar').click()
    await visit.click()
    await expect(slip).toContainText('Reward reserved: Five euros off')
    await slip.press('x')
    await page.getByRole('dialog', { name: 'Cancel this visit?' }).getByRole('button', { name: 'Cancel visit' }).click()
    await place(page, 'Loyalty').click()
    await expect(stars).toHaveText('14')
  })

  await test.step('and are reserved again when it is not', async () => {
    await page.locator('.toast').filter({ hasText: 'Anna Petersen cancelled' }).getByRole('button', { name: 'Undo' }).click()
    await expect(stars).toHaveText('4')
  })

  await test.step('at the checkout of the visit it is taken off already', async () => {
    await place(page, 'Calendar').click()
    await visit.click()
    await slip.press('o')
    await expect(panel(page).locator('.total')).toContainText('€37.00')
    await expect(points(page).getByRole('listitem')).toContainText('Five euros off reserved')
    await pay(page)
    await place(page, 'Loyalty').click()
    await expect(stars).toHaveText(String(4 + 2 * 37))
  })
})
