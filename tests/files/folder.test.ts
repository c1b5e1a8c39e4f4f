import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshPath } from '../../electron/files/transfer-folder.ts'
import { openFolder } from '../../electron/open-folder.ts'
import { aFolder, workerFile } from '../support/folder.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

async function openAndClose(dataFolder: string) {
  const { close } = await openFolder(dataFolder, 'command', workerFile)
  await close()
}

describe('the data folder', () => {
  it.skipIf(process.platform === 'win32')('shows nothing to other users of the PC', async () => {
    const dataFolder = join(aFolder(), 'shop')
    const { log, close } = await openFolder(dataFolder, 'window', workerFile)
    log.note('open')
    const copy = freshPath(dataFolder)
    const folders = ['.', 'logs', 'regulars-transfers'].map(name => modeOf(join(dataFolder, name)))
    expect({ copy: existsSync(copy), folders }).toEqual({ copy: false, folders: ['700', '700', '700'] })
    await close()
  })

  it.skipIf(process.platform === 'win32')(
    'keeps the business to itself in a folder that others may read, and leaves that as it is',
    async () => {
      const dataFolder = join(aFolder(), 'shared')
      mkdirSync(dataFolder, { mode: 0o755 })
      const { close } = await openFolder(dataFolder, 'window', workerFile)
      expect(['.', 'regulars.db', 'regulars.db-wal', 'running.json'].map(name => modeOf(join(dataFolder, name)))).toEqual([
        '755',
        '600',
        '600',
        '600',
      ])
      await close()
    },
  )

  it('loses the copies that a browser left, and nothing that is not ours', async () => {
    const dataFolder = aFolder()
    for (const name of ['incoming', 'outgoing', 'regulars-transfers']) {
      mkdirSync(join(dataFolder, name))
      writeFileSync(join(dataFolder, name, 'Letter.txt'), 'Dear Anna')
    }
    writeFileSync(freshPath(dataFolder), 'left behind')
    await openAndClose(dataFolder)
    expect(readdirSync(dataFolder)).toEqual(expect.arrayContaining(['incoming', 'outgoing', 'regulars-transfers']))
    for (const name of ['incoming', 'outgoing', 'regulars-transfers']) expect(readdirSync(join(dataFolder, name))).toEqual(['Letter.txt'])
  })

  it('loses the copies when it is closed', async () => {
    const dataFolder = aFolder()
    const { close } = await openFolder(dataFolder, 'browser', workerFile)
    writeFileSync(freshPath(dataFolder), 'Anna Petersen')
    await close()
    expect(readdirSync(join(dataFolder, 'regulars-transfers'))).toEqual([])
  })
})
