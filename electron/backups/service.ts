import { generateX25519Identity } from 'age-encryption'
import type { backupsContract } from '../../shared/backups/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { explainStorage } from '../db/failures.ts'
import { databaseFile } from '../db/open.ts'
import { ownFolder } from '../files/own-folder.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { vaultNote } from '../vault/note.ts'
import { catalogueOf } from './catalogue.ts'
import { compactDatabase } from './compact.ts'
import { copyToPlaces } from './copies.ts'
import { createBackup } from './create.ts'
import { listBackups } from './list.ts'
import { bringContactsBack, pastContacts } from './past.ts'
import { signPlace } from './places.ts'
import { prove } from './proof.ts'
import * as queries from './queries.ts'
import { salvageDatabase } from './replace.ts'
import { restoreBackup } from './restore.ts'
import { storedSettings, storeSecret, storeSettings } from './settings.ts'
import { saveSheet } from './sheet.ts'
import { newestOf, stateOf } from './state.ts'
import { reading, verifyBackup } from './verify.ts'
import { wantedFile } from './wanted.ts'

export const backupHandlers: Handlers<typeof backupsContract> = {
  'backups.state': (_input, context) => stateOf(context.db, ownFolder(context), context.now()),

  'backups.list': async (_input, context) => ({
    today: context.isDamaged ? null : await queries.countsOf(context.db),
    backups: listBackups(ownFolder(context)),
  }),

  'backups.create': ({ reason }, context) => createBackup({ ...making(context), reason }),

  'backups.copy': async (_input, context) => {
    const newest = newestOf(catalogueOf(ownFolder(context)), ownFolder(context), 'here')
    if (newest) await copyToPlaces(newest, making(context))
    return null
  },

  'backups.verify': (wanted, context) =>
    verifyBackup(ownFolder(context), wantedFile(wanted, context, ownFolder(context)), { now: context.now, advance: reading(context) }),

  'backups.restore': (wanted, context) =>
    restoreBackup(wantedFile(wanted, context, ownFolder(context)), { ...making(context), isDamaged: context.isDamaged }),

  'backups.contacts': pastContacts,
  'backups.bringBack': bringContactsBack,

  'backups.changeSettings': (changes, context) => {
    const { everyMinutes, keep } = storeSettings(ownFolder(context), changes)
    return { everyMinutes, keep }
  },

  'backups.setPassphrase': async ({ passphrase }, context) => {
    const known = storedSettings(ownFolder(context))
    storeSecret(ownFolder(context), passphrase, known.filesKey ?? (await generateX25519Identity()))
    return null
  },

  'backups.addPlace': ({ out }, context) => {
    const place = signPlace(context.destination(out).path, ownFolder(context))
    const { places } = storedSettings(ownFolder(context))
    storeSettings(ownFolder(context), { places: [...places.filter(({ id }) => id !== place.id), place] })
    return null
  },

  'backups.removePlace': ({ id }, context) => {
    const { places } = storedSettings(ownFolder(context))
    storeSettings(ownFolder(context), { places: places.filter(place => place.id !== id) })
    return null
  },

  'backups.sheet': saveSheet,

  'database.state': (_input, { dataFolder }) => ({ damage: null, isEncrypted: dataFolder !== null && vaultNote(dataFolder).sign !== null }),

  'database.check': async (_input, context) => {
    try {
      return { isWhole: true, failure: null, counts: await prove(databaseFile(ownFolder(context))) }
    } catch (cause) {
      const error = explainStorage(cause)
      if (!(error instanceof AppError)) throw error
      return { isWhole: false, failure: error.failure, counts: null }
    }
  },

  'database.compact': (_input, context) => {
    if (context.isDamaged) throw new AppError('storage', 'databaseBroken')
    return compactDatabase(ownFolder(context), context)
  },

  'database.salvage': (_input, context) => {
    if (!context.isDamaged) throw new AppError('conflict', 'notDamaged')
    return salvageDatabase(ownFolder(context), context)
  },
}

const making = (context: JobContext) => ({
  connection: context,
  dataFolder: ownFolder(context),
  ...{ now: context.now, workerFile: context.workerFile, checkCancelled: context.checkCancelled },
  ...{ progress: context.progress, report: context.report },
})
