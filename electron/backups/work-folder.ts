import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder } from '../files/private-folder.ts'
import { backupFolder } from './catalogue.ts'

const begins = '.at-work-'

/** A place for what is on its way into a backup, or out of one. */
export function workFolder(dataFolder: string) {
  makePrivateFolder(backupFolder(dataFolder))
  return mkdtempSync(join(backupFolder(dataFolder), begins))
}

/** What a process left there that was killed. Before anybody else is at work. */
export function sweepWork(dataFolder: string) {
  const folder = backupFolder(dataFolder)
  makePrivateFolder(folder)
  const isLeft = (name: string) => name.startsWith(begins) || /^\..*\.part$/.test(name)
  for (const name of readdirSync(folder).filter(isLeft)) rmSync(join(folder, name), { recursive: true, force: true })
}
