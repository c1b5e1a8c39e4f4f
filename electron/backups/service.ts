import { generateX25519Identity } from 'age-encryption'
import type { backupsContract } from '../../shared/backups/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { databaseFile } from '../db/open.ts'
import { explainStorage } from '../db/failures.ts'
import type { Context, Handlers, JobContext } from '../handlers.ts'
import { catalogueOf } from './catalogue.ts'
import { createBackup } from './create.ts'
import { copyToPlaces } from './copies.ts'
import { listBackups } from './list.ts'
import { bringContactsBack, pastContacts } from './past.ts'
import { signPlace } from './places.ts'
import { prove } from './proof.ts'
import * as queries from './queries.ts'
import { restoreBackup } from './restore.ts'
import { salvageDatabase } from './replace.ts'
import { saveSheet } from './sheet.ts'
import { storedSettings, storeSettings } from './settings.ts'
import { newestOf, stateOf } from './state.ts'
import { verifyBackup } from './verify.ts'
import { wantedFile } from './wanted.ts'

export const backupHandlers: Handlers<typeof backupsContract> = {
  'backups.state': (_input, context) => stateOf(context.db, folderOf(context), context.now()),

  'backups.list': async (_input, context) => ({
    today: context.isDamaged ? null : await queries.countsOf(context.db),
    backups: listBackups(folderOf(context)),
  }),

  'backups.create': ({ reason }, context) => createBackup({ ...making(context), reason }),

  'backups.copy': async (_input, context) => {
    const newest = newestOf(catalogueOf(folderOf(context)), folderOf(context), 'here')
    if (newest) await copyToPlaces(newest, making(context))
    return null
  },

  'backups.verify': (wanted, context) => {
    const advance = (bytes: number) => {
      context.checkCancelled()
      context.progress({ done: bytes, total: null, perSecond: null })
    }
    return verifyBackup(folderOf(context), wantedFile(wanted, context, folderOf(context)), { now: context.now, advance })
  },

  'backups.restore': (wanted, context) =>
    restoreBackup(wantedFile(wanted, context, folderOf(context)), { ...making(context), isDamaged: context.isDamaged }),

  'backups.contacts': pastContacts,
  'backups.bringBack': bringContactsBack,

  'backups.changeSettings': (changes, context) => {
    const { everyMinutes, keep } = storeSettings(folderOf(context), changes)
    return { everyMinutes, keep }
  },

  'backups.setPassphrase': async ({ passphrase }, context) => {
    const filesKey = storedSettings(folderOf(context)).filesKey ?? (await generateX25519Identity())
    storeSettings(folderOf(context), { passphrase, filesKey })
    return null
  },

  'backups.addPlace': ({ out }, context) => {
    const place = signPlace(context.destination(out).path, folderOf(context))
    const { places } = storedSettings(folderOf(context))
    storeSettings(folderOf(context), { places: [...places.filter(({ id }) => id !== place.id), place] })
    return null
  },

  'backups.removePlace': ({ id }, context) => {
    const { places } = storedSettings(folderOf(context))
    storeSettings(folderOf(context), { places: places.filter(place => place.id !== id) })
    return null
  },

  'backups.sheet': saveSheet,

  'database.state': () => ({ damage: null }),

  'database.check': async (_input, context) => {
    try {
      return { isWhole: true, failure: null, counts: await prove(databaseFile(folderOf(context))) }
    } catch (cause) {
      const error = explainStorage(cause)
      if (!(error instanceof AppError)) throw error
      return { isWhole: false, failure: error.failure, counts: null }
    }
  },

  'database.salvage': (_input, context) => {
    if (!context.isDamaged) throw new AppError('conflict', 'notDamaged')
    return salvageDatabase(folderOf(context), context)
  },
}

const making = (context: JobContext) => ({
  connection: context,
  dataFolder: folderOf(context),
  ...{ now: context.now, checkCancelled: context.checkCancelled, progress: context.progress },
})

/** In memory there is nothing to lose. */
function folderOf({ dataFolder }: Context) {
  if (dataFolder === null) throw new AppError('storage', 'readOnly')
  return dataFolder
}
