import { _electron, errors, expect } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../electron/launch/project.ts'
import type { RunningApp } from './fixtures.ts'
import { environment } from './processes.ts'

type Options = NonNullable<Parameters<typeof _electron.launch>[0]>

/** On a busy machine the debugger that drives the test can miss that Electron is ready, and would wait for ever: it is started once more. */
async function launch(options: Options) {
  try {
    return await _electron.launch({ ...options, timeout: 40_000 })
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    return _electron.launch(options)
  }
}

export async function openInElectron({ program, args }: { program: string; args: string[] }, dataFolder: string): Promise<RunningApp> {
  const app = await launch({ executablePath: program, args: [...args, projectFolder, '--data', dataFolder], env: environment })
  const page = await app.firstWindow()
  // Until the program is there the main process is busy loading, and may lose what it is asked meanwhile.
  await page.locator('.outline').waitFor({ state: 'detached' })
  await app.evaluate(({ shell }) => {
    // Nothing may leave the test: what would have been opened is kept.
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = address => {
      opened.push(address)
      return Promise.resolve()
    }
    shell.openPath = path => {
      opened.push(path)
      return Promise.resolve('')
    }
  })
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  let running = true
  return {
    page,
    async pick(file, action) {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
      }, file)
      await action()
    },
    async save(action) {
      const path = join(mkdtempSync(join(tmpdir(), 'regulars-saved-')), 'saved.csv')
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path)
      await action()
      return path
    },
    async print(action) {
      await action()
      await expect.poll(async () => (await opened()).at(-1) ?? '').toMatch(/\.pdf$/)
      return (await opened()).at(-1)!
    },
    opened,
    main: app,
    async stop() {
      if (running) await app.close()
      running = false
    },
  }
}
