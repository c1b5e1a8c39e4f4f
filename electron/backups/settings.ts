import { join } from 'node:path'
import { z } from 'zod'
import { BackupSettings, defaultBackupSettings } from '../../shared/backups/model.ts'
import { readFacts, writeFacts } from '../files/small-file.ts'
import { backupFolder } from './catalogue.ts'

/**
 * How this PC makes backups. They lie beside the database and not in it: a restore brings back yesterday's clients, not yesterday's
 * USB stick. The passphrase protects the copies that leave this PC; who can read this folder has the database itself.
 */
const Stored = BackupSettings.extend({
  passphrase: z.string().nullable(),
  /** An age identity, for the attached files: one passphrase for each of them would take hours. */
  filesKey: z.string().nullable(),
  places: z.array(z.object({ id: z.string(), path: z.string() })),
})
export type Stored = z.infer<typeof Stored>

const fileIn = (dataFolder: string) => join(backupFolder(dataFolder), 'settings.json')

export const storedSettings = (dataFolder: string): Stored =>
  readFacts(fileIn(dataFolder), Stored, { ...defaultBackupSettings, passphrase: null, filesKey: null, places: [] })

export function storeSettings(dataFolder: string, change: Partial<Stored>): Stored {
  const settings = { ...storedSettings(dataFolder), ...change }
  writeFacts(fileIn(dataFolder), settings)
  return settings
}
