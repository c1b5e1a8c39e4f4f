import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Measures in a process of its own: what ran before leaves no memory and no warm caches behind. */
export async function measuredBy<T>(script: string, ...inputs: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...inputs], {
    maxBuffer: 1 << 26,
  })
  // Both sides are this folder's.
  return JSON.parse(stdout) as T
}
