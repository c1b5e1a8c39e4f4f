import { basename, dirname, join } from 'node:path'
import { lstatSync } from 'node:fs'
import type { WantedBackup } from '../../shared/backups/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../handlers.ts'
import { partsOfId } from './identify.ts'
import { folderOfPlace } from './places.ts'
import { storedSettings } from './settings.ts'

/** The file of a backup; `id` is null where it is none of the list. */
export type WantedFile = {
  path: string
  folder: string
  name: string
  id: string | null
  passphrases: readonly string[]
  databasePassphrase: string | null
}

export function wantedFile(wanted: WantedBackup, context: Context, dataFolder: string): WantedFile {
  const own = storedSettings(dataFolder).passphrase
  const passphrases = [wanted.passphrase, own].filter(passphrase => typeof passphrase === 'string' && passphrase !== '') as string[]
  const databasePassphrase = wanted.databasePassphrase ?? null
  if ('file' in wanted) {
    const { path, name } = context.file(wanted.file)
    return { path, folder: dirname(path), name: basename(name), id: null, passphrases, databasePassphrase }
  }
  const { place, name } = partsOfId(wanted.id)
  if (name === '' || name === '.' || name === '..') throw new AppError('notFound', 'backupGone')
  const folder = folderOfPlace(dataFolder, place)
  const path = join(folder, name)
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) throw new AppError('notFound', 'backupGone')
  return { path, folder, name, id: wanted.id, passphrases, databasePassphrase }
}
