import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A new name is on the disk only once its folder is. Windows opens no folders, and does it by itself. */
export function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some network drives know no such thing: what they can do, they have done.
  } finally {
    closeSync(handle)
  }
}
