import { writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chosenDataFolder, defaultDataFolder } from '../../electron/data-folder.ts'
import { hasDisplay } from '../../electron/launch/choose-host.ts'
import { findElectron } from '../../electron/launch/electron-runtime.ts'
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

  it('speaks the system’s language until another is chosen', () => {
    expect(['de-DE', 'de', 'en-US', 'fr-FR', 'den'].map(systemLanguage)).toEqual(['de', 'de', 'en', 'en', 'en'])
  })
})
