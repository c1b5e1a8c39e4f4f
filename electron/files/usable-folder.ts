import { accessSync, constants } from 'node:fs'
import { makePrivateFolder } from './private-folder.ts'

/** Whether a folder is there, or could be made, and takes files. */
export function isUsable(folder: string) {
  try {
    makeUsable(folder)
    return true
  } catch {
    return false
  }
}

export function makeUsable(folder: string) {
  makePrivateFolder(folder)
  accessSync(folder, constants.W_OK)
}
