import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { localeSwitches, rememberLocale } from '../../electron/locale.ts'
import { aFolder } from '../support/folder.ts'

it('the window speaks as the shop did last time, and as the PC does where nothing that can be meant is known', () => {
  const folder = aFolder()
  rememberLocale(folder, 'de-AT')
  expect(localeSwitches(folder)).toEqual([])
  mkdirSync(join(folder, 'window'))
  rememberLocale(folder, 'de-AT')
  expect(localeSwitches(folder)).toEqual(['--lang=de-AT'])
  writeFileSync(join(folder, 'window', 'locale'), 'de --inspect')
  expect(localeSwitches(folder)).toEqual([])
})
