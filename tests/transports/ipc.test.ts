import type { BrowserWindow } from 'electron'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import type { AppEvent } from '../../shared/events.ts'
import { serveWindow } from '../../electron/transports/ipc.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

type Handle = (event: object, request: unknown) => Promise<unknown>
const electron = vi.hoisted(() => ({ handle: undefined as Handle | undefined, chosen: '' }))
vi.mock('electron', () => ({
  ipcMain: { handle: (_channel: string, handle: Handle) => (electron.handle = handle) },
  dialog: {
    showOpenDialog: () => Promise.resolve({ filePaths: electron.chosen === '' ? [] : [electron.chosen] }),
    showSaveDialog: () => Promise.resolve({ filePath: electron.chosen }),
  },
}))

const origin = 'https://regulars.invalid'
beforeEach(() => {
  electron.chosen = ''
})

async function aWindow() {
  const app = await openApp()
  const bugs: unknown[] = []
  const told: AppEvent[] = []
  const mainFrame = { origin }
  const webContents = { mainFrame, send: (_channel: string, event: AppEvent) => void told.push(event) }
  const log = { bug: (bug: unknown) => void bugs.push(bug), note: () => undefined }
  const window = { isDestroyed: () => false, webContents } as unknown as BrowserWindow
  const opening = Promise.resolve({ app, log, announce: () => undefined, checkReminders: () => undefined, close: () => Promise.resolve() })
  serveWindow({ opening, window, dataFolder: aFolder(), origin })
  await opening
  const ask = (request: unknown, event: object = { sender: webContents, senderFrame: mainFrame }) => electron.handle!(event, request)
  return { app, bugs, told, webContents, mainFrame, ask }
}

const settings = { type: 'call', name: 'settings.get', input: {} }
const forbidden = { ok: false, code: 'forbidden', reason: 'forbidden' }

it('answers its own page, and tells it what has changed', async () => {
  const { ask, app, told } = await aWindow()
  expect(await ask(settings)).toMatchObject({ ok: true, value: { country: 'DE' } })
  await app.api('contacts.create', { givenName: 'Ilse' })
  expect(told).toMatchObject([{ type: 'changed' }])
})

it('hears no frame inside the page, no other place and no other window', async () => {
  const { ask, webContents, mainFrame } = await aWindow()
  expect(await ask(settings, { sender: webContents, senderFrame: { origin } })).toEqual(forbidden)
  expect(await ask(settings, { sender: webContents, senderFrame: null })).toEqual(forbidden)
  expect(await ask(settings, { sender: { mainFrame }, senderFrame: mainFrame })).toEqual(forbidden)
  mainFrame.origin = 'https://evil.example'
  expect(await ask(settings)).toEqual(forbidden)
})

it.each([
  [null],
  ['settings.get'],
  [{ type: 'read', path: '/etc/passwd' }],
  [{ type: 'call', name: 7, input: {} }],
  [{ type: 'offer', path: '' }],
  [{ type: 'pick', path: '/etc/passwd' }],
])('knows no request like %j', async request => {
  const { ask, bugs } = await aWindow()
  expect(await ask(request)).toEqual({ ok: false, code: 'invalid', reason: 'wrongType' })
  expect(bugs).toEqual([])
})

it.each([
  ['nope', {}, 'unknownCall'],
  ['__proto__', {}, 'unknownCall'],
  ['contacts.list', JSON.parse('{"__proto__":{"limit":1}}') as unknown, 'unknownField'],
  ['contacts.search', { text: 'x'.repeat(1_000_000) }, 'tooLong'],
])('refuses the call %s with what does not fit', async (name, input, reason) => {
  const { ask, bugs } = await aWindow()
  expect(await ask({ type: 'call', name, input })).toMatchObject({ ok: false, code: 'invalid', reason })
  expect(bugs).toEqual([])
})

it('turns files that a person chooses into tokens, and nothing where they change their mind', async () => {
  const { ask, app } = await aWindow()
  expect(await ask({ type: 'pick' })).toEqual({ ok: true, value: null })
  expect(await ask({ type: 'destination', name: 'out.csv' })).toEqual({ ok: true, value: null })

  electron.chosen = join(aFolder(), 'Kunden.csv')
  writeFileSync(electron.chosen, 'a;b')
  const picked = (await ask({ type: 'pick' })) as { value: { token: string } }
  expect(picked).toMatchObject({ ok: true, value: { name: 'Kunden.csv', size: 3 } })
  expect(app.offers.pathOf(picked.value.token)).toMatchObject({ path: electron.chosen, purpose: 'read' })
  const destination = (await ask({ type: 'destination', name: 'out.csv' })) as { value: string }
  expect(app.offers.pathOf(destination.value)).toMatchObject({ path: electron.chosen, purpose: 'write' })
})

it('says that a dropped file is gone', async () => {
  const { ask } = await aWindow()
  expect(await ask({ type: 'offer', path: join(aFolder(), 'gone.csv') })).toMatchObject({
    ok: false,
    code: 'notFound',
    reason: 'fileMissing',
  })
})
