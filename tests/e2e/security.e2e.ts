import { expect, test } from './fixtures.ts'

test.beforeEach(async ({ page }) => {
  await expect(page.locator('#app')).not.toBeEmpty()
})

test('gives the page no way to Node', async ({ page }) => {
  expect(await page.evaluate(() => ['require', 'process', 'Buffer', 'module'].filter(name => name in globalThis))).toEqual([])
})

test('lets the page reach no other server', async ({ page }) => {
  const asked = page.evaluate(async () => {
    const image = new Promise(resolve =>
      Object.assign(new Image(), { onerror: () => resolve('refused'), src: 'https://example.com/a.png' }),
    )
    return [await fetch('https://example.com/').catch(() => 'refused'), await image]
  })
  expect(await asked).toEqual(['refused', 'refused'])
})

test('runs no script that stands in the page', async ({ page }) => {
  const ran = await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { textContent: 'globalThis.injected = true' })
    document.body.append(script)
    return 'injected' in globalThis
  })
  expect(ran).toBe(false)
})
