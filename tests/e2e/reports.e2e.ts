import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { expect, test } from './fixtures.ts'
import { fillSalon, sellInSalon } from './salon.ts'

test('a report is read, narrowed, followed to what is behind it, saved, exported and found again', async ({ start, dataFolder }) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  await sellInSalon(dataFolder)
  const app = await start()
  const { page } = app
  const table = page.getByRole('region', { name: 'Revenue' })

  await test.step('the list says what there is', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('link', { name: 'All reports' }).click()
    await page.getByRole('link', { name: /^Revenue/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revenue')
    await expect(table.getByRole('row', { name: /^Total/ })).toContainText('€98.90')
  })

  await test.step('by what was sold, and compared with the month before', async () => {
    await page.getByLabel('Group by').selectOption('item')
    await expect(table.getByRole('row', { name: /^Cut/ })).toContainText('€84.00')
    await page.getByLabel('Compare with').selectOption('before')
    await expect(table.getByRole('row', { name: /^Shampoo/ })).toContainText('€0.00')
    await page.getByLabel('Product', { exact: true }).selectOption('Shampoo')
    await expect(table.getByRole('row')).toHaveCount(3)
  })

  await test.step('it is saved under a name', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Shampoo of the month')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').locator('.toast').filter({ hasText: 'Saved Shampoo of the month' })).toBeVisible()
  })

  await test.step('it is written for a spreadsheet', async () => {
    const file = await app.save(async () => {
      await page.getByRole('button', { name: 'CSV' }).click()
      await expect(page.getByRole('status').locator('.toast').filter({ hasText: 'Wrote 2 rows' })).toBeVisible()
    })
    expect(readFileSync(file, 'utf8')).toContain('Shampoo;1;0;12,52;0,00')
  })

  await test.step('behind a day are its invoices', async () => {
    await page.getByLabel('Group by').selectOption('month')
    await table.getByRole('row').nth(1).getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invoices')
    await expect(page.getByText('Anna Petersen')).toBeVisible()
  })

  await test.step('the saved one is found again', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('link', { name: 'All reports' }).click()
    await page.getByRole('link', { name: /^Shampoo of the month/ }).click()
    await expect(table.getByRole('row')).toHaveCount(3)
    await expect(page.getByLabel('Product', { exact: true })).toHaveValue(/\d+/)
  })

  await test.step('of some clients it tells what is theirs, and says so', async () => {
    await page.getByLabel('Product', { exact: true }).selectOption('')
    await page.getByRole('button', { name: 'All clients' }).click()
    await page.getByLabel('Source', { exact: true }).selectOption('Friends')
    await expect(page.getByText('Source: Friends')).toBeVisible()
    await expect(table.getByRole('row', { name: /^Total/ })).toContainText('€98.90')
    await page.keyboard.press('Escape')
  })

  await test.step('a rule for commission is made, and read in the report on staff', async () => {
    await page.goto(`${page.url().split('#')[0]}#/settings/staff`)
    await page.getByRole('button', { name: 'New rule' }).click()
    await page.getByRole('dialog').getByLabel('Part of net revenue').fill('10')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('10% · All services')).toBeVisible()
    await page.goto(`${page.url().split('#')[0]}#/reports/staff`)
    await expect(page.getByRole('row', { name: /^Jana/ })).toContainText('€7.06')
  })
})

/** Yesterday morning somebody had a report written into a folder every day, and closed the app. */
async function planYesterday(dataFolder: string, folder: string) {
  const yesterday = new Date(Date.now() - 86_400_000)
  const app = await openApp({ dataFolder, now: () => yesterday, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { zone } = await api('settings.get', {})
  const at = new Date().toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  const question = { report: 'visits', group: 'staff' } as const
  await api.run('schedules.create', {
    report: { question },
    format: 'csv',
    rhythm: { every: 'day', at },
    out: app.offers.offerWrite(folder),
  })
  await app.close()
}

test('a report is put together, saved, changed, and what is to be exported is made up for at the start', async ({ start, dataFolder }) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  await sellInSalon(dataFolder)
  const folder = mkdtempSync(join(tmpdir(), 'regulars-e2e-exports-'))
  await planYesterday(dataFolder, folder)
  const { page } = await start()
  const toast = (text: string) => page.getByRole('status').locator('.toast').filter({ hasText: text })

  await test.step('it is made of rows and figures, and seen at once', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('link', { name: 'All reports' }).click()
    await page.getByRole('link', { name: 'New report' }).click()
    const table = page.getByRole('region', { name: 'Own report' })
    await expect(table.getByRole('row', { name: /^Cut/ })).toContainText('€84.00')
    await page.getByLabel('Add a row').selectOption('Kind of line')
    await page.getByRole('button', { name: 'Move Kind of line up' }).click()
    await expect(table.getByRole('row').nth(1)).toContainText('Services')
    await page.getByRole('button', { name: 'Take Tax out' }).click()
    await page.getByLabel('Add a filter').selectOption('Kind of line')
    await page.getByLabel('Products').check()
    await page.keyboard.press('Escape')
    await expect(table.getByRole('row')).toHaveCount(3)
    await expect(table.getByRole('row', { name: /^Products/ })).toContainText('Shampoo')
    await page.getByLabel('Add a filter').selectOption('Gross')
    await page.keyboard.type('999')
    await expect(page.getByText('No row meets the conditions on its figures')).toBeVisible()
    await page.getByLabel('Gross', { exact: true }).selectOption('at most')
    await expect(table.getByRole('row')).toHaveCount(3)
  })

  await test.step('it is saved, and stands beside the others', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('What we sell')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we sell')
    await expect(page.getByRole('region', { name: 'What we sell' }).getByRole('row')).toHaveCount(3)
  })

  await test.step('it is changed', async () => {
    await page.getByRole('link', { name: 'Change' }).click()
    await page.getByLabel('About').selectOption('Visits')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(toast('Changed What we sell')).toBeVisible()
  })

  await test.step('what was due while the app was closed is written once', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('link', { name: 'Scheduled exports' }).click()
    // Tiles of the dashboard speak of visits, too.
    const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^(Pause|Go on with) Visits$/ }) })
    await expect(line).toContainText(/Visits \d{4}-\d\d-\d\d\.csv, written/)
    const files = () => readdirSync(folder).filter(name => name.endsWith('.csv'))
    expect(files()).toHaveLength(1)
    await line.getByRole('button', { name: 'Write Visits now' }).click()
    await expect(toast('Wrote Visits')).toBeVisible()
    expect(files()).toHaveLength(2)
    await line.getByRole('button', { name: 'Pause Visits' }).click()
    await expect(line).toContainText('paused')
    rmSync(folder, { recursive: true })
  })
})
