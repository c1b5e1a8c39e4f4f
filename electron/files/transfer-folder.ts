import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../db/failures.ts'
import { makePrivateFolder } from './private-folder.ts'

const folderIn = (dataFolder: string) => join(dataFolder, 'regulars-transfers')

/** A place for a copy on its way to or from a browser. */
export function freshPath(dataFolder: string) {
  makePrivateFolder(folderIn(dataFolder))
  return join(folderIn(dataFolder), randomUUID())
}

const isOurs = (name: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)

/** Takes the copies away and nothing else: a data folder may be one in which other things lie, too. */
export function emptyTransfers(dataFolder: string) {
  for (const name of namesIn(folderIn(dataFolder)).filter(isOurs))
    rmSync(join(folderIn(dataFolder), name), { force: true, recursive: true })
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
