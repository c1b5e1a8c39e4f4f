import { expect, test } from './fixtures.ts'
import { fillSalon } from './salon.ts'

test('As many tabs as anybody opens answer, and follow what one of them changes; the others go on when it is closed', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000)
  await fillSalon(dataFolder)
  const { page } = await start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const address = new URL('#/contacts', page.url()).href
  const tabs = [page]
  // More than the connections that a browser keeps to a server.
  while (tabs.length < 8) tabs.push(await page.context().newPage())
  const contacts = (tab: typeof page) => tab.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Contacts/ })
  for (const tab of tabs.slice(1)) await tab.goto(address)
  const last = tabs.at(-1)!
  await expect(contacts(last)).toContainText(/\d/)
  const count = Number(/\d+/.exec((await contacts(last).textContent())!)![0])

  const add = (tab: typeof page, name: string) =>
    tab.evaluate(
      async ([name]) => {
        const body = JSON.stringify({ kind: 'person', givenName: name })
        await fetch('/call/contacts.create', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      },
      [name] as const,
    )
  await add(tabs[1]!, 'Nora')
  await expect(contacts(last)).toContainText(String(count + 1))

  await page.close()
  await add(tabs[1]!, 'Olga')
  await expect(contacts(last)).toContainText(String(count + 2))
})
