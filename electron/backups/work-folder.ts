import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extension } from '../../shared/backups/rules.ts'
import { makePrivateFolder } from '../files/private-folder.ts'
import { backupFolder } from './catalogue.ts'

const begins = '.at-work-'

/** A place for what is on its way into a backup, or out of one. */
export function workFolder(dataFolder: string) {
  makePrivateFolder(backupFolder(dataFolder))
  return mkdtempSync(join(backupFolder(dataFolder), begins))
}

const hour = 3_600_000

/** What was being copied to another place when it was pulled out. Younger ones may be another PC's, which is at work there. */
export function sweepPlace(folder: string, now: Date) {
  const isOld = (name: string) => now.getTime() - statSync(join(folder, name)).mtimeMs > hour
  const unfinished = readdirSync(folder).filter(name => name.startsWith('.') && name.includes(extension) && name.endsWith('.part'))
  for (const name of unfinished.filter(isOld)) rmSync(join(folder, name), { force: true })
}

/** What a process left there that was killed. Before anybody else is at work. */
export function sweepWork(dataFolder: string) {
  const folder = backupFolder(dataFolder)
  makePrivateFolder(folder)
  const isLeft = (name: string) => name.startsWith(begins) || /^\..*\.part$/.test(name)
  for (const name of readdirSync(folder).filter(isLeft)) rmSync(join(folder, name), { recursive: true, force: true })
}
