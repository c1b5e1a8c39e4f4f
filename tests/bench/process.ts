import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Measures in a process of its own: what ran before leaves no memory and no warm caches behind. */
export const measuredBy = <T>(script: string, ...inputs: string[]) => measured<T>([process.execPath, pathOf(script), ...inputs])

/** The same where there is no display, and one has to be made. */
export const measuredOnAScreenBy = <T>(script: string, ...inputs: string[]) =>
  measured<T>(['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', process.execPath, pathOf(script), ...inputs])

const pathOf = (script: string) => fileURLToPath(new URL(script, import.meta.url))

async function measured<T>([command, ...args]: readonly [string, ...string[]]): Promise<T> {
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 1 << 26 })
  // Both sides are this folder's.
  return JSON.parse(stdout) as T
}
