import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chosenDataFolder, defaultDataFolder } from '../../electron/data-folder.ts'
import { hasDisplay } from '../../electron/launch/choose-host.ts'
import { findElectron } from '../../electron/launch/electron-runtime.ts'
import { chosenPort } from '../../electron/launch/port.ts'
import { serveBrowser } from '../../electron/launch/serve-browser.ts'
import { typedPath } from '../../electron/typed-path.ts'
import { systemLanguage } from '../../electron/system-language.ts'
import { aFolder } from '../support/folder.ts'

describe('where the app runs', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('knows whether there is a display: %s %j', (platform, env, expected) => {
    expect(hasDisplay({ platform, env })).toBe(expected)
  })

  it('takes the Electron that the environment names', () => {
    const program = join(aFolder(), 'electron')
    expect(findElectron({ ELECTRON_EXEC_PATH: program })).toBe(null)
    writeFileSync(program, '')
    expect(findElectron({ ELECTRON_EXEC_PATH: program })).toBe(program)
    if (process.platform === 'linux') expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(program, '..') })).toBe(program)
  })

  it.each([
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Regulars')],
    ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'Regulars')],
    ['linux', {}, join(homedir(), '.local', 'share', 'regulars')],
    ['linux', { XDG_DATA_HOME: '/xdg' }, join('/xdg', 'regulars')],
  ] as const)('keeps its data where %s wants it', (platform, env, folder) => {
    expect(defaultDataFolder('Regulars', { platform, env })).toBe(folder)
  })

  it('keeps the demo shop apart from the real one', () => {
    expect(chosenDataFolder(undefined, true)).not.toBe(chosenDataFolder(undefined))
    expect(chosenDataFolder('/elsewhere', true)).toBe(chosenDataFolder('/elsewhere'))
  })

  it('finds a data folder beside the place where it was typed', () => {
    const env = { INIT_CWD: '/home/anna', npm_package_json: join('/project', 'package.json') }
    expect(typedPath('shop', { env, cwd: () => '/project' })).toBe(resolve('/home/anna/shop'))
    expect(typedPath('/shop', { env, cwd: () => '/project' })).toBe(resolve('/shop'))
    // Started by a script of another project, or by no script at all.
    expect(typedPath('shop', { env, cwd: () => '/elsewhere' })).toBe(resolve('/elsewhere/shop'))
    expect(typedPath('shop', { env: {}, cwd: () => '/project' })).toBe(resolve('/project/shop'))
  })

  it('takes for a port what can be one', () => {
    expect(['0', '8080', '65535'].map(chosenPort)).toEqual([0, 8080, 65535])
    for (const typed of ['', 'web', '-1', '1.5', '65536', '0x50', '1e3']) {
      expect(() => chosenPort(typed)).toThrow(
        expect.objectContaining({ failure: { code: 'invalid', reason: 'portInvalid', params: { port: typed } } }),
      )
    }
  })

  it('says that a port is taken, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const dataFolder = aFolder()
    await expect(
      serveBrowser({ dataFolder, port, open: false, sentence: { key: 'inBrowser' }, onLog: () => undefined }),
    ).rejects.toMatchObject({
      failure: { code: 'busy', reason: 'portTaken', params: { port } },
    })
    expect(existsSync(join(dataFolder, 'running.json'))).toBe(false)
  })

  it('speaks the system’s language until another is chosen', () => {
    expect(['de-DE', 'de', 'en-US', 'fr-FR', 'den'].map(systemLanguage)).toEqual(['de', 'de', 'en', 'en', 'en'])
  })
})
