import { describe, expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { serveApp } from '../support/web.ts'

async function attached(content: string, name: string) {
  const served = await serveApp()
  const { app } = served
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { id: contactId } = await api('contacts.create', aContact())
  const path = join(aFolder(), name)
  writeFileSync(path, content, 'latin1')
  const { id } = await api.run('attachments.add', { contactId, file: app.offers.offerRead(path).token })
  return { ...served, path: `/attachments/${id}` }
}

describe('an attached file in a browser', () => {
  it('is shown where it is a picture, and otherwise only to be saved', async () => {
    const { visitor, stranger, path } = await attached('\x89PNG\r\n\x1a\n', 'a.png')
    const shown = await visitor({ path })
    expect([shown.status, shown.headers]).toMatchObject([
      200,
      {
        'content-type': 'image/png',
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    ])
    expect((await stranger({ path })).status).toBe(401)
    expect((await visitor({ path: '/attachments/99' })).status).toBe(404)
    expect((await visitor({ path: '/attachments/../regulars.db' })).status).toBe(404)
  })

  it('is not shown where only its name says that it is a picture', async () => {
    const { visitor, path } = await attached('<svg onload="alert(1)">', 'a.png')
    expect((await visitor({ path })).status).toBe(404)
  })
})
