import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lockFolder, lockFolderInTurn } from '../../electron/lock.ts'
import { aFolder } from '../support/folder.ts'

const lockModule = new URL('../../electron/lock.ts', import.meta.url).href
const holdLock = (folder: string) => `
  import { lockFolder } from ${JSON.stringify(lockModule)}
  lockFolder(${JSON.stringify(folder)}, 'browser').announce('http://127.0.0.1:1/?key=k')
  process.stdout.write('locked')
  setInterval(() => undefined, 1000)`

describe('a data folder', () => {
  it('belongs to one process at a time, and says to whom', () => {
    const folder = aFolder()
    const first = lockFolder(folder, 'browser')
    first.announce('http://127.0.0.1:8000/?key=k')
    expect(() => lockFolder(folder, 'command')).toThrow(
      expect.objectContaining({
        failure: { code: 'busy', reason: 'inUseBrowser', params: { pid: process.pid, address: 'http://127.0.0.1:8000/?key=k', folder } },
      }),
    )
    first.release()
    lockFolder(folder, 'window').release()
  })

  it('is waited for while the one before makes its last backup', async () => {
    const folder = aFolder()
    const first = lockFolder(folder, 'browser')
    first.announce('http://127.0.0.1:8000/?key=k')
    await expect(lockFolderInTurn(folder, 'window')).rejects.toThrow(expect.objectContaining({ code: 'busy' }))
    first.end()
    const second = lockFolderInTurn(folder, 'window')
    first.release()
    expect((await second).wasKilled).toBe(false)
    ;(await second).release()
  })

  it('keeps the address that lets a browser in from other people on this PC', () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'running.json'), 'left behind', { mode: 0o644 })
    const lock = lockFolder(folder, 'browser')
    onTestFinished(lock.release)
    if (process.platform !== 'win32') expect(statSync(join(folder, 'running.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'))).toEqual({
      ...{ pid: process.pid, host: 'browser', address: '', isEnding: false },
    })
  })

  it('says where it can be reached also while it ends, and on a disk that takes no more stays as it was', () => {
    const folder = aFolder()
    const note = () => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as unknown
    const lock = lockFolder(folder, 'browser')
    lock.announce('http://127.0.0.1:8000/?key=k')
    const running = { pid: process.pid, host: 'browser', address: 'http://127.0.0.1:8000/?key=k' }
    // Where it is written first, nothing can be.
    mkdirSync(join(folder, 'running.json.part', 'full'), { recursive: true })
    lock.end()
    expect(note()).toEqual({ ...running, isEnding: false })
    rmSync(join(folder, 'running.json.part'), { recursive: true })
    lock.end()
    expect(note()).toEqual({ ...running, isEnding: true })
    lock.release()
    expect(readdirSync(folder).filter(name => name.startsWith('running'))).toEqual([])
  })

  it('is free again when its process was killed', async () => {
    const folder = aFolder()
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', holdLock(folder)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void other.kill('SIGKILL'))
    await once(other.stdout, 'data')
    expect(() => lockFolder(folder, 'window')).toThrow(expect.objectContaining({ code: 'busy' }))

    other.kill('SIGKILL')
    await once(other, 'exit')
    lockFolder(folder, 'window').release()
  })

  it('is refused in words where it cannot be made', () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const folder = join(file, 'data')
    expect(() => lockFolder(folder, 'window')).toThrow(
      expect.objectContaining({ failure: { code: 'storage', reason: 'folderUnusable', params: { folder } } }),
    )
  })
})
