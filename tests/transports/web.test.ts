import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { AppEvent } from '../../shared/events.ts'
import { serveApp } from '../support/web.ts'

const json = { 'content-type': 'application/json' }

describe('a call over HTTP', () => {
  it('is answered like any other', async () => {
    const { call, app } = await serveApp()
    const { result } = await call('contacts.create', { givenName: 'Ilse', familyName: 'Brandt' })
    expect(result).toMatchObject({ ok: true, value: { givenName: 'Ilse', familyName: 'Brandt' } })
    expect(await app.api('contacts.list', {})).toMatchObject({ total: 1 })
  })

  it.each([
    ['an unknown call', 'contacts.drop', {}, 'unknownCall'],
    ['a call named like a part of every object', 'constructor', {}, 'unknownCall'],
    ['a call named like the root of every object', '__proto__', {}, 'unknownCall'],
    ['a path instead of a name', '..%2Fsettings.get', {}, 'unknownCall'],
    ['a wrong type', 'contacts.list', { limit: 'all' }, 'wrongType'],
    ['no object', 'contacts.list', [1, 2], 'wrongType'],
    ['a huge text', 'contacts.search', { text: 'x'.repeat(1_000_000) }, 'tooLong'],
    ['a token of somebody’s own making', 'imports.preview', { file: '/etc/passwd' }, 'fileNotOffered'],
    ['a token that was never given', 'imports.preview', { file: `file-${'a'.repeat(32)}` }, 'fileNotOffered'],
  ])('refuses %s', async (_what, name, input, reason) => {
    const { call, bugs } = await serveApp()
    expect((await call(name, input)).result).toMatchObject({ ok: false, code: 'invalid', reason })
    expect(bugs).toEqual([])
  })

  it.each(['{"__proto__":{"limit":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"limit":1,"__proto__":{"polluted":1}}'])(
    'lets no input reach the prototypes: %s',
    async body => {
      const { visitor } = await serveApp()
      const { result } = await visitor({ method: 'POST', path: '/call/contacts.list', headers: json, body })
      expect(result).toMatchObject({ ok: false, code: 'invalid', reason: 'unknownField' })
      expect('polluted' in {}).toBe(false)
    },
  )

  it.each([
    ['no JSON', json, '{"text":', 'notJson'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'text=a', 'notJson'],
    ['JSON that calls itself text, as a form on another site can send it', { 'content-type': 'text/plain' }, '{}', 'notJson'],
    ['a body that would fill the memory', json, `"${'x'.repeat(5 * 1024 * 1024)}"`, 'requestTooLarge'],
    ['brackets without end', json, '['.repeat(1_000_000), 'notJson'],
  ])('refuses %s', async (_what, headers, body, reason) => {
    const { visitor, call } = await serveApp()
    const { status, result } = await visitor({ method: 'POST', path: '/call/contacts.search', headers, body })
    expect({ status, result }).toMatchObject({ status: 400, result: { ok: false, code: 'invalid', reason } })
    expect((await call('settings.get', {})).result.ok).toBe(true)
  })
})

describe('pages', () => {
  it('come with rules that let nothing foreign in', async () => {
    const { visitor } = await serveApp()
    const { status, headers, text } = await visitor({ path: '/' })
    expect([status, text]).toEqual([200, '<title>Regulars</title>'])
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'text/html; charset=utf-8' })
    expect(headers['content-security-policy']).toContain("script-src 'self';")
  })

  it.each([
    ['/contacts/17?from=list', 200],
    ['/assets/app.js', 200],
    ['/assets/gone.js', 404],
    ['/../regulars.db', 404],
    ['/%2e%2e/regulars.db', 404],
    ['/..%2fregulars.db', 404],
    ['/..%5cregulars.db', 404],
    ['/%00.js', 404],
    ['/%E0%A4%A', 404],
    ['//evil.example/app.js', 404],
  ])('GET %s answers %i', async (path, status) => {
    const { visitor, bugs } = await serveApp()
    expect((await visitor({ path })).status).toBe(status)
    expect(bugs).toEqual([])
  })
})

describe('files', () => {
  const csv = 'First name,Last name\nAnna,Petersen\n'

  it('go up as a stream, and are known by a token', async () => {
    const { visitor, call } = await serveApp()
    const headers = { 'x-file-name': encodeURIComponent('Kunden Größe.csv') }
    const { result } = await visitor({ method: 'POST', path: '/files', headers, body: csv })
    expect(result).toMatchObject({ ok: true, value: { name: 'Kunden Größe.csv', size: csv.length } })
    const { token } = (result as { value: { token: string } }).value
    expect((await call('imports.preview', { file: token })).result).toMatchObject({ ok: true, value: { name: 'Kunden Größe.csv' } })
  })

  it.each([
    ['../../evil.csv', 'evil.csv'],
    ['C:\\temp\\evil.csv', 'evil.csv'],
    ['%E0%A4%A', '%E0%A4%A'],
    ['', 'file'],
  ])('take from the name %j nothing but a name', async (given, name) => {
    const { visitor, app } = await serveApp()
    const { result } = await visitor({ method: 'POST', path: '/files', headers: { 'x-file-name': given }, body: csv })
    expect(result).toMatchObject({ ok: true, value: { name } })
    const { token } = (result as { value: { token: string } }).value
    expect(app.offers.pathOf(token).path).toMatch(/regulars-transfers[/\\][0-9a-f-]{36}$/)
  })

  it('come down once a call has written them', async () => {
    const { visitor, call, app } = await serveApp()
    await app.api('contacts.create', { givenName: 'Ilse' })
    const destination = await visitor({ method: 'POST', path: '/destinations', headers: json, body: '{"name":"Kunden (1).csv"}' })
    const { value: out } = destination.result as { value: string }
    expect((await visitor({ path: `/files/${out}` })).result).toMatchObject({ ok: false, reason: 'fileMissing' })

    await app.api.run('exports.contacts', { out })
    const { status, headers, text } = await visitor({ path: `/files/${out}` })
    expect([status, headers['content-disposition']]).toEqual([200, "attachment; filename*=UTF-8''Kunden%20%281%29.csv"])
    expect(text).toContain('Ilse')
    expect((await call('settings.get', {})).result.ok).toBe(true)
  })

  it('are shown to be printed where they are PDFs that a call has written', async () => {
    const { visitor, app } = await serveApp()
    await app.api('contacts.create', { givenName: 'Ilse' })
    const destinationOf = async (name: string) =>
      (await visitor({ method: 'POST', path: '/destinations', headers: json, body: JSON.stringify({ name }) })).result as { value: string }
    const [{ value: paper }, { value: table }] = [await destinationOf('Receipt 1.pdf'), await destinationOf('Clients.csv')]
    for (const out of [paper, table]) await app.api.run('exports.contacts', { out })
    const { status, headers } = await visitor({ path: `/printouts/${paper}` })
    expect([status, headers['content-type'], headers['content-disposition'], headers['x-content-type-options']]).toEqual([
      ...[200, 'application/pdf', "inline; filename*=UTF-8''Receipt%201.pdf", 'nosniff'],
    ])
    expect(headers['content-security-policy']).toContain("default-src 'none'; object-src 'self'")
    for (const path of [`/printouts/${table}`, `/printouts/file-${'0'.repeat(32)}`]) expect((await visitor({ path })).status).toBe(404)
  })

  it('come down only where they were meant to', async () => {
    const { visitor } = await serveApp()
    const { result } = await visitor({ method: 'POST', path: '/files', headers: { 'x-file-name': 'a.csv' }, body: csv })
    const { token } = (result as { value: { token: string } }).value
    for (const path of [`/files/${token}`, '/files/', '/files/..%2Fregulars.db', `/files/file-${'0'.repeat(32)}`]) {
      expect((await visitor({ path })).status).toBe(404)
    }
  })

  it('leave nothing behind when the browser goes away in the middle', async () => {
    const { port, cookie, app, visitor } = await serveApp()
    const { result } = await visitor({ method: 'POST', path: '/files', body: 'whole' })
    const { token } = (result as { value: { token: string } }).value
    const incoming = app.offers.pathOf(token).path.replace(/[^/\\]+$/, '')

    const upload = request({ host: '127.0.0.1', port, method: 'POST', path: '/files', headers: { cookie, 'content-length': '1000000' } })
    upload.on('error', () => undefined)
    upload.write('part of it')
    await expect.poll(() => readdirSync(incoming).length).toBe(2)
    upload.destroy()
    await expect.poll(() => readdirSync(incoming).length).toBe(1)
    expect(existsSync(app.offers.pathOf(token).path)).toBe(true)
  })
})

describe('events', () => {
  const listen = ({ port, cookie }: { port: number; cookie: string }, headers = {}) => {
    const events: AppEvent[] = []
    const listening = request({ host: '127.0.0.1', port, path: '/events', headers: { cookie, ...headers } }, response => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const [, data] of text.matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(data!) as AppEvent)
      })
      response.on('error', () => undefined)
    }).end()
    listening.on('error', () => undefined)
    return events
  }

  it('reach the browser while they happen', async () => {
    const server = await serveApp()
    const events = listen(server)
    await expect.poll(async () => (await server.app.api('contacts.create', { givenName: 'Ilse' })) && events.length).toBeGreaterThan(0)
    expect(events[0]).toMatchObject({ type: 'changed', tables: expect.arrayContaining(['contact']) as string[] })
  })

  it('tell who comes late how the jobs stand', async () => {
    const server = await serveApp()
    await server.app.api.run('demo.fill', { contacts: 5 })
    const events = listen(server)
    await expect.poll(() => events).toMatchObject([{ type: 'job', job: { call: 'demo.fill', state: 'done', result: { ok: true } } }])
  })

  it('tell who comes back that anything may have changed', async () => {
    const server = await serveApp()
    const events = listen(server, { 'last-event-id': '1' })
    await expect.poll(() => events).toMatchObject([{ type: 'changed', tables: expect.arrayContaining(['contact', 'setting']) as string[] }])
  })
})
