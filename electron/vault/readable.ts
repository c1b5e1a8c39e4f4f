import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../shared/backups/model.ts'
import { AppError } from '../../shared/errors.ts'
import { backupFolder, catalogueOf, changeCatalogue } from '../backups/catalogue.ts'
import { listBackups } from '../backups/list.ts'
import { folderOfPlace } from '../backups/places.ts'

/** How many backups open without a passphrase, for all that is known. */
export const readableKnown = (dataFolder: string) =>
  catalogueOf(dataFolder).entries.filter(({ isEncrypted, manifest }) => !isEncrypted && manifest.sealedBy === null).length

/** What nobody has read yet nobody can tell of. */
const isReadable = ({ isEncrypted, state }: Backup) => !isEncrypted && state !== 'unknown'

/** Those in the places that can be reached, and the files that a restore or an update has put aside. There has to be a good backup left. */
export function removeReadable(dataFolder: string) {
  const all = listBackups(dataFolder)
  if (!all.some(({ isEncrypted, state }) => isEncrypted && state === 'verified')) throw new AppError('conflict', 'noEncryptedBackup')
  const readable = all.filter(isReadable)
  for (const { place, name } of readable) rmSync(join(folderOfPlace(dataFolder, place), name), { force: true })
  const gone = new Set(readable.map(({ id }) => id))
  changeCatalogue(dataFolder, ({ entries }) => ({ entries: entries.filter(({ id }) => !gone.has(id)) }))
  const aside = readdirSync(backupFolder(dataFolder)).filter(name => /^(replaced|unproved)-/.test(name))
  for (const name of aside) rmSync(join(backupFolder(dataFolder), name), { recursive: true, force: true })
  return readable.length
}
