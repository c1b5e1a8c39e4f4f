import { describe, expect, it } from 'vitest'
import { serveApp } from '../support/web.ts'

const everywhere = [
  { path: '/' },
  { path: '/assets/app.js' },
  { path: '/events' },
  { path: `/files/file-${'0'.repeat(32)}` },
  { method: 'POST', path: '/files', body: 'x' },
  { method: 'POST', path: '/destinations', body: '{"name":"a"}' },
  { method: 'POST', path: '/call/settings.get', body: '{}', headers: { 'content-type': 'application/json' } },
]

describe('the way in for a browser', () => {
  it('gives whoever has the address a cookie that no script and no other site can use, and takes the key out of sight', async () => {
    const { entered, port } = await serveApp()
    expect(entered.status).toBe(303)
    expect(entered.headers.location).toBe('/')
    expect(String(entered.headers['set-cookie'])).toMatch(new RegExp(`^regulars-${port}=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=/$`))
  })

  it('opens once with each key', async () => {
    const { announced, stranger } = await serveApp()
    const [used, fresh] = announced.map(address => new URL(address).search)
    expect(fresh).not.toBe(used)
    expect(await stranger({ path: `/${used}` })).toMatchObject({ status: 401 })
    expect(await stranger({ path: `/${fresh}` })).toMatchObject({ status: 303 })
  })

  it.each(everywhere)('refuses $method $path without the cookie', async asked => {
    const { stranger } = await serveApp()
    expect(await stranger(asked)).toMatchObject({ status: 401 })
    expect(await stranger({ ...asked, headers: { ...asked.headers, cookie: 'regulars=guess; ä=ü' } })).toMatchObject({ status: 401 })
  })

  it.each([
    ['another host name, as after a trick with DNS', { host: 'evil.example' }],
    ['this host with another port', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that hides', { origin: 'null' }],
    ['another page on this PC', { origin: 'http://127.0.0.1:1' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a request from %s, even with the cookie', async (_what, headers) => {
    const { visitor } = await serveApp()
    for (const asked of everywhere) {
      expect(await visitor({ ...asked, headers: { ...asked.headers, ...headers } })).toMatchObject({ status: 403 })
    }
  })

  it('lets a browser in that names its own page', async () => {
    const { call, port } = await serveApp()
    const own = { host: `localhost:${port}`, origin: `http://localhost:${port}`, 'sec-fetch-site': 'same-origin' }
    expect(await call('settings.get', {}, own)).toMatchObject({ status: 200, result: { ok: true } })
  })

  it('says in the visitor’s language what to do', async () => {
    const { stranger } = await serveApp()
    expect((await stranger({ headers: { 'accept-language': 'de-AT,de;q=0.9' } })).text).toContain('starten Sie Regulars noch einmal')
    expect((await stranger()).text).toContain('start Regulars again')
  })

  it('never tells a browser that others may ask', async () => {
    const { visitor, port } = await serveApp()
    const answers = await Promise.all([
      visitor({ headers: { origin: `http://127.0.0.1:${port}` } }),
      visitor({ method: 'OPTIONS', path: '/call/settings.get', headers: { 'access-control-request-method': 'POST' } }),
    ])
    for (const { headers } of answers) expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
    expect(answers[1]!.status).toBe(404)
  })
})
