import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const originOf = (page: Page) => new URL(page.url()).origin

test.beforeEach(async ({ page }) => {
  await expect(page.locator('#app')).not.toBeEmpty()
})

const click = (address: string, target = '') => {
  const link = Object.assign(document.createElement('a'), { href: address, target, textContent: 'link' })
  document.body.append(link)
  link.click()
}

for (const target of ['', '_blank']) {
  test(`hands links to the outside over to the system${target && ', also those for a new window'}`, async ({ app, page }) => {
    const here = originOf(page)
    const addresses = ['https://example.com/', 'mailto:anna@example.com', 'tel:+49401234', 'https://wa.me/49401234']
    for (const address of addresses) await page.evaluate(`(${click.toString()})(${JSON.stringify(address)}, ${JSON.stringify(target)})`)
    await expect.poll(() => app.opened()).toEqual(addresses)
    expect(originOf(page)).toBe(here)
  })

  test(`follows no link that could start a program${target && ', also not in a new window'}`, async ({ app, page }) => {
    const here = originOf(page)
    const addresses = ['http://example.com/', 'file:///etc/passwd', 'smb://server/share', 'ms-msdt:/id', 'data:text/html,hi']
    for (const address of [...addresses, 'https://example.com/the-last'])
      await page.evaluate(`(${click.toString()})(${JSON.stringify(address)}, ${JSON.stringify(target)})`)
    await expect.poll(() => app.opened()).toEqual(['https://example.com/the-last'])
    expect(originOf(page)).toBe(here)
    expect(page.context().pages()).toHaveLength(1)
  })
}

test('shows nothing but itself, whatever a script tries', async ({ app, page }) => {
  const here = originOf(page)
  await page.evaluate(() => {
    location.href = 'https://example.com/by-script'
  })
  await expect.poll(() => app.opened()).toEqual(['https://example.com/by-script'])
  const refused = page.evaluate(() => {
    const violation = new Promise<string>(resolve =>
      addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective)),
    )
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }))
    return violation
  })
  expect(await refused).toBe('frame-src')
  expect(originOf(page)).toBe(here)
})

test('answers no file that a script has made up', async ({ page }) => {
  const offered = page.evaluate(async () => {
    const { regulars } = globalThis as unknown as { regulars: { offerFile(file: File): Promise<unknown> } }
    return regulars.offerFile(new File(['root'], '/etc/passwd'))
  })
  expect(await offered).toEqual({ ok: false, code: 'invalid', reason: 'wrongType' })
})
