import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** 0 where there is none. */
export const sizeOf = (file: string) => lstatSync(file, { throwIfNoEntry: false })?.size ?? 0

/** What comes and goes meanwhile counts or does not. */
export function sizeBelow(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name)
      return sum + (entry.isDirectory() ? sizeBelow(path) : sizeOf(path))
    }, 0)
  } catch {
    return 0
  }
}
