import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

async function offeredFile() {
  const path = join(aFolder(), 'Kunden.csv')
  writeFileSync(path, 'First name\nAnna\n')
  const { call, offers, bugs } = await openApp()
  const { token } = offers.offerRead(path)
  return { path, bugs, preview: () => call('imports.preview', { file: token }) }
}

describe('a client’s file that cannot be read', () => {
  it('is not taken for a fault of the data folder: a folder has come in its place', async () => {
    const { path, preview, bugs } = await offeredFile()
    rmSync(path)
    mkdirSync(path)
    expect(await preview()).toMatchObject({ ok: false, code: 'storage', reason: 'fileUnreadable' })
    expect(bugs).toEqual([])
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is not taken for a fault of the data folder: no permission',
    async () => {
      const { path, preview } = await offeredFile()
      chmodSync(path, 0)
      expect(await preview()).toMatchObject({ ok: false, code: 'storage', reason: 'fileUnreadable' })
    },
  )

  it('is missed when it is gone', async () => {
    const { path, preview } = await offeredFile()
    rmSync(path)
    expect(await preview()).toMatchObject({ ok: false, code: 'notFound', reason: 'fileMissing' })
  })
})
