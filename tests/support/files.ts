import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApp } from './app.ts'
import { aFolder } from './folder.ts'

/** A shop with a folder beside it, for files that go in and come out. */
export async function aShopWithFiles(options: Parameters<typeof openApp>[0] = {}) {
  const app = await openApp(options)
  const folder = aFolder()

  function offer(content: string | Buffer, name = 'kunden.csv') {
    const path = join(folder, name)
    writeFileSync(path, content)
    return app.offers.offerRead(path).token
  }

  /** A place for a call's output, and what stands there afterwards. */
  function destination(name = 'out.csv') {
    const path = join(folder, name)
    return { path, out: app.offers.offerWrite(path), read: () => readFileSync(path, 'utf8') }
  }

  async function allContacts() {
    const { contacts } = await app.api('contacts.list', { limit: 500 })
    return Promise.all(contacts.map(({ id }) => app.api('contacts.get', { id })))
  }

  return { ...app, folder, offer, destination, allContacts }
}

type App = Awaited<ReturnType<typeof aShopWithFiles>>

/** All that an import or an undo may touch. */
export const everythingIn = async ({ api, allContacts }: Pick<App, 'api' | 'allContacts'>) => ({
  list: await api('contacts.list', { limit: 500 }),
  contacts: await allContacts(),
  trash: await api('contacts.list', { trashed: true }),
  tags: await api('contacts.tags', {}),
  settings: await api('settings.get', {}),
})
