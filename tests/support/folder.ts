import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterwards } from './afterwards.ts'

/** A folder of this test's own, removed after it. */
export function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The entry of the worker threads, as it stands in the source. */
export const workerFile = new URL('../../electron/jobs/worker.ts', import.meta.url)
