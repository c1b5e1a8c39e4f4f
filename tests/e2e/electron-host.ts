import { _electron } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../electron/launch/project.ts'
import type { RunningApp } from './fixtures.ts'
import { environment } from './processes.ts'

export async function openInElectron({ program, args }: { program: string; args: string[] }, dataFolder: string): Promise<RunningApp> {
  const app = await _electron.launch({ executablePath: program, args: [...args, projectFolder, '--data', dataFolder], env: environment })
  const page = await app.firstWindow()
  await app.evaluate(({ shell }) => {
    // Nothing may leave the test: what would have been opened is kept.
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = address => {
      opened.push(address)
      return Promise.resolve()
    }
  })
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
    opened: () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    async stop() {
      if (running) await app.close()
      running = false
    },
  }
}
